import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answersIn, answerTo, ask, leader } from './classroom-leader.js';
import { comeIn } from './classroom-load.js';
import { somePort, start, within } from './classroom-servers.js';

/** @typedef {{ rounds: number, acknowledged: number, lost: number }} Kills */

const KILLED_STUDENTS = 100;

/**
 * Kills the server while a class answers, again and again, and looks each time whether every answer that
 * was acknowledged is in the log.
 *
 * @param {number} rounds
 * @returns {Promise<Kills>} of the rounds that came to their end
 */
export async function measureKills(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'recite-bench-'));
  const at = somePort();
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
