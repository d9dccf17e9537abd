import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { npm, run } from '../src/server/processes.js';
import { ROOT } from '../src/server/setup.js';

/** The browser that the tests run in: found, or else installed. */

/** With these a Chromium runs as root, in a container, without a graphics card and without calling home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** It has no window to draw, so it takes two thirds of the time; nor what needs a window, as notifications. */
const SHELL = 'chromium-headless-shell';

const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome'];

const USUAL_PLACES = [
  `/usr/bin/${SHELL}`,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of the first Chromium or Chrome that is there, without starting it.
 *
 * @param {{ whole?: boolean }} [options] `whole`: one that can show windows, too
 * @returns {string | null}
 */
export function findChromium({ whole = false } = {}) {
  for (const path of candidates(process.env)) {
    if (!(whole && isShell(path)) && isExecutable(path)) return path;
  }
  return null;
}

/**
 * Finds a browser that really starts, or installs one, and names it in CHROME_PATH, where the
 * programs that we start look first.
 *
 * @param {{ packages?: boolean }} [options] `packages`: whether this system has apt, and lets us use it
 * @returns {Promise<string | null>} null where every way failed; each said why on stderr
 */
export async function ensureChromium({ packages = process.getuid?.() === 0 && isDebian() } = {}) {
  const wanted = process.env.CHROME_PATH;
  if (wanted && !isExecutable(wanted)) {
    console.error(`CHROME_PATH names ${wanted}, which is no program here; looking elsewhere.`);
  }
  const working = useWorking() ?? (await installed(packages));
  if (!working || working === wanted || isShell(working) || !packages) return working;
  await installShell();
  delete process.env.CHROME_PATH;
  return useWorking();
}

/** Where it cannot be had, the tests take longer. */
async function installShell() {
  // Nothing that is there is taken away for it, and a network that is not there is soon given up.
  const limits = ['--no-remove', '-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::Retries=0'];
  /** @type {[string, ...string[]]} */
  const install = ['apt-get', 'install', '-y', '-q', ...limits, SHELL];
  if ((await run(install, { cwd: ROOT, quietStdout: true })) === 0) return;
  if ((await run(['apt-get', 'update', '-q', ...limits.slice(1)], { cwd: ROOT })) === 0)
    await run(install, { cwd: ROOT, quietStdout: true });
}

/** @param {boolean} packages */
async function installed(packages) {
  console.error('No Chromium or Chrome found; installing one (set CHROME_PATH to use your own) …');
  for (const command of waysToInstall(packages)) {
    await run(command, { cwd: ROOT });
    const found = useWorking();
    if (found) return found;
  }
  return null;
}

/**
 * @param {boolean} packages whether this system has apt, and lets us use it
 * @returns {Array<[string, ...string[]]>}
 */
function waysToInstall(packages) {
  const playwright = ['exec', '--', 'playwright', 'install'];
  return [
    npm(...playwright, '--with-deps', 'chromium'),
    ...(packages
      ? /** @type {Array<[string, ...string[]]>} */ ([
          ['apt-get', 'update'],
          ['apt-get', 'install', '-y', 'chromium'],
        ])
      : // Only root may install what the browser depends on; it may be there already.
        [npm(...playwright, 'chromium')]),
  ];
}

/** @returns {string | null} */
function useWorking() {
  for (const path of candidates(process.env)) {
    if (isExecutable(path) && starts(path)) {
      process.env.CHROME_PATH = path;
      return path;
    }
  }
  return null;
}

/**
 * Where a browser may be, the likeliest first. Playwright's own comes last, and is asked for last:
 * loading Playwright takes a third of a second.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function* candidates(environment) {
  if (environment.CHROME_PATH) yield environment.CHROME_PATH;
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of NAMES) for (const folder of folders) yield join(folder, name);
  yield* USUAL_PLACES;
  const own = playwrightsOwn();
  if (own) yield own;
}

function playwrightsOwn() {
  try {
    const load = createRequire(import.meta.url);
    /** @type {unknown} */
    const loaded = load('@playwright/test');
    const playwright = /** @type {typeof import('@playwright/test')} */ (loaded);
    return playwright.chromium.executablePath();
  } catch {
    return null;
  }
}

/** @param {string} path */
function isShell(path) {
  return basename(path).includes('headless-shell');
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Some systems have a `chromium-browser` that only says how to install it.
 *
 * @param {string} path
 */
function starts(path) {
  // On Windows Chrome opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  try {
    execFileSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
