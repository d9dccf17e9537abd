import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * What a teacher’s machine keeps of sessions: their logs, and the secrets by which they are entered.
 * For its owner’s eyes only.
 */

/** 128 bits, as 32 hexadecimal digits. */
export function newSecret() {
  return randomBytes(16).toString('hex');
}

/** @param {Readonly<Record<string, string | undefined>>} [environment] */
export function dataFolder(environment = process.env) {
  return environment.RECITE_DATA?.trim() || join(homedir(), '.recite');
}

/**
 * The secret that makes somebody the host here; made at the first start. It stays, so that the teacher’s
 * page is still the teacher’s after a restart.
 *
 * @param {string} folder
 */
export function hostSecret(folder) {
  const path = join(folder, 'host-secret');
  try {
    const known = readFileSync(path, 'utf8').trim();
    if (/^[0-9a-f]{32}$/.test(known)) return known;
  } catch {
    // There is none yet.
  }
  const made = newSecret();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, `${made}\n`, { mode: 0o600 });
  return made;
}

/**
 * How a session is entered: by the secret of its QR code, or by the code that is typed.
 *
 * @typedef {{ session: string, secret: string, code: string }} Entrance
 */

/**
 * @param {string} folder
 * @param {Entrance} entrance
 */
export function keepEntrance(folder, entrance) {
  mkdirSync(join(folder, 'sessions'), { recursive: true, mode: 0o700 });
  const path = join(folder, 'sessions', `${entrance.session}.json`);
  writeFileSync(path, `${JSON.stringify(entrance)}\n`, { mode: 0o600, flag: 'wx', flush: true });
}

/**
 * @param {string} folder
 * @param {string} session
 */
export function logPath(folder, session) {
  return join(folder, 'sessions', `${session}.jsonl`);
}

/**
 * The entrances that were kept, the newest first.
 *
 * @param {string} folder
 * @returns {Entrance[]}
 */
export function keptEntrances(folder) {
  const sessions = join(folder, 'sessions');
  if (!existsSync(sessions)) return [];
  return readdirSync(sessions)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ path: join(sessions, name), at: statSync(join(sessions, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .flatMap(({ path }) => readEntrance(path) ?? []);
}

/**
 * @param {string} path
 * @returns {Entrance | null} null where it was torn: its session had not begun
 */
function readEntrance(path) {
  try {
    /** @type {unknown} */
    const entrance = JSON.parse(readFileSync(path, 'utf8'));
    return /** @type {Entrance} */ (entrance);
  } catch {
    return null;
  }
}

/** Without the letters and digits that are mistaken for one another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Six of 32: one of a thousand million. */
export function newCode() {
  return Array.from(randomBytes(6), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** Ids of sessions, seats and seeds: 80 bits, small letters and digits. */
export function newId() {
  return randomBytes(10).toString('hex');
}
