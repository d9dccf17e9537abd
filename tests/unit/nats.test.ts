import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { foldSession } from '../../src/lib/classroom/index.ts';
import { logPath } from '../../src/server/live/data-folder.js';
import { startLive } from '../../src/server/live/index.js';
import { openLog } from '../../src/server/live/log.js';
import {
  keepCredentials,
  natsAccounts,
  newCredentials,
} from '../../src/server/live/nats/credentials.js';
import { serve } from '../../src/server/serve.js';
import { begin, client, join, newKey, phone, teacher, until, type Begun } from './live.ts';

/** In Debian’s package of the same name; where it is absent, there is nothing to test against. */
const isInstalled = spawnSync('nats-server', ['--version']).status === 0;
if (!isInstalled) console.info('nats-server is not installed: the test of a cluster is left out.');

const STUDENTS = 20;
const RIGHT = { kind: 'option', text: 'Right' } as const;

function isUp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () =>
      resolve(false),
    );
    socket.on('connect', () => socket.destroy());
  });
}

describe('permissions for a cluster', () => {
  it('name the topics of each user, and no others', () => {
    const credentials = newCredentials(2);
    const [ana] = credentials.seats;
    const text = natsAccounts(credentials);
    const line = text.split('\n').find((one) => one.includes(ana!.id))!;
    const { session } = credentials;
    expect(line).toContain(`publish: { allow: ["recite.${session}.seat.${ana!.id}.up"] }`);
    expect(line).toContain(
      `subscribe: { allow: ["recite.${session}.stage","recite.${session}.seat.${ana!.id}"] }`,
    );
    // Wildcards are the engine’s alone.
    expect(text.split('\n').filter((one) => /[*>]/.test(one))).toHaveLength(1);
  });
});

describe.skipIf(!isInstalled)('three nodes of NATS', () => {
  it('carry a session on when one is stopped in mid-question, and lose no answer', async () => {
    const folder = mkdtempSync(path(tmpdir(), 'recite-nats-'));
    const first = 20_000 + 20 * Math.floor(Math.random() * 500);
    const credentials = newCredentials(STUDENTS);
    keepCredentials(folder, credentials);
    const numbers = [1, 2, 3];
    const nodes = numbers.map((number): ChildProcess => {
      const routes = numbers.map((other) => `"nats://127.0.0.1:${first + 3 + other}"`).join(', ');
      const config = `server_name: n${number}
listen: "127.0.0.1:${first + number - 1}"
jetstream { store_dir: "${path(folder, `js${number}`)}" }
cluster { name: recite, listen: "127.0.0.1:${first + 3 + number}", routes: [${routes}] }
mqtt { host: "127.0.0.1", port: ${first + 6 + number} }
websocket { host: "127.0.0.1", port: ${first + 9 + number}, no_tls: true }
${natsAccounts(credentials)}`;
      const file = path(folder, `n${number}.conf`);
      writeFileSync(file, config);
      return spawn('nats-server', ['-c', file], { stdio: 'ignore' });
    });
    onTestFinished(() => {
      for (const node of nodes) node.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    });
    for (const number of numbers) {
      while (!(await isUp(first + 9 + number))) await new Promise((wait) => setTimeout(wait, 50));
    }

    const cluster = numbers.map((number) => `ws://127.0.0.1:${first + 9 + number}`).join(',');
    const live = await startLive({ folder, cluster });
    const server = await serve({ directory: folder, host: '127.0.0.1', port: first + 19, live });
    if (!server.ok) throw new Error(server.error.message);
    onTestFinished(() => server.value.close());
    // The streams are made when the engine first connects, which takes some seconds.
    let begun: Begun | null = null;
    for (let tries = 0; begun === null; tries++) {
      begun = await begin(first + 19, live.host).catch((error: unknown) => {
        if (tries > 200 || !String(error).includes('cluster-away')) throw error;
        return null;
      });
      await new Promise((wait) => setTimeout(wait, 100));
    }
    expect(begun.session).toBe(credentials.session);

    const page = teacher(begun);
    onTestFinished(() => page.transport.close());
    const keys = Array.from({ length: STUDENTS }, newKey);
    const seats = await Promise.all(keys.map((key) => join(begun.port, begun.secret, key)));
    await expect(join(begun.port, begun.secret)).rejects.toThrow('full');
    const phones = seats.map((seat, at) => phone(begun, seat, keys[at]!));
    onTestFinished(() => phones.forEach(({ line }) => line.close()));
    await until(() => phones.every(({ known }) => known().view !== null), 20_000);

    expect(await page.tap({ do: 'open', place: 0 })).toBeNull();
    await until(() => phones.every(({ known }) => known().stage?.phase === 'asking'));
    for (const { line } of phones.slice(0, 10)) line.answer(0, RIGHT, null);
    await until(() => phones.some(({ known }) => known().sent?.state === 'saved'));
    // The one that the engine is connected to, and every third phone.
    nodes[0]!.kill('SIGKILL');
    for (const { line } of phones.slice(10)) line.answer(0, RIGHT, null);
    await until(() => phones.every(({ known }) => known().sent?.state === 'saved'), 40_000);

    const answers = async () => {
      const opened = await openLog(logPath(folder, begun.session));
      if (!opened.ok) throw new Error(opened.error.message);
      await opened.value.log.close();
      return foldSession(opened.value.events).answers.get('0.1')?.size ?? 0;
    };
    const before = Date.now();
    while ((await answers()) < STUDENTS && Date.now() - before < 20_000) {
      await new Promise((wait) => setTimeout(wait, 100));
    }
    expect(await answers()).toBe(STUDENTS);
    expect(await page.tap({ do: 'close', place: 0 })).toBeNull();
    expect(await page.tap({ do: 'reveal', place: 0 })).toBeNull();
    await until(
      () => phones.every(({ known }) => known().view?.results[0]?.verdict === 'right'),
      20_000,
    );

    const stranger = client(begun.port, {
      clientId: seats[0]!,
      username: 'seat',
      password: newKey(),
    });
    onTestFinished(() => stranger.close());
    await new Promise<void>((resolve) =>
      stranger.watch((state) => state === 'refused' && resolve()),
    );
  }, 120_000);
});
