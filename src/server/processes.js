import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Starting other programs, and stopping them with all that they started. npm and the shell between
 * us and a tool do not pass signals on, so killing only the child would leave its work running.
 */

const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @typedef {typeof STOP_SIGNALS[number]} StopSignal */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let stopping = false;

/**
 * Runs a program to its end, with no input.
 *
 * @param {readonly [string, ...string[]]} command
 * @param {{ cwd: string, quietStdout?: boolean, onOutput?: (chunk: Buffer) => void }} options
 *   `quietStdout` sends its output to stderr, for callers whose own stdout is a contract; `onOutput`
 *   gets all of it instead, as it comes
 * @returns {Promise<number>} its exit code; 127 where it could not be started; never settles once
 *   `stopAll` was called
 */
export function run([program, ...parameters], { cwd, quietStdout = false, onOutput }) {
  return new Promise((resolve) => {
    // Whoever is being stopped must not go on to the next step, nor report this one as failed.
    if (stopping) return;
    const child = spawn(program, parameters, {
      cwd,
      stdio: onOutput
        ? ['ignore', 'pipe', 'pipe']
        : ['ignore', quietStdout ? 2 : 'inherit', 'inherit'],
      // On Windows npm is a script, which only a shell can start.
      shell: process.platform === 'win32' && program === 'npm',
    });
    running.add(child);
    if (onOutput) {
      child.stdout?.on('data', onOutput);
      child.stderr?.on('data', onOutput);
    }
    child.on('error', (error) => {
      running.delete(child);
      console.error(`${program} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => {
      running.delete(child);
      if (!stopping) resolve(code ?? 1);
    });
  });
}

/**
 * The npm that started us, or else the one on the PATH.
 *
 * @param {string[]} parameters
 * @returns {[string, ...string[]]}
 */
export function npm(...parameters) {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.c?js$/.test(script)
    ? [process.execPath, script, ...parameters]
    : ['npm', ...parameters];
}

/**
 * Stops every program that `run` started and all that those started.
 *
 * @param {number} [grace] milliseconds before what is still there is killed
 * @returns {Promise<void>}
 */
async function stopAll(grace = 2000) {
  stopping = true;
  const closed = [...running].map(
    (child) => new Promise((resolve) => child.once('close', resolve)),
  );
  const pids = [...running].flatMap(({ pid }) => (pid === undefined ? [] : tree(pid)));
  for (const pid of pids) signal(pid, 'SIGTERM');
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, grace);
  });
  await Promise.race([Promise.all(closed), late]);
  clearTimeout(timer);
  for (const pid of pids) signal(pid, 'SIGKILL');
}

/**
 * Ends this process in the middle of its work.
 *
 * @param {StopSignal} name
 */
export async function breakOff(name) {
  await stopAll();
  process.exit(name === 'SIGINT' ? 130 : 143);
}

/**
 * Calls back, once, when we are asked to stop: by a signal, or because the npm that started us is
 * gone. (`npm start` is npm → sh → node; npm passes a signal on to the shell, which dies of it
 * without telling node.)
 *
 * @param {(name: StopSignal) => Promise<void>} callback
 */
export function onStop(callback) {
  let called = false;
  /** @param {StopSignal} name */
  const once = (name) => {
    if (called) return;
    called = true;
    void callback(name);
  };
  for (const name of STOP_SIGNALS) process.on(name, () => once(name));
  // Only below npm: a server started by hand in the background may outlive its shell.
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = npmAbove();
  const watch = setInterval(() => {
    if (npmAbove() !== ancestors) once('SIGTERM');
  }, 200);
  watch.unref();
}

/** Our parent; and, where that is the shell that npm puts between, its parent, which is npm. */
function npmAbove() {
  const shell = /^(\S*\/)?\w*sh\0-c\0/.test(readProc(process.ppid, 'cmdline'));
  return shell ? `${process.ppid} ${parentOf(process.ppid)}` : `${process.ppid}`;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

/**
 * A process and all below it, the deepest last.
 *
 * @param {number} root
 * @returns {number[]}
 */
function tree(root) {
  const parents = parentsOfAll();
  const found = [root];
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid) found.push(child);
  }
  return found;
}

/** @returns {Array<[pid: number, parent: number]>} */
function parentsOfAll() {
  try {
    if (process.platform === 'linux') {
      // Small images have no `ps`; Linux always has /proc.
      const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
      return pids.map((pid) => [Number(pid), parentOf(Number(pid))]);
    }
    if (process.platform === 'win32') return [];
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    return table
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .map(([pid = 0, parent = 0]) => [pid, parent]);
  } catch {
    return [];
  }
}

/**
 * @param {number} pid
 * @returns {number} 0 where there is no such process, or no /proc
 */
function parentOf(pid) {
  // `pid (name) state parent …`, where the name may itself hold spaces and brackets.
  const stat = readProc(pid, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

/**
 * @param {number} pid
 * @param {'stat' | 'cmdline'} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
