import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { register } from 'tsx/esm/api';
import { clientOf, comeIn, connected, keyOf } from './classroom-load.js';

/** @typedef {import('./classroom-load.js').Class} Class */
/** @typedef {import('node:child_process').ChildProcess} Child */
/** @typedef {'recite' | 'plain' | 'mosquitto'} Kind */

/**
 * What was measured of one broker with one class. Times in milliseconds.
 *
 * @typedef {object} Measured
 * @property {Kind} kind
 * @property {number} students
 * @property {number[]} joins
 * @property {number[]} fanOut from the teacher’s tap to each phone
 * @property {number[]} acknowledgements
 * @property {number} cpu processor time of the server
 * @property {number} memory bytes resident at the end
 * @property {number} lost answers that were acknowledged and are not there
 */

/** @typedef {{ rounds: number, acknowledged: number, lost: number }} Kills */

export const SIZES = [200, 1000, 3000];
const QUESTIONS = 3;
/** A class answers within a second. */
const ANSWERING_MS = 1000;
/** For what is sent to each student after a question. */
const SETTLING_MS = 700;
export const KILLS = 50;
const KILLED_STUDENTS = 100;
/** What takes longer has come to a halt: it is said, and the rest is measured. */
const LONGEST_MS = 60_000;

/** Below the ports of outgoing connections. */
const port = () => 20_000 + Math.floor(Math.random() * 10_000);

/**
 * @param {{ sizes?: readonly number[], kills?: number }} [part] of it, for a machine with little time: each
 *   is measured for itself
 * @returns {Promise<{ measured: Measured[], kills: Kills | null, without: string[] }>}
 */
export async function measureClassroom({ sizes = SIZES, kills = KILLS } = {}) {
  register({ tsconfig: false });
  /** @type {Measured[]} */
  const measured = [];
  /** @type {string[]} */
  const without = [];
  for (const students of sizes) {
    for (const kind of /** @type {const} */ (['plain', 'mosquitto', 'recite'])) {
      const name = `${kind}, ${students.toLocaleString('en')} students`;
      console.error(`  ${name} …`);
      try {
        const found = await measureOne(kind, students);
        if (found) measured.push(found);
        else if (!without.includes(kind)) without.push(kind);
      } catch (error) {
        console.error(`  ${name} came to nothing: ${String(error)}`);
      }
    }
  }
  if (kills === 0) return { measured, without, kills: null };
  console.error(`  ${kills} kills …`);
  return { measured, without, kills: await measureKills(kills) };
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {string} what
 * @param {number} [longest] milliseconds
 * @returns {Promise<T>}
 */
async function within(work, what, longest = LONGEST_MS) {
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
 * @param {number} students
 * @returns {Promise<Measured | null>} null where the broker is not on this machine
 */
async function measureOne(kind, students) {
  const folder = mkdtempSync(join(tmpdir(), 'recite-bench-'));
  const at = port();
  const server = await start(kind, at, students, folder);
  if (!server) return null;
  /** @type {Array<() => void>} */
  const ends = [];
  try {
    const before = usage(server);
    const lead = await within(leader(kind, at, students), 'The teacher’s coming in');
    ends.push(lead.end);
    const { phones, joins, hear } = await within(comeIn(at, students), 'Coming in');
    ends.push(() => phones.forEach((phone) => phone.close()));
    // Until the last has subscribed: what another broker sends before is lost to it.
    await sleep(SETTLING_MS);
    /** @type {number[]} */
    const fanOut = [];
    /** @type {number[]} */
    const acknowledgements = [];
    for (let place = 0; place < QUESTIONS; place++) {
      fanOut.push(...(await within(ask(lead, hear, place, students), 'A question')));
      const answer = answerTo(place);
      const answers = phones.map(async (phone, student) => {
        await sleep((ANSWERING_MS * student) / students);
        const since = performance.now();
        await phone.deliver(`recite/bench/seat/seat${student}/up`, answer);
        acknowledgements.push(performance.now() - since);
      });
      await within(Promise.all(answers), 'The answers');
      await within(lead.close(place), 'Closing');
    }
    const after = usage(server);
    const lost = QUESTIONS * students - lead.kept(folder);
    const cpu = after.cpu - before.cpu;
    return { kind, students, joins, fanOut, acknowledgements, cpu, memory: after.memory, lost };
  } finally {
    for (const end of ends) end();
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * From the tap until every phone has the question.
 *
 * @param {Leader} lead
 * @param {Class['hear']} hear
 * @param {number} place
 * @param {number} students
 * @returns {Promise<number[]>}
 */
function ask(lead, hear, place, students) {
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

/** As long as ours. @param {number} place */
function stageOf(place) {
  const question = {
    place,
    type: 'choice',
    prompt: 'What?',
    options: ['Up', 'Left', 'Right', 'Down'],
  };
  const stage = { session: 'bench', n: place, title: '', pace: 'together', phase: 'asking', place };
  return JSON.stringify({ ...stage, question, total: 60, filled: 'x'.repeat(170) });
}

/** As long as what our engine tells one student. */
const VIEW = JSON.stringify({ t: 'view', view: 'x'.repeat(290) });

/** @param {number} place */
function answerTo(place) {
  const response = { kind: 'option', text: 'Right' };
  return JSON.stringify({ t: 'answer', place, vote: 1, response });
}

/**
 * The answers in the log, of one question or of all.
 *
 * @param {string} folder
 * @param {number} [place]
 * @returns {Set<string>} `seat7 0`
 */
function answersIn(folder, place) {
  const lines = readFileSync(join(folder, 'sessions/bench.jsonl'), 'utf8').split('\n');
  /** @type {Set<string>} */
  const answers = new Set();
  for (const line of lines) {
    const [, seat, at] = /"kind":"answered","seat":"(\w+)","place":(\d+)/.exec(line) ?? [];
    if (seat && (place === undefined || Number(at) === place)) answers.add(`${seat} ${at}`);
  }
  return answers;
}

/**
 * The teacher. With another broker the page does itself what our server does: it publishes the question,
 * takes every answer, and tells each student the result.
 *
 * @typedef {object} Leader
 * @property {(place: number) => void} open
 * @property {(place: number) => Promise<void>} close and waits until all have their results
 * @property {(place: number) => Promise<void>} turn closes without waiting
 * @property {(folder: string) => number} kept how many answers are there
 * @property {() => void} end
 * @property {() => void} wake
 */

/**
 * @param {Kind} kind
 * @param {number} at
 * @param {number} students
 * @returns {Promise<Leader>}
 */
async function leader(kind, at, students) {
  const client = await clientOf(at, {
    clientId: 'host-1',
    username: 'host',
    password: keyOf(0xabc),
  });
  if (kind !== 'recite') {
    let answers = 0;
    const tell = (/** @type {number} */ student) =>
      client.send(`recite/bench/seat/seat${student}`, VIEW);
    for (let student = 0; student < students; student++) {
      client.subscribe(`recite/bench/seat/seat${student}/up`, (text) => {
        if (text.includes('"answer"')) answers++;
        else tell(student);
      });
    }
    await connected(client);
    return {
      open: (place) => client.send('recite/bench/stage', stageOf(place)),
      async close(place) {
        client.send('recite/bench/stage', stageOf(place).replace('asking', 'closed'));
        client.send('recite/bench/stage', stageOf(place).replace('asking', 'revealed'));
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
 * Kills the server while a class answers, again and again, and looks each time whether every answer that
 * was acknowledged is in the log.
 *
 * @param {number} rounds
 * @returns {Promise<Kills>} of the rounds that came to their end
 */
async function measureKills(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'recite-bench-'));
  const at = port();
  let server = await start('recite', at, KILLED_STUDENTS, folder);
  const { phones, hear } = await within(comeIn(at, KILLED_STUDENTS), 'Coming in');
  const lead = await within(leader('recite', at, KILLED_STUDENTS), 'The teacher’s coming in');
  const kills = { rounds: 0, acknowledged: 0, lost: 0 };
  /** @param {number} place */
  const round = async (place) => {
    await within(ask(lead, hear, place, KILLED_STUDENTS), 'A question');
    /** @type {Set<string>} */
    const safe = new Set();
    const all = phones.map(async (phone, student) => {
      await sleep(200 * Math.random());
      await phone.deliver(`recite/bench/seat/seat${student}/up`, answerTo(place));
      safe.add(`seat${student} ${place}`);
    });
    await sleep(20 + 160 * Math.random());
    const died = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGKILL');
    await died;
    // What was on its way to us before it died is acknowledged as well.
    await sleep(20);
    const kept = answersIn(folder, place);
    kills.acknowledged += safe.size;
    for (const answer of safe) if (!kept.has(answer)) kills.lost++;
    server = await start('recite', at, KILLED_STUDENTS, folder);
    for (const phone of phones) phone.wake();
    lead.wake();
    await within(Promise.all(all), 'Sending again');
    if (answersIn(folder, place).size !== KILLED_STUDENTS) kills.lost++;
    await within(lead.turn(place), 'Closing');
    kills.rounds++;
  };
  try {
    for (let place = 0; place < rounds; place++) await round(place);
  } catch (error) {
    console.error(`  The kills came to a halt after ${kills.rounds}: ${String(error)}`);
  } finally {
    for (const phone of phones) phone.close();
    lead.end();
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
  return kills;
}

/**
 * @param {Kind} kind
 * @param {number} at
 * @param {number} students
 * @param {string} folder
 * @returns {Promise<Child | null>} once it listens
 */
async function start(kind, at, students, folder) {
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
    `listener ${port()} 127.0.0.1`,
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
function usage({ pid }) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const resident = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const cpu = ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000;
    return { cpu, memory: resident * 4096 };
  } catch {
    return { cpu: NaN, memory: NaN };
  }
}
