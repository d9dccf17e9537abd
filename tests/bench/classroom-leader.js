import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clientOf, connected, keyOf, wiredClientOf } from './classroom-load.js';

/** @typedef {import('./classroom-load.js').Class} Class */
/** @typedef {import('./classroom-servers.js').Kind} Kind */

/**
 * The teacher. With another broker the page does itself what our server does: it publishes the question,
 * takes every answer, and tells each student the result; as many messages, as long, and retained where
 * ours are.
 *
 * @typedef {object} Leader
 * @property {(place: number) => void} open
 * @property {(place: number) => Promise<void>} close and waits until all have their results
 * @property {(place: number) => Promise<void>} turn closes without waiting
 * @property {(folder: string) => number} kept how many answers are there
 * @property {() => void} end
 * @property {() => void} wake
 */

/** For what is sent to each student after a question, or on coming in. */
export const SETTLING_MS = 700;

const HOST = { clientId: 'host-1', username: 'host', password: keyOf(0xabc) };

/**
 * @param {Kind} kind
 * @param {number} at
 * @param {number} students
 * @returns {Promise<Leader>}
 */
export function leader(kind, at, students) {
  return kind === 'recite' ? ourLeader(at) : otherLeader(at, students);
}

/**
 * @param {number} at
 * @returns {Promise<Leader>}
 */
async function ourLeader(at) {
  const client = await clientOf(at, HOST);
  await connected(client);
  let taps = 0;
  /** @type {(command: string, place: number) => Promise<void>} */
  const tap = (command, place) =>
    client.deliver(
      'recite/bench/host/up',
      JSON.stringify({ t: 'do', id: `tap${taps++}`, command: { do: command, place } }),
    );
  /** @param {number} place */
  const turn = async (place) => {
    await tap('close', place);
    await tap('reveal', place);
  };
  return {
    open: (place) => void tap('open', place),
    async close(place) {
      await turn(place);
      await sleep(SETTLING_MS);
    },
    turn,
    kept: (folder) => answersIn(folder).size,
    end: () => client.close(),
    wake: () => client.wake(),
  };
}

/**
 * @param {number} at
 * @param {number} students
 * @returns {Promise<Leader>}
 */
async function otherLeader(at, students) {
  const { publishPacket } = await import('../../src/lib/classroom/mqtt/index.ts');
  const { client, write, utf8 } = await wiredClientOf(at, HOST);
  let answers = 0;
  /** Questions whose key was shown. */
  let shown = 0;
  const tell = (/** @type {number} */ student) =>
    client.send(`recite/bench/seat/seat${student}`, viewAfter(shown));
  for (let student = 0; student < students; student++) {
    client.subscribe(`recite/bench/seat/seat${student}/up`, (text) => {
      if (text.includes('"answer"')) answers++;
      else tell(student);
    });
  }
  await connected(client);
  const id = { id: null, again: false };
  /** @param {string} phase @param {number} place */
  const stage = (phase, place) => {
    const packet = { ...id, topic: 'recite/bench/stage', text: stageAs(phase, place) };
    write(publishPacket({ ...packet, retain: true }, utf8));
  };
  stage('lobby', -1);
  return {
    open: (place) => stage('asking', place),
    async close(place) {
      stage('closed', place);
      stage('revealed', place);
      shown++;
      // To each student the own result.
      for (let student = 0; student < students; student++) tell(student);
      await sleep(SETTLING_MS);
    },
    turn: () => Promise.resolve(),
    kept: () => answers,
    end: () => client.close(),
    wake: () => client.wake(),
  };
}

/** As long as ours, with the question that both are asked. @type {Record<string, number>} */
const STAGE_LENGTHS = { lobby: 219, asking: 358, closed: 358, revealed: 831 };

/** @param {string} phase @param {number} place */
function stageAs(phase, place) {
  const stage = { session: 'bench', n: 7, title: '', pace: 'together', phase, place };
  return filled({ ...stage, total: 60 }, STAGE_LENGTHS[phase] ?? 0);
}

/** As long as what our engine tells one student. @param {number} shown */
function viewAfter(shown) {
  return filled({ t: 'view' }, shown === 0 ? 180 : 207 + 71 * shown);
}

/**
 * @param {object} message
 * @param {number} length of its text
 */
function filled(message, length) {
  const short = JSON.stringify({ ...message, filled: '' }).length;
  return JSON.stringify({ ...message, filled: 'x'.repeat(Math.max(0, length - short)) });
}

/** @param {number} place */
export function answerTo(place) {
  const response = { kind: 'option', text: 'Right' };
  return JSON.stringify({ t: 'answer', place, vote: 1, response });
}

/**
 * From the tap until every phone has the question.
 *
 * @param {Leader} lead
 * @param {Class['hear']} hear
 * @param {number} place
 * @param {number} students
 * @returns {Promise<number[]>} milliseconds, of each phone
 */
export function ask(lead, hear, place, students) {
  return new Promise((resolve) => {
    /** @type {number[]} */
    const times = [];
    const since = performance.now();
    hear((_phone, text) => {
      if (!text.includes(`"phase":"asking","place":${place}`)) return;
      times.push(performance.now() - since);
      if (times.length === students) resolve(times);
    });
    lead.open(place);
  });
}

/**
 * The answers in the log, of one question or of all.
 *
 * @param {string} folder
 * @param {number} [place]
 * @returns {Set<string>} `seat7 0`
 */
export function answersIn(folder, place) {
  const lines = readFileSync(join(folder, 'sessions/bench.jsonl'), 'utf8').split('\n');
  /** @type {Set<string>} */
  const answers = new Set();
  for (const line of lines) {
    const [, seat, at] = /"kind":"answered","seat":"(\w+)","place":(\d+)/.exec(line) ?? [];
    if (seat && (place === undefined || Number(at) === place)) answers.add(`${seat} ${at}`);
  }
  return answers;
}
