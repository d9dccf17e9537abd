import { existsSync, openSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { LiveEvent } from '../../src/lib/classroom/index.ts';
import { framed } from '../../src/server/live/frames.js';
import { EventLog } from '../../src/server/live/log.js';
import { socketStream } from '../../src/server/live/socket-stream.js';
import { until } from './live.ts';

/** Both ends of a connection of a phone: what it hears, and the stream that the broker has of it. */
async function connection() {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const accepted = new Promise<{ stream: ReturnType<typeof socketStream>; wire: Duplex }>(
    (resolve) => {
      server.on('upgrade', (request, wire, head) => {
        sockets.handleUpgrade(request, wire, head, (socket) =>
          resolve({ stream: socketStream(socket, wire, Date.now), wire }),
        );
      });
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const phone = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, 'mqtt');
  const opened = new Promise((resolve) => phone.once('open', resolve));
  const heard: Buffer[] = [];
  phone.on('message', (data: Buffer) => heard.push(data));
  onTestFinished(() => {
    phone.terminate();
    server.close();
  });
  await opened;
  return { ...(await accepted), phone, heard };
}

describe('frames that are made once', () => {
  it('arrive as they are, however long', async () => {
    const { stream, heard } = await connection();
    const packets = [1, 125, 126, 127, 0xffff, 0x10000].map((length) => Buffer.alloc(length, 7));
    for (const packet of packets) stream.tell(framed(packet));
    await until(() => heard.length === packets.length);
    expect(heard.map(({ length }) => length)).toEqual(packets.map(({ length }) => length));
    expect(Buffer.concat(heard).every((octet) => octet === 7)).toBe(true);
  });

  it('never pass what the broker has begun to say', async () => {
    const { stream, heard } = await connection();
    stream.cork();
    for (const octet of [1, 2]) stream.write(Buffer.of(octet));
    stream.tell(framed(Buffer.of(3)));
    stream.uncork();
    stream.tell(framed(Buffer.of(4)));
    stream.write(Buffer.of(5));
    stream.tell(framed(Buffer.of(6)));
    await until(() => Buffer.concat(heard).length === 6);
    expect([...Buffer.concat(heard)]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are not sent to who is going; who hears nothing any more is let go', async () => {
    const { stream, wire, phone } = await connection();
    phone.pause();
    const much = framed(Buffer.alloc(1024 * 1024));
    for (let sent = 0; sent < 100 && !stream.destroyed; sent++) stream.tell(much);
    expect(stream.destroyed).toBe(true);
    const unsent = wire.writableLength;
    stream.tell(much);
    expect(wire.writableLength).toBe(unsent);
  });
});

describe('a disk that is full', () => {
  it.skipIf(!existsSync('/dev/full'))(
    'keeps nothing: what comes then, and all that follows, is not acknowledged',
    async () => {
      const file = { fd: openSync('/dev/full', 'a'), close: () => Promise.resolve() };
      const log = new EventLog(file as ConstructorParameters<typeof EventLog>[0]);
      const event: LiveEvent = { n: 1, at: 0, kind: 'locked', locked: true };
      for (const { handed, safe } of [log.append([event]), log.append([event])]) {
        await expect(handed).rejects.toThrow('ENOSPC');
        await expect(safe).rejects.toThrow('ENOSPC');
      }
      await log.close();
    },
  );
});
