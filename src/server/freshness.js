import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What npm writes last when an installation has succeeded. */
export const INSTALLED = 'node_modules/.package-lock.json';

/** Lies in the build, so that it goes with it. Holds the state of the sources that were built. */
export const STAMP = 'build/.stamp';

const SOURCES = [
  'src',
  'static',
  'questions',
  'svelte.config.js',
  'vite.config.ts',
  'package-lock.json',
  'package.json',
];

/**
 * Whether `node_modules` is there, complete, and not older than the lockfile.
 *
 * @param {string} root
 */
export function isInstalled(root) {
  const installed = modified(join(root, INSTALLED));
  const locked = modified(join(root, 'package-lock.json'));
  return installed !== undefined && installed >= (locked ?? 0);
}

/**
 * Whether `build/` was made, completely, from sources in this state.
 *
 * @param {string} root
 */
export function isBuilt(root) {
  const stamp = join(root, STAMP);
  if (!existsSync(stamp) || !existsSync(join(root, 'build/200.html'))) return false;
  return readFileSync(stamp, 'utf8') === sourcesState(root);
}

/**
 * A digest of the names, sizes and times of all sources. Unlike a comparison of times it also sees
 * a file that was deleted, one that was put back with its old time, and a change during a build.
 *
 * @param {string} root
 */
export function sourcesState(root) {
  const digest = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of filesIn(root, source)) {
      const { size, mtimeMs } = statSync(join(root, path));
      digest.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
  }
  return digest.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path relative to the root
 * @returns {string[]}
 */
function filesIn(root, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return isTest(path) ? [] : [path];
  return readdirSync(join(root, path))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${name}`));
}

/** @param {string} path */
function isTest(path) {
  return path.endsWith('.test.ts');
}

/** @param {string} path */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
