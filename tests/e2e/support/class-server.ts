import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { startServer, type OwnServer } from './server.ts';

/** The teacher's machine: a server of the test's own, with sessions of its own. */
export interface ClassServer {
  readonly origin: string;
  /** The folder that its sessions lie in. */
  readonly data: string;
  readonly secret: string;
  /** Of the teacher's page. */
  readonly host: string;
  /** As a machine that loses its power. */
  kill(): Promise<void>;
  /** On the same port, with what lies on its disk. */
  startAgain(): Promise<void>;
}

/** A new one for each test of the file that calls this. */
export function classServer(): ClassServer {
  let data = '';
  let server: OwnServer;
  const secret = () => readFileSync(join(data, 'host-secret'), 'utf8').trim();

  test.beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'recite-class-'));
    server = await startServer({ RECITE_DATA: data });
  });

  test.afterEach(async () => {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  });

  return {
    get origin() {
      return server.origin;
    },
    get data() {
      return data;
    },
    get secret() {
      return secret();
    },
    get host() {
      return `${server.origin}/host#${secret()}`;
    },
    kill: () => server.kill(),
    async startAgain() {
      server = await startServer({ RECITE_DATA: data, PORT: new URL(server.origin).port });
    },
  };
}
