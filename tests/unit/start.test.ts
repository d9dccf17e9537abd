import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startableProject, type Project } from './project.ts';

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

function start(
  project: Project,
  command: [string, ...string[]],
  environment: Record<string, string> = {},
): Started {
  const [program, ...parameters] = command;
  const { npm_lifecycle_event: _, ...inherited } = process.env;
  const child = spawn(program, parameters, {
    cwd: project.root,
    env: { ...inherited, PORT: '0', RECITE_DATA: join(project.root, 'data'), ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const ended = new Promise<number | string>((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  onTestFinished(() => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // The whole group has ended.
    }
  });
  return { child, output: () => output, errors: () => errors, ended };
}

const NODE: [string, ...string[]] = [process.execPath, 'src/server/start.js'];
const NPM: [string, ...string[]] = ['npm', 'start'];

async function portOf({ output, errors }: Started): Promise<number> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const [, port] = /Recite is at http:\/\/localhost:(\d+)\//.exec(output()) ?? [];
    if (port !== undefined) return Number(port);
    await sleep(50);
  }
  throw new Error(`It did not start: ${output()} ${errors()}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    request({ host: '127.0.0.1', port, agent: false }, (response) => {
      response.resume().on('end', () => resolve(true));
    })
      .on('error', () => resolve(false))
      .end();
  });
}

const project = () => startableProject({ '200.html': 'the shell', 'index.html': 'today' });

describe('npm start', () => {
  it.each<[string, NodeJS.Signals, 'process' | 'group']>([
    ['node', 'SIGTERM', 'process'],
    ['node', 'SIGINT', 'process'],
    ['npm', 'SIGTERM', 'process'],
    ['npm', 'SIGTERM', 'group'],
    ['npm', 'SIGINT', 'group'],
    ['npm', 'SIGKILL', 'process'],
  ])('by %s ends within a second of %s to the %s', async (by, signal, whom) => {
    const started = start(project(), by === 'npm' ? NPM : NODE);
    const port = await portOf(started);
    expect(await answers(port)).toBe(true);
    // A browser keeps its connection open, with nothing under way.
    const idle = connect(port, '127.0.0.1').on('error', () => undefined);
    idle.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await sleep(100);

    process.kill(whom === 'group' ? -started.child.pid! : started.child.pid!, signal);
    const end = await Promise.race([started.ended, sleep(1000, 'too late')]);
    if (by === 'node') expect(end).toBe(0);
    await sleep(500);
    expect(await answers(port)).toBe(false);
    expect(end).not.toBe('too late');
    idle.destroy();
  });

  it('ends even while an answer is under way', async () => {
    const started = start(project(), NODE);
    const port = await portOf(started);
    const half = connect(port, '127.0.0.1').on('error', () => undefined);
    half.write('GET / HTTP/1.1\r\n');
    await sleep(100);
    started.child.kill('SIGTERM');
    expect(await Promise.race([started.ended, sleep(1000, 'too late')])).toBe(0);
  });

  it('says in one line that its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const started = start(project(), NODE, { PORT: port });
    expect(await started.ended).toBe(1);
    expect(started.errors()).toMatch(
      new RegExp(`^Port ${port} is in use.*PORT=\\d+ npm start\\n$`),
    );
    expect(started.output()).toBe('');
    other.close();
  });

  it('refuses a port that is none', async () => {
    const started = start(project(), NODE, { PORT: 'http' });
    expect(await started.ended).toBe(2);
    expect(started.errors()).toMatch(/^PORT must be .*http.*\n$/);
  });

  it('builds first what is old, and says so on stderr only', async () => {
    const old = project();
    old.write('src/build.js', `console.log('building');`);
    const started = start(old, NODE);
    await portOf(started);
    expect(started.errors()).toContain('Building the app');
    expect(started.errors()).toContain('building');
    expect(started.output()).not.toContain('building');
  });

  it('takes the build with it when told to stop in the middle', async () => {
    const old = project();
    old.write(
      'src/build.js',
      `import { appendFileSync } from 'node:fs';
      setInterval(() => appendFileSync('pulse', '.'), 20);`,
    );
    const pulse = () =>
      existsSync(join(old.root, 'pulse')) ? statSync(join(old.root, 'pulse')).size : 0;
    const started = start(old, NODE);
    while (pulse() === 0) await sleep(50);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(143);
    const last = pulse();
    await sleep(200);
    expect(pulse()).toBe(last);
    expect(started.errors()).not.toContain('failed');
  });
});
