import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MqttClient, type MqttPorts } from './client.ts';
import { readConnect } from './login.ts';
import { connectPacket, PacketReader, publishPacket, subscribePacket } from './packets.ts';

const utf8 = {
  encode: (text: string) => new TextEncoder().encode(text),
  decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('packets', () => {
  it('are written as the standard has them', () => {
    // Written down by hand after sections 3.1, 3.3 and 3.8.
    const login = { clientId: 'a', username: 'u', password: 'p', keepAlive: 30, clean: true };
    expect(hex(connectPacket({ ...login, will: null }, utf8))).toBe(
      '1013' + '00044d515454' + '04' + 'c2' + '001e' + '000161' + '000175' + '000170',
    );
    expect(hex(connectPacket({ ...login, will: { topic: 't', text: 'w' } }, utf8))).toBe(
      '1019' +
        '00044d515454' +
        '04' +
        'c6' +
        '001e' +
        '000161' +
        '000174' +
        '000177' +
        '000175' +
        '000170',
    );
    const publish = { topic: 't', text: 'é', id: 258, again: true };
    expect(hex(publishPacket(publish, utf8))).toBe('3a07' + '000174' + '0102' + 'c3a9');
    expect(hex(subscribePacket(1, ['t'], utf8))).toBe('8206' + '0001' + '000174' + '00');
    const long = publishPacket({ topic: 't', text: 'x'.repeat(200), id: null, again: false }, utf8);
    expect(hex(long.subarray(0, 3))).toBe('30cb01');
  });

  it('that log somebody in are read as they were written, and nothing else is', () => {
    const login = {
      clientId: 'seat',
      username: 'seat',
      password: 'é',
      keepAlive: 300,
      clean: true,
    };
    for (const will of [null, { topic: 't', text: 'x'.repeat(200) }]) {
      const bytes = connectPacket({ ...login, will }, utf8);
      expect(readConnect(bytes, utf8)).toEqual({ ...login, will });
      for (let cut = 0; cut < bytes.length; cut++) {
        expect(readConnect(bytes.subarray(0, cut), utf8)).toBeNull();
      }
    }
    expect(
      readConnect(connectPacket({ ...login, will: null, clean: false }, utf8), utf8),
    ).toBeNull();
  });

  it('are read however the stream is cut, and what is none is refused', () => {
    const message = fc.record({
      topic: fc.string({ minLength: 1, maxLength: 8 }),
      text: fc.string({ maxLength: 300 }),
      id: fc.option(fc.integer({ min: 1, max: 0xffff })),
    });
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 5 }),
        fc.integer({ min: 1, max: 400 }),
        (messages, step) => {
          const sent = messages.flatMap((one) => [
            ...publishPacket({ ...one, again: false }, utf8),
          ]);
          const reader = new PacketReader(utf8);
          const read = [];
          for (let at = 0; at < sent.length; at += step) {
            read.push(...reader.read(Uint8Array.from(sent.slice(at, at + step)))!);
          }
          expect(read).toEqual(messages.map((one) => ({ type: 'publish', ...one })));
        },
      ),
      { numRuns: 40 },
    );
    for (const bytes of ['00', '20', '3404000174', 'f000', '30ffffff7f', '30ffffffffff']) {
      const reader = new PacketReader(utf8);
      const read = reader.read(Uint8Array.from(Buffer.from(`${bytes}00`, 'hex')));
      expect(read === null || read.length === 0).toBe(true);
    }
  });
});

/** A world in which sockets and time do what the test says. */
class World implements MqttPorts {
  readonly utf8 = utf8;
  readonly sockets: { sent: string[]; closed: boolean; heard: Parameters<MqttPorts['open']>[0] }[] =
    [];
  timers: { at: number; callback: () => void }[] = [];
  now = 0;
  readonly random = () => 1;

  open(heard: Parameters<MqttPorts['open']>[0]) {
    const socket = { sent: [] as string[], closed: false, heard };
    this.sockets.push(socket);
    return {
      send: (bytes: Uint8Array) => void socket.sent.push(hex(bytes)),
      close: () => void (socket.closed = true),
    };
  }

  after(milliseconds: number, callback: () => void) {
    const timer = { at: this.now + milliseconds, callback };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((one) => one !== timer));
  }

  pass(milliseconds: number) {
    const until = this.now + milliseconds;
    for (;;) {
      const [next] = this.timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.now = next.at;
      this.timers = this.timers.filter((one) => one !== next);
      next.callback();
    }
    this.now = until;
  }

  get socket() {
    return this.sockets.at(-1)!;
  }

  hear(bytes: string) {
    this.socket.heard.bytes(Uint8Array.from(Buffer.from(bytes, 'hex')));
  }

  accept(code = '00') {
    this.socket.heard.opened();
    this.hear(`200200${code}`);
  }
}

describe('the client', () => {
  const start = () => {
    const world = new World();
    const client = new MqttClient(
      { clientId: 'a', username: 'u', password: 'p', will: null },
      world,
    );
    const states: string[] = [];
    client.watch((state) => states.push(state));
    return { world, client, states };
  };

  it('subscribes anew and sends anew after each broken connection, until it is acknowledged', async () => {
    const { world, client, states } = start();
    const heard: string[] = [];
    client.subscribe('t', (text) => heard.push(text));
    let saved = false;
    void client.deliver('u', 'x').then(() => (saved = true));
    world.accept();
    expect(world.socket.sent.slice(1)).toEqual([
      '8206' + '0001'.replace('0001', '0002') + '000174' + '00',
      '3206' + '000175' + '0001' + '78',
    ]);
    world.hear('3004' + '000174' + '79');
    expect(heard).toEqual(['y']);
    world.socket.heard.closed();
    world.pass(300);
    world.accept();
    expect(world.socket.sent).toContain('3a06' + '000175' + '0001' + '78');
    await Promise.resolve();
    expect(saved).toBe(false);
    world.hear('40020001');
    await Promise.resolve();
    expect(saved).toBe(true);
    world.socket.heard.closed();
    world.pass(300);
    world.accept();
    expect(world.socket.sent.some((bytes) => bytes.startsWith('3'))).toBe(false);
    expect(states).toEqual([
      'connecting',
      'connected',
      'connecting',
      'connected',
      'connecting',
      'connected',
    ]);
  });

  it('waits longer each time, and tries at once when the page is back', () => {
    const { world, client } = start();
    for (let tries = 0; tries < 8; tries++) {
      world.socket.heard.closed();
      world.pass(Math.min(8000, 250 * 2 ** tries));
    }
    expect(world.sockets).toHaveLength(9);
    world.socket.heard.closed();
    world.pass(7000);
    expect(world.sockets).toHaveLength(9);
    client.wake();
    expect(world.sockets).toHaveLength(10);
    client.wake();
    expect(world.sockets).toHaveLength(10);
  });

  it('finds out that a connection has died in its sleep', () => {
    const { world, client, states } = start();
    world.accept();
    client.wake();
    expect(world.socket.sent.at(-1)).toBe('c000');
    world.hear('d000');
    world.pass(10_000);
    expect(world.sockets).toHaveLength(1);
    client.wake();
    world.pass(5500);
    expect(world.sockets).toHaveLength(2);
    expect(world.sockets[0]!.closed).toBe(true);
    expect(states.at(-1)).toBe('connecting');
    // What the dead one still says is not heard.
    world.sockets[0]!.heard.bytes(Uint8Array.of(0x20, 2, 0, 0));
    expect(states.at(-1)).toBe('connecting');
  });

  it('asks for a sign by itself before the broker gives it up', () => {
    const { world } = start();
    world.accept();
    world.pass(15_100);
    expect(world.socket.sent.at(-1)).toBe('c000');
  });

  it('stops where it is refused, and goes on where the broker is only busy', () => {
    const refused = start();
    refused.world.accept('05');
    refused.world.pass(60_000);
    expect(refused.states.at(-1)).toBe('refused');
    expect(refused.world.sockets).toHaveLength(1);
    const busy = start();
    busy.world.accept('03');
    busy.world.pass(1000);
    expect(busy.world.sockets).toHaveLength(2);
    busy.client.close();
    busy.world.pass(60_000);
    expect(busy.world.sockets).toHaveLength(2);
    expect(busy.states.at(-1)).toBe('closed');
  });
});
