import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 1000;
const STALE_MS = 5000;
const POLL_MS = 200;

/**
 * Runs `work` while no other process does the same. The lock is a file that its holder touches every
 * second; one that nobody has touched for a while was left by a process that was killed, and is taken
 * over. (Process ids would not do: they are reused, and in a container always the same.)
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{ waiting?: () => void, staleAfter?: number }} [options] `waiting` is called once, when
 *   somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, { waiting, staleAfter = STALE_MS } = {}) {
  const token = randomUUID();
  mkdirSync(dirname(path), { recursive: true });
  await acquire(path, token, { waiting, staleAfter });
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MS);
  const release = () => {
    clearInterval(heartbeat);
    if (read(path) === token) rmSync(path, { force: true });
  };
  // Also where the process is told to stop in the middle of the work.
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} path
 * @param {string} token
 * @param {{ waiting: (() => void) | undefined, staleAfter: number }} options
 */
async function acquire(path, token, { waiting, staleAfter }) {
  let seen = '';
  let since = performance.now();
  let told = false;
  while (!create(path, token)) {
    if (!told) waiting?.();
    told = true;
    // Age is measured by our own clock from what we saw, never by comparing with the file's time:
    // after a sleep of the machine every file looks old.
    const state = `${read(path)} ${modified(path)}`;
    if (state !== seen) {
      seen = state;
      since = performance.now();
    } else if (performance.now() - since > staleAfter) {
      const own = `${path}.${token}`;
      writeFileSync(own, token);
      renameSync(own, path);
      // Of several who take over in the same moment, the last one has it.
      await sleep(POLL_MS);
      if (read(path) === token) return;
    }
    await sleep(POLL_MS);
  }
}

/**
 * @param {string} path
 * @param {string} token
 */
function create(path, token) {
  try {
    writeFileSync(path, token, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} path */
function touch(path) {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Somebody removed the lock by hand; the work goes on.
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} path */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
