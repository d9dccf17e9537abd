import { existsSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INSTALLED, STAMP, isBuilt, isInstalled, sourcesState } from './freshness.js';
import { withLock } from './lock.js';
import { npm, run } from './processes.js';

/**
 * What `npm start`, `npm test` and `npm run recite` do first, so that a fresh clone needs no other
 * command. Node's own modules only: nothing else may be installed yet. Everything that is said, and
 * everything that npm says, goes to stderr.
 */

/** @typedef {import('../lib/primitives/index.ts').Result<void>} Done */

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Not in `node_modules` or `build`, which are deleted while the lock is held. */
const LOCK = '.svelte-kit/setup.lock';

/**
 * @param {string} [version] as in `process.versions.node`
 * @returns {Done}
 */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return { ok: true, value: undefined };
  return failure('node-too-old', `Recite needs Node.js 20.19 or newer; this is ${version}.`);
}

/**
 * Installs the dependencies where `node_modules` is missing, incomplete or older than the lockfile.
 *
 * @param {{ root?: string, command?: readonly [string, ...string[]] }} [options] for tests
 * @returns {Promise<Done>}
 */
export async function ensureInstalled({ root = ROOT, command = installCommand() } = {}) {
  const node = checkNode();
  if (!node.ok) return node;
  return unless(isInstalled, root, async () => {
    console.error('Installing what Recite needs (npm ci) …');
    // First, so that an installation that breaks off is never taken for a whole one.
    rmSync(join(root, INSTALLED), { force: true });
    const code = await run(command, { cwd: root, quietStdout: true });
    if (code !== 0 || !existsSync(join(root, INSTALLED))) {
      return failure(
        'install-failed',
        `The installation failed (npm ci, exit code ${code}; its messages are above). It can be repeated at any time.`,
      );
    }
    markInstalled(root);
    return done();
  });
}

/**
 * Builds the app where `build/` is missing, unfinished or older than the sources.
 *
 * @param {{ root?: string, command?: readonly [string, ...string[]] }} [options] for tests
 * @returns {Promise<Done>}
 */
export async function ensureBuilt({ root = ROOT, command = buildCommand() } = {}) {
  return unless(isBuilt, root, async () => {
    console.error('Building the app (npm run build) …');
    rmSync(join(root, STAMP), { force: true });
    // Taken before: what changes while the build runs makes the build old.
    const state = sourcesState(root);
    const code = await run(command, { cwd: root, quietStdout: true });
    if (code !== 0 || !existsSync(join(root, 'build/200.html'))) {
      return failure(
        'build-failed',
        `The build failed (npm run build, exit code ${code}; its messages are above).`,
      );
    }
    writeFileSync(join(root, STAMP), state);
    return done();
  });
}

/**
 * Does the work unless it is done, or another process does it meanwhile.
 *
 * @param {(root: string) => boolean} isDone
 * @param {string} root
 * @param {() => Promise<Done>} work
 * @returns {Promise<Done>}
 */
async function unless(isDone, root, work) {
  if (isDone(root)) return done();
  return withLock(join(root, LOCK), async () => (isDone(root) ? done() : work()), {
    waiting: () => console.error('Another process is setting up; waiting for it …'),
  });
}

/**
 * Everything is a development dependency, hence `--include=dev` where NODE_ENV says production; and
 * `npm run -s` would hand its silence down, so the level of messages is given.
 */
function installCommand() {
  return npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=warn');
}

/** Warnings and errors only: whoever wants the list of files runs `npm run build`. */
function buildCommand() {
  return npm('run', '-s', 'build', '--', '--logLevel', 'warn');
}

/**
 * A lockfile with a time in the future (a wrong clock, an archive) must not mean "install for ever".
 *
 * @param {string} root
 */
function markInstalled(root) {
  const locked = statSync(join(root, 'package-lock.json')).mtimeMs;
  const time = new Date(Math.max(Date.now(), Math.ceil(locked)));
  utimesSync(join(root, INSTALLED), time, time);
}

/** @returns {Done} */
function done() {
  return { ok: true, value: undefined };
}

/**
 * @param {string} code
 * @param {string} message
 * @returns {Done}
 */
function failure(code, message) {
  return { ok: false, error: { code, message } };
}
