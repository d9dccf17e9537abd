import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createHandler } from '../../../src/server/serve.js';
import { ROOT } from '../../../src/server/setup.js';

export const BUILD = join(ROOT, 'build');

/** `npm start`, without the npm: a server of the test's own, which it can stop. */
export interface OwnServer {
  readonly origin: string;
  /** Asks it to end, and waits until it has. Says how it ended. */
  stop(): Promise<number | null>;
  /** As a machine that loses its power. */
  kill(): Promise<void>;
}

export async function startServer(
  environment: Readonly<Record<string, string>> = {},
): Promise<OwnServer> {
  const child: ChildProcess = spawn(process.execPath, ['src/server/start.js'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const address = new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(said);
      if (found) resolve(`http://localhost:${found[1]}`);
    });
    void ended.then(([code]) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    origin: await address,
    async stop() {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A server whose folder can be exchanged while it runs, as when a new version is put up. */
export interface Shelf {
  readonly origin: string;
  show(directory: string): void;
  close(): Promise<void>;
}

export async function serveFolder(directory: string): Promise<Shelf> {
  let handler: RequestListener = createHandler(directory);
  const server = createServer((request, response) => handler(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    show(next) {
      handler = createHandler(next);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
