import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { foldSession, topics } from '../../src/lib/classroom/index.ts';
import { startLive } from '../../src/server/live/index.js';
import { logPath } from '../../src/server/live/data-folder.js';
import { openLog } from '../../src/server/live/log.js';
import { PacketMeter } from '../../src/server/live/packet-meter.js';
import { beginSession } from '../../src/server/live/sessions.js';
import { PLAN, SECRET } from '../../src/lib/classroom/fixture.ts';
import { connectPacket, subscribePacket } from '../../src/lib/classroom/mqtt/packets.ts';
import { PLAIN } from '../../src/lib/classroom/types.ts';
import { serve } from '../../src/server/serve.js';
import {
  begin,
  call,
  client,
  join,
  newKey,
  phone,
  teacher,
  until,
  type Begun,
  type Json,
} from './live.ts';
import { startableProject } from './project.ts';

const RIGHT = { kind: 'option', text: 'Right' } as const;

let folder: string;
let port: number;
let host: string;
let stop: () => Promise<void>;
/** The server’s. What fills with time does not on a slow machine, where it stands. */
let clock: () => number;

/**
 * Below the ports that systems give to outgoing connections: a phone that tries to come back while the
 * server is away could otherwise be given this very port.
 */
const somePort = () => 20_000 + Math.floor(Math.random() * 10_000);

async function start(): Promise<void> {
  const live = await startLive({ folder, now: () => clock() });
  for (let tries = 0; ; tries++) {
    const wanted = port || somePort();
    const server = await serve({ directory: folder, host: '127.0.0.1', port: wanted, live });
    if (!server.ok) {
      // Another one may have it; and where it was ours, it may not be free again yet.
      if (tries < 20) {
        if (port !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      throw new Error(server.error.message);
    }
    port = server.value.port;
    host = live.host;
    stop = server.value.close;
    return;
  }
}

beforeEach(async () => {
  folder = mkdtempSync(path(tmpdir(), 'recite-live-'));
  port = 0;
  clock = Date.now;
  await start();
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A student who is in, on a real connection. */
async function student(begun: Begun, key = newKey(), name = '') {
  const seat = await join(begun.port, begun.secret, key, name);
  const one = phone(begun, seat, key);
  onTestFinished(() => one.line.close());
  await until(() => one.known().view);
  return one;
}

function lead(begun: Begun) {
  const page = teacher(begun);
  onTestFinished(() => page.transport.close());
  return page;
}

describe('a class over WebSocket', () => {
  it('is asked, answers, and is told; the log has it all', async () => {
    const begun = await begin(port, host);
    const page = lead(begun);
    const [ana, ben] = [await student(begun), await student(begun)];
    expect(await page.tap({ do: 'open', place: 0 })).toBeNull();
    await until(() => ana.known().stage?.question);
    ana.line.answer(0, RIGHT, null);
    await until(() => ana.known().sent?.state === 'saved');
    // It was on disk before that.
    expect(readFileSync(logPath(folder, begun.session), 'utf8')).toContain('"kind":"answered"');
    await until(() =>
      page.news.some(({ t, view }) => t === 'view' && (view as Json).answered === 1),
    );
    await page.tap({ do: 'close', place: 0 });
    await page.tap({ do: 'reveal', place: 0 });
    await until(() => ana.known().view?.results[0]?.verdict === 'right');
    // Two messages at once, of which the broker must not take the first for a repetition of the second.
    await until(() => ana.known().stage?.reveal, 2000);
    await until(() => ben.known().view?.results[0]?.missing);
    expect(statSync(logPath(folder, begun.session)).mode & 0o77).toBe(0);
    const missed = await call(port, 'GET', '/live/missed', { bearer: newKey() });
    expect(missed.status).toBe(403);
  });

  it('goes on where it was after a restart, also for a phone that slept through it', async () => {
    const begun = await begin(port, host);
    const page = lead(begun);
    const ana = await student(begun);
    await page.tap({ do: 'open', place: 0 });
    await until(() => ana.known().stage?.phase === 'asking');
    await stop();
    ana.line.answer(0, RIGHT, null);
    await start();
    ana.transport.wake();
    await until(() => ana.known().sent?.state === 'saved');
    expect(ana.known()).toMatchObject({ line: 'connected', stage: { phase: 'asking', place: 0 } });
    const late = await student(begun);
    expect((await until(() => late.known().stage)).question?.prompt).toBe('What?');
    expect(await page.tap({ do: 'close', place: 0 })).toBeNull();
  });

  it('lets the teacher hand a seat to another phone; the first one is out', async () => {
    const begun = await begin(port, host, { names: 'typed' });
    const page = lead(begun);
    const ana = await student(begun, newKey(), 'Ana');
    await page.tap({ do: 'admit', seat: ana.seat });
    const key = newKey();
    const second = await student(begun, key, 'Ana');
    await page.tap({ do: 'hand-over', seat: ana.seat, from: second.seat });
    await until(() => second.known().movedTo === ana.seat);
    await until(() => ana.known().line === 'refused');
    expect(await join(port, begun.secret, key)).toBe(ana.seat);
  });
});

describe('threats', () => {
  /** @returns how the broker takes somebody in: its return code, or null where it hangs up */
  const tryToConnect = (clientId: string, username: string, password: string) =>
    new Promise<string>((resolve) => {
      const one = client(port, { clientId, username, password });
      one.watch((state) => {
        if (state === 'connecting') return;
        resolve(state);
        if (state === 'connected') one.close();
      });
    });

  it('host impersonation: no secret, no session; nor another’s secret', async () => {
    const begun = await begin(port, host);
    for (const bearer of ['', begun.secret, begun.board, begun.code, newKey()]) {
      for (const where of [
        '/live/session',
        '/live/sessions',
        `/live/log?session=${begun.session}`,
      ]) {
        expect((await call(port, 'GET', where, { bearer })).status).toBe(403);
      }
      expect((await call(port, 'POST', '/live/session', { bearer, body: {} })).status).toBe(403);
      expect(await tryToConnect('host-1', 'host', bearer)).toBe('refused');
    }
    expect(await tryToConnect('board-1', 'board', begun.secret)).toBe('refused');
    expect(await tryToConnect('board-1', 'board', begun.board)).toBe('connected');
    expect(await tryToConnect('host-1', 'host', host)).toBe('connected');
  });

  it('another site in the teacher’s browser is not heard', async () => {
    const headers = { Origin: 'http://evil.example' };
    expect((await call(port, 'GET', '/live/session', { bearer: host, headers })).status).toBe(404);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/live/mqtt`, 'mqtt', { headers });
    expect(
      await new Promise((resolve) => socket.on('error', resolve).on('open', resolve)),
    ).toBeInstanceOf(Error);
  });

  it('guessing the code: few tries, none when the room is locked, and the link still works', async () => {
    const begun = await begin(port, host);
    const enter = (body: Json) => call(port, 'POST', '/live/enter', { body });
    expect((await enter({ code: ` ${begun.code.toLowerCase()} ` })).json.secret).toBe(begun.secret);
    const page = lead(begun);
    await page.tap({ do: 'lock', locked: true });
    expect((await enter({ code: begun.code })).json).toMatchObject({ failure: { code: 'locked' } });
    await page.tap({ do: 'lock', locked: false });
    const statuses = [];
    const now = Date.now();
    clock = () => now;
    for (let guess = 0; guess < 40; guess++)
      statuses.push((await enter({ code: `WRONG${guess}` })).status);
    expect(statuses.filter((status) => status === 403).length).toBeLessThan(32);
    expect(statuses.at(-1)).toBe(429);
    expect((await enter({ code: begun.code })).status).toBe(429);
    expect((await enter({ secret: begun.secret })).status).toBe(200);
    expect((await enter({ secret: newKey() })).status).toBe(403);
  });

  it('guessing from many addresses: all of them together get few tries', async () => {
    await begin(port, host);
    const now = Date.now();
    clock = () => now;
    /** All of 127/8 is this machine. */
    const guess = (address: string) =>
      new Promise<number>((resolve, reject) => {
        const asked = request(
          {
            port,
            localAddress: address,
            host: '127.0.0.1',
            path: '/live/enter',
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
          },
          (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        );
        asked.on('error', reject);
        asked.end('{"code":"WRONG2"}');
      });
    const statuses: number[] = [];
    for (let house = 2; house < 27; house++) {
      const some = Array.from({ length: 28 }, () => guess(`127.0.0.${house}`));
      statuses.push(...(await Promise.all(some)));
    }
    expect(statuses.filter((status) => status === 403)).toHaveLength(600);
    expect(statuses.at(-1)).toBe(429);
  });

  it('the key, and others’ answers: in no byte that a phone gets before the key is shown', async () => {
    const begun = await begin(port, host, { names: 'typed' });
    const page = lead(begun);
    const [key, spyKey] = [newKey(), newKey()];
    const ana = await student(begun, key, 'Ana');
    const spy = await join(port, begun.secret, spyKey, 'Spy');
    await page.tap({ do: 'admit-all' });
    let heard = '';
    const socket = new WebSocket(`ws://127.0.0.1:${port}/live/mqtt`, 'mqtt');
    onTestFinished(() => socket.terminate());
    socket.on('message', (data: Buffer) => (heard += data.toString('latin1')));
    const utf8 = new TextEncoder();
    const ours = { encode: (text: string) => utf8.encode(text), decode: () => '' };
    await new Promise((resolve) => socket.once('open', resolve));
    const login = { clientId: spy, username: 'seat', password: spyKey, will: null };
    socket.send(connectPacket({ ...login, keepAlive: 30, clean: true }, ours));
    const all = [topics.stage(begun.session), topics.seat(begun.session, spy)];
    socket.send(subscribePacket(1, all, ours));
    const ask = async () => {
      for (const [where, body] of [
        ['/live/enter', { secret: begun.secret }],
        ['/live/join', { secret: begun.secret, key: spyKey, name: '' }],
      ] as const) {
        heard += JSON.stringify((await call(port, 'POST', where, { body })).json);
      }
      heard += JSON.stringify((await call(port, 'GET', '/live/missed', { bearer: spyKey })).json);
    };
    const place = 1;
    await page.tap({ do: 'open', place: 0 });
    for (const command of ['close', 'reveal']) await page.tap({ do: command, place: 0 });
    await until(() => heard.includes('"phase":"revealed"'));
    heard = '';
    await page.tap({ do: 'open', place });
    await until(() => ana.known().stage?.place === place);
    ana.line.answer(place, { kind: 'typed', text: 'what Ana thinks' }, null);
    await until(() => ana.known().sent?.state === 'saved');
    await page.tap({ do: 'close', place });
    await page.tap({ do: 'discuss', place });
    await until(() => heard.includes('"phase":"discussing"'));
    heard = heard.slice(heard.indexOf('"phase":"asking"'));
    const before = heard.length;
    await ask();
    // Of the question before, the key is out.
    expect(heard.slice(0, before)).not.toContain(SECRET);
    expect(heard).not.toContain(`${SECRET} key`);
    expect(heard).not.toContain('what Ana thinks');
    expect(heard).not.toContain(ana.seat);
    await page.tap({ do: 'reveal', place });
    await until(() => heard.includes(`${SECRET} key`));
    expect(heard).not.toContain('what Ana thinks');
  });

  it('answering late or twice: refused in words, and the first stands on disk', async () => {
    const begun = await begin(port, host);
    const page = lead(begun);
    const ana = await student(begun);
    await page.tap({ do: 'open', place: 0 });
    await until(() => ana.known().stage?.phase === 'asking');
    const up = topics.seatUp(begun.session, ana.seat);
    const answer = (text: string, vote = 1) =>
      JSON.stringify({ t: 'answer', place: 0, vote, response: { kind: 'option', text } });
    ana.line.answer(0, RIGHT, null);
    await until(() => ana.known().sent?.state === 'saved');
    const told: string[] = [];
    ana.transport.subscribe(topics.seat(begun.session, ana.seat), (text) => told.push(text));
    const refused = (code: string) =>
      until(() => told.splice(0).some((text) => text.includes(code)));
    // Once more the same is no other answer; and a second vote that is not open is no vote.
    await ana.transport.deliver(up, answer('Right'));
    await ana.transport.deliver(up, answer('Left'));
    await refused('"code":"twice"');
    await ana.transport.deliver(up, answer('Left', 2));
    await refused('"code":"late"');
    await page.tap({ do: 'close', place: 0 });
    const ben = await student(begun);
    await until(() => ben.known().stage?.phase === 'closed');
    ben.line.answer(0, RIGHT, null);
    await until(() => ben.known().sent?.failure?.code === 'late');
    const text = readFileSync(logPath(folder, begun.session), 'utf8');
    expect(text.match(/"kind":"answered"/g)).toHaveLength(1);
  });

  it('script in a name, or in what else is sent: it is text, and without its marks', async () => {
    const begun = await begin(port, host, { names: 'typed' });
    const page = lead(begun);
    await join(port, begun.secret, newKey(), '<img src=x onerror=alert(1)>\u202e"\n{{7*7}}');
    const isThere = ({ t, seats }: Json) => t === 'seats' && (seats as Json[]).length > 0;
    await until(() => page.news.find(isThere));
    const [seat] = page.news.find(isThere)!.seats as Json[];
    expect(seat!.name).toBe('img src=x onerror=alert(1)" {{7*');
    const written = readFileSync(logPath(folder, begun.session), 'utf8').trimEnd().split('\n');
    // A line of the log cannot be forged by a name either.
    expect(written.map((line) => (JSON.parse(line) as Json).kind)).toEqual(['created', 'joined']);
  });

  it('answering for another, reading others, wildcards: refused by the broker, topic by topic', async () => {
    const begun = await begin(port, host);
    const page = lead(begun);
    const key = newKey();
    const mallory = await join(port, begun.secret, key);
    const ana = await student(begun);
    await page.tap({ do: 'open', place: 0 });
    const heard: string[] = [];
    const login = { clientId: mallory, username: 'seat', password: key };
    for (const topic of [
      topics.seat(begun.session, ana.seat),
      topics.seatUp(begun.session, ana.seat),
      topics.host(begun.session),
      topics.board(begun.session),
      `recite/${begun.session}/#`,
      '#',
    ]) {
      const spy = client(port, login);
      spy.subscribe(topic, (text) => heard.push(text));
      await new Promise<void>((resolve) =>
        spy.watch((state) => state === 'connected' && resolve()),
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
      spy.close();
    }
    const forged = client(port, login);
    const answer = JSON.stringify({
      t: 'answer',
      place: 0,
      vote: 1,
      response: { kind: 'option', text: 'Left' },
    });
    await new Promise<void>((resolve) =>
      forged.watch((state) => state === 'connected' && resolve()),
    );
    forged.send(topics.seatUp(begun.session, ana.seat), answer);
    forged.send(
      topics.hostUp(begun.session),
      JSON.stringify({ t: 'do', id: 'abcd', command: { do: 'end' } }),
    );
    forged.send(topics.stage(begun.session), '{}');
    ana.line.answer(0, RIGHT, null);
    await until(() => ana.known().sent?.state === 'saved');
    forged.close();
    expect(heard).toEqual([]);
    const opened = await openLog(logPath(folder, begun.session));
    if (!opened.ok) throw new Error(opened.error.message);
    await opened.value.log.close();
    const session = foldSession(opened.value.events);
    expect(session.phase).toBe('asking');
    expect(session.answers.get('0.1')?.get(ana.seat)?.response).toEqual(RIGHT);
    expect(await tryToConnect(ana.seat, 'seat', key)).toBe('refused');
    expect(ana.known().line).toBe('connected');
  });

  it('floods, oversized and malformed frames: that connection ends, the class goes on', async () => {
    const begun = await begin(port, host);
    const page = lead(begun);
    const ana = await student(begun);
    const closed = (first: (socket: WebSocket) => void) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/live/mqtt`, 'mqtt');
        socket.on('open', () => first(socket));
        socket.on('error', () => undefined);
        socket.on('close', resolve);
      });
    expect(await closed((socket) => socket.send(Buffer.alloc(20_000)))).toBe(1009);
    expect(await closed((socket) => socket.send('text'))).toBe(1009);
    // 200 MB announced, in small pieces.
    expect(await closed((socket) => socket.send(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x5f])))).toBe(
      1009,
    );
    expect(await closed((socket) => socket.send(Buffer.from([0x00, 0x00])))).toBeGreaterThanOrEqual(
      1000,
    );
    expect(
      await closed((socket) => {
        for (let ping = 0; ping < 100; ping++) socket.send(Buffer.from([0xc0, 0]));
      }),
    ).toBeGreaterThanOrEqual(1000);

    const key = newKey();
    const seat = await join(port, begun.secret, key);
    const flooder = client(port, { clientId: seat, username: 'seat', password: key });
    const states: string[] = [];
    await new Promise<void>((resolve) =>
      flooder.watch((state) => {
        states.push(state);
        if (state === 'connected') resolve();
      }),
    );
    const here = JSON.stringify({ t: 'here', connection: 'abcd' });
    for (let message = 0; message < 50; message++)
      flooder.send(topics.seatUp(begun.session, seat), here);
    await until(() => states.at(-1) === 'connecting');
    flooder.close();

    await page.tap({ do: 'open', place: 0 });
    await until(() => ana.known().stage?.phase === 'asking');
    expect(ana.known().line).toBe('connected');
  });

  it('thousands of joins from one address: a class gets in, the rest is told to wait', async () => {
    const begun = await begin(port, host);
    const statuses: number[] = [];
    const now = Date.now();
    clock = () => now;
    for (let at = 0; at < 300; at += 20) {
      const some = Array.from({ length: 20 }, () =>
        call(port, 'POST', '/live/join', {
          body: { secret: begun.secret, key: newKey(), name: '' },
        }),
      );
      statuses.push(...(await Promise.all(some)).map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(250);
    expect(statuses.at(-1)).toBe(429);
  });

  it('what is no join and no session is refused in words', async () => {
    const begun = await begin(port, host);
    for (const body of [
      '{',
      '[]',
      {},
      { secret: begun.secret, key: 'short' },
      { secret: 1, key: newKey() },
    ]) {
      expect((await call(port, 'POST', '/live/join', { body })).status).toBeGreaterThanOrEqual(400);
    }
    const again = await call(port, 'POST', '/live/session', { bearer: host, body: {} });
    expect(again.json).toMatchObject({ failure: { code: 'running' } });
    expect((await call(port, 'GET', '/live/elsewhere')).status).toBe(404);
    expect(
      (await call(port, 'GET', `/live/log?session=../../host-secret`, { bearer: host })).status,
    ).toBe(404);
  });

  it('half a connection is not held for long, nor does it hold others up', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /live/mqtt HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n');
    expect((await call(port, 'GET', '/live')).json).toEqual({ live: true });
    socket.destroy();
  });
});

describe('the log', () => {
  it('of a session outlives a second one that would have the same name', async () => {
    const begun = await begin(port, host);
    const file = logPath(folder, begun.session);
    const before = readFileSync(file, 'utf8');
    const world = {
      folder,
      now: Date.now,
      newSession: () => begun.session,
      newSeat: () => null,
      publish: () => undefined,
      happened: () => undefined,
      broken: () => undefined,
    };
    const again = await beginSession(world, { settings: PLAIN, plan: PLAN });
    expect(again).toMatchObject({ ok: false, error: { code: 'no-disk' } });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('has all that comes at once in its order; what the teacher does waits for no sync', async () => {
    const opened = await openLog(path(folder, 'many.jsonl'));
    if (!opened.ok) throw new Error(opened.error.message);
    const { log } = opened.value;
    const events = Array.from({ length: 300 }, (_, at) => {
      const event = { n: at + 1, at: 0 };
      return at % 50 === 49
        ? { ...event, kind: 'locked' as const, locked: true }
        : { ...event, kind: 'named' as const, seat: 'seat', name: `N ${at}` };
    });
    const answered = { kind: 'answered', seat: 'seat', place: 0, vote: 1 } as const;
    const settled: string[] = [];
    const all: Promise<void>[] = [];
    for (const [at, event] of events.entries()) {
      const answer = { ...answered, response: RIGHT, confidence: null, n: event.n, at: 0 };
      const { handed, safe } = log.append([event.kind === 'locked' ? event : answer]);
      all.push(
        handed.then(() => void settled.push(`handed ${at}`)),
        safe.then(() => void settled.push(`safe ${at}`)),
      );
      if (at % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(all);
    await log.close();
    const again = await openLog(path(folder, 'many.jsonl'));
    if (!again.ok) throw new Error(again.error.message);
    await again.value.log.close();
    expect(again.value.events.map(({ n }) => n)).toEqual(events.map(({ n }) => n));
    for (const sign of ['handed', 'safe']) {
      const order = settled.filter((one) => one.startsWith(sign));
      expect(order).toEqual(events.map((_, at) => `${sign} ${at}`));
    }
  });

  it('cuts off a torn last line, and leaves alone what is damaged otherwise', async () => {
    const begun = await begin(port, host);
    await join(port, begun.secret);
    await stop();
    const file = logPath(folder, begun.session);
    const whole = readFileSync(file, 'utf8');
    appendFileSync(file, '{"n":3,"at":1,"kind":"lo');
    await start();
    expect(readFileSync(file, 'utf8')).toBe(whole);
    await stop();
    appendFileSync(file, 'nonsense\n');
    const opened = await openLog(file);
    expect(opened).toMatchObject({ ok: false, error: { code: 'log-unreadable' } });
    expect(readFileSync(file, 'utf8')).toBe(`${whole}nonsense\n`);
    await start();
  });
});

describe('the length of packets', () => {
  it('is known however they are cut', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xc0, 0]),
      Buffer.from([0x30, 0xc8, 0x01]),
      Buffer.alloc(200, 0xff),
      Buffer.from([0xe0, 0]),
    ]);
    for (const step of [1, 2, 3, 7, 300]) {
      const meter = new PacketMeter(200);
      let packets = 0;
      for (let at = 0; at < bytes.length; at += step)
        packets += meter.measure(bytes.subarray(at, at + step));
      expect(packets).toBe(3);
      expect(new PacketMeter(199).measure(bytes)).toBe(-1);
    }
    expect(new PacketMeter(1e9).measure(Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff, 0x01]))).toBe(
      -1,
    );
  });
});

describe('npm start, killed in mid-answer', () => {
  it('has lost no acknowledged answer', async () => {
    const project = startableProject({ '200.html': 'the shell' });
    const data = path(project.root, 'data');
    let child: ChildProcess | null = null;
    let at = somePort();
    const boot = async (tries = 0): Promise<void> => {
      child = spawn(process.execPath, ['src/server/start.js'], {
        cwd: project.root,
        env: { ...process.env, PORT: String(at), HOST: '127.0.0.1', RECITE_DATA: data },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout!.on('data', (part: Buffer) => (output += part.toString()));
      const started = child;
      await until(() => output.includes('localhost') || started.exitCode !== null, 40_000);
      // Somebody else has the port.
      if (started.exitCode === null) return;
      if (tries === 0) throw new Error('npm start has ended by itself');
      at = somePort();
      await boot(tries - 1);
    };
    onTestFinished(() => void child?.kill('SIGKILL'));
    await boot(3);
    const secret = readFileSync(path(data, 'host-secret'), 'utf8').trim();
    const begun = await begin(at, secret);
    const page = lead(begun);
    const keys = Array.from({ length: 30 }, newKey);
    const seats = await Promise.all(keys.map((key) => join(at, begun.secret, key)));
    const phones = seats.map((seat, index) => phone(begun, seat, keys[index]!));
    onTestFinished(() => phones.forEach(({ line }) => line.close()));
    await until(() => phones.every(({ known }) => known().line === 'connected'));

    for (const [place, response] of [RIGHT, { kind: 'typed', text: 'x' } as const].entries()) {
      expect(await page.tap({ do: 'open', place })).toBeNull();
      await until(() => phones.every(({ known }) => known().stage?.place === place));
      for (const { line } of phones.slice(0, 15)) line.answer(place, response, null);
      await until(() =>
        phones.some(
          ({ known }) => known().sent?.place === place && known().sent?.state === 'saved',
        ),
      );
      for (const { line } of phones.slice(15)) line.answer(place, response, null);
      child!.kill('SIGKILL');
      const acknowledged = phones
        .filter(({ known }) => known().sent?.state === 'saved')
        .map(({ seat }) => seat);
      const kept = (await openLog(logPath(data, begun.session))) as {
        value: { events: Parameters<typeof foldSession>[0] };
      };
      const answers = foldSession(kept.value.events).answers.get(`${place}.1`);
      for (const seat of acknowledged) expect(answers?.has(seat)).toBe(true);
      await boot();
      for (const { transport } of phones) transport.wake();
      page.transport.wake();
      // Those whose answers were on their way have sent them again.
      await until(() => phones.every(({ known }) => known().sent?.state === 'saved'), 15_000);
      expect(await page.tap({ do: 'close', place })).toBeNull();
      expect(await page.tap({ do: 'reveal', place })).toBeNull();
      await until(() =>
        phones.every(({ known }) => known().view?.results[place]?.missing === false),
      );
    }
  });
});
