import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { register } from 'tsx/esm/api';
import { measureKills } from './classroom-kills.js';
import { SETTLING_MS } from './classroom-leader.js';
import { somePort, start, usage, within } from './classroom-servers.js';

/** @typedef {import('node:child_process').ChildProcess} Child */
/** @typedef {import('./classroom-servers.js').Kind} Kind */

/**
 * What was measured of one broker with one class. Times in milliseconds.
 *
 * @typedef {object} Measured
 * @property {Kind} kind
 * @property {number} students
 * @property {number[]} joins
 * @property {number[]} fanOut from the teacher’s tap to each phone, of all questions
 * @property {number[]} first of these, those of the first question
 * @property {number[]} acknowledgements
 * @property {number} cpu processor time of the server
 * @property {number} memory bytes resident at the end
 * @property {number} lost answers that were acknowledged and are not there
 */

export const SIZES = [200, 1000, 3000];
/** @type {readonly Kind[]} */
const KINDS = ['plain', 'mosquitto', 'recite'];
/** As many that each of them is the first of a turn as often as the others. */
const QUESTIONS = 9;
export const KILLS = 50;

/**
 * @param {{ sizes?: readonly number[], kills?: number }} [part] of it, for a machine with little time: each
 *   is measured for itself
 * @returns {Promise<{ measured: Measured[], kills: import('./classroom-kills.js').Kills | null, without: Kind[] }>}
 */
export async function measureClassroom({ sizes = SIZES, kills = KILLS } = {}) {
  register({ tsconfig: false });
  /** @type {Measured[]} */
  const measured = [];
  /** @type {Set<Kind>} */
  const without = new Set();
  for (const students of sizes) {
    console.error(`  ${students.toLocaleString('en')} students …`);
    measured.push(...(await measureInTurns(students, without)));
  }
  if (kills === 0) return { measured, without: [...without], kills: null };
  console.error(`  ${kills} kills …`);
  return { measured, without: [...without], kills: await measureKills(kills) };
}

/**
 * One broker with its class; both are there from the first turn to the last, and idle in those of the
 * others.
 *
 * @typedef {object} Rival
 * @property {Measured} found
 * @property {Child} server
 * @property {number} before processor time of the server that was no part of it
 * @property {(what: string, place?: number) => Promise<unknown>} tell its class
 * @property {() => void} end
 */

/**
 * All in turns, question by question, and each question in another order: what else the machine does
 * meanwhile falls upon all of them.
 *
 * @param {number} students
 * @param {Set<Kind>} without is told who is not on this machine
 * @returns {Promise<Measured[]>} of those that came to the end
 */
async function measureInTurns(students, without) {
  /** @type {Rival[]} */
  let rivals = [];
  /** @param {readonly Rival[]} order @param {(rival: Rival) => Promise<void>} turn */
  const each = async (order, turn) => {
    for (const rival of order) {
      try {
        await turn(rival);
      } catch (error) {
        console.error(`  ${rival.found.kind} came to nothing: ${String(error)}`);
        rival.end();
        rivals = rivals.filter((one) => one !== rival);
      }
    }
  };
  try {
    for (const kind of KINDS) {
      const rival = await begin(kind, students);
      if (rival) rivals.push(rival);
      else without.add(kind);
    }
    await each(rivals, async ({ found, tell }) => {
      found.joins = numbers(await tell('come'));
      // Until the last has subscribed: what another broker sends before is lost to it.
      await sleep(SETTLING_MS);
    });
    for (let place = 0; place < QUESTIONS; place++) {
      const next = place % Math.max(1, rivals.length);
      await each([...rivals.slice(next), ...rivals.slice(0, next)], (rival) => round(rival, place));
    }
    await each(rivals, async ({ found, server, before, tell }) => {
      const { cpu, memory } = usage(server);
      found.cpu = cpu - before;
      found.memory = memory;
      found.lost = QUESTIONS * students - Number(await tell('kept'));
    });
    return rivals.map(({ found }) => found);
  } finally {
    for (const rival of rivals) rival.end();
  }
}

/**
 * A question, its answers, and its results.
 *
 * @param {Rival} rival
 * @param {number} place
 */
async function round({ found, tell }, place) {
  const times = numbers(await tell('ask', place));
  found.fanOut.push(...times);
  if (place === 0) found.first = times;
  found.acknowledgements.push(...numbers(await tell('answer', place)));
  await tell('close', place);
}

/**
 * @param {Kind} kind
 * @param {number} students
 * @returns {Promise<Rival | null>} null where the broker is not on this machine
 */
async function begin(kind, students) {
  const folder = mkdtempSync(join(tmpdir(), 'recite-bench-'));
  const at = somePort();
  const server = await start(kind, at, students, folder);
  if (!server) {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  const before = usage(server).cpu;
  const script = new URL('classroom-class.js', import.meta.url).pathname;
  const all = spawn(
    process.execPath,
    ['--expose-gc', script, kind, String(at), String(students), folder],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const answered = () =>
    new Promise((resolve, reject) => {
      all.once('message', (/** @type {{ done?: unknown, failed?: string }} */ said) =>
        said.failed === undefined ? resolve(said.done) : reject(new Error(said.failed)),
      );
    });
  await within(answered(), 'The teacher’s coming in');
  /** @type {Measured} */
  const found = {
    ...{ kind, students, joins: [], fanOut: [], first: [], acknowledgements: [] },
    ...{ cpu: NaN, memory: NaN, lost: NaN },
  };
  return {
    found,
    server,
    before,
    tell(what, place = 0) {
      all.send({ do: what, place });
      return within(answered(), `“${what}”`);
    },
    end() {
      all.kill('SIGKILL');
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {unknown} value @returns {number[]} */
function numbers(value) {
  return Array.isArray(value) ? value.map(Number) : [];
}
