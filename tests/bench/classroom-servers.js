import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The servers that are measured, each in a process of its own. */

/** @typedef {import('node:child_process').ChildProcess} Child */
/** @typedef {'plain' | 'mosquitto' | 'recite'} Kind */

/** What takes longer has come to a halt: it is said, and the rest is measured. */
const LONGEST_MS = 60_000;

/** Below the ports of outgoing connections. */
export const somePort = () => 20_000 + Math.floor(Math.random() * 10_000);

/**
 * @template T
 * @param {Promise<T>} work
 * @param {string} what
 * @param {number} [longest] milliseconds
 * @returns {Promise<T>}
 */
export async function within(work, what, longest = LONGEST_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${longest} ms`)), longest);
  });
  try {
    return await /** @type {Promise<T>} */ (Promise.race([work, late]));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Kind} kind
 * @param {number} at
 * @param {number} students
 * @param {string} folder
 * @returns {Promise<Child | null>} once it listens
 */
export async function start(kind, at, students, folder) {
  if (kind === 'mosquitto') return startMosquitto(at, folder);
  const script = new URL('classroom-broker.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, kind, String(at), String(students), folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await within(
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    }),
    'Starting the server',
  );
  return child;
}

/**
 * @param {number} at
 * @param {string} folder
 * @returns {Promise<Child | null>}
 */
async function startMosquitto(at, folder) {
  const path = join(folder, 'mosquitto.conf');
  const lines = [
    `user ${userInfo().username}`,
    // It does not start with listeners for WebSocket alone.
    `listener ${somePort()} 127.0.0.1`,
    `listener ${at} 127.0.0.1`,
    'protocol websockets',
    'allow_anonymous true',
  ];
  writeFileSync(path, `${lines.join('\n')}\nmax_queued_messages 0\n`);
  const child = spawn('mosquitto', ['-c', path], { stdio: 'ignore' });
  /** @type {boolean} */
  const began = await new Promise((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
  if (!began) return null;
  await sleep(500);
  return child.exitCode === null ? child : null;
}

/** Clock ticks of Linux a second. */
const TICKS = 100;

/**
 * Of Linux’s own books; NaN elsewhere.
 *
 * @param {Child} child
 */
export function usage({ pid }) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const resident = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const cpu = ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
    return { cpu, memory: resident * 4096 };
  } catch {
    return { cpu: NaN, memory: NaN };
  }
}
