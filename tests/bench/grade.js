import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { serve } from '../../src/server/serve.js';
import { withPage } from './chromium.js';
import {
  copySchema,
  fill,
  lookUpRecords,
  prepare,
  timing,
  watchBareWrite,
  watchGrade,
} from './in-page.js';

/** How long it takes from a grade to the next card, in a deck of ten thousand. */

/** @typedef {import('./chromium.js').Page} Page */
/** @typedef {import('./in-page.js').Timing} Timing */
/** @typedef {{ rate: number, grade: Timing[], bare: Timing[] }} Rounds `rate`: the processor's slowing */

const CARDS = 10_000;
const WARM_UP = 8;
const ROUNDS = 64;
const RATES = [1, 4];

const JOURNAL = 'recite-journal';
const COPY = 'recite-bench';
const BANK = 'banks/mexico-cartels.json';

/** Records sent to the page at once. */
const CHUNK = 2000;

/** Longer than any animation, so that the page is quiet when a key is pressed, in milliseconds. */
const PAUSE = 250;

/** Mostly Good, as in life. */
const GRADES = ['3', '3', '1', '3', '4', '3', '3', '2'];

/**
 * @param {{ build: string, browser: string }} options `build`: the folder of the app's build
 * @returns {Promise<Rounds[]>}
 */
export async function measureGrade({ build, browser }) {
  register({ tsconfig: false });
  const { repeatedBank, studied } = await import('./history.ts');
  /** @type {unknown} */
  const shipped = JSON.parse(readFileSync(join(build, BANK), 'utf8'));
  const bank = repeatedBank(/** @type {Parameters<typeof repeatedBank>[0]} */ (shipped), CARDS);
  const records = studied(bank, Date.now(), 0);

  const server = await serve({ directory: build, host: '127.0.0.1', port: 0 });
  if (!server.ok) throw new Error(server.error.message);
  const origin = `http://127.0.0.1:${server.value.port}`;
  try {
    return await withPage(browser, async (page) => {
      await page.route(`**/${BANK}`, (route) => route.fulfill({ json: bank }));
      // The app makes its stores; the bench only fills them.
      await page.goto(origin, { waitUntil: 'networkidle' });
      await page.evaluate(copySchema, { from: JOURNAL, to: COPY });
      /** @type {Array<[store: string, all: readonly object[]]>} */
      const stores = Object.entries(records);
      for (const [store, all] of stores) {
        for (let at = 0; at < all.length; at += CHUNK) {
          const batch = JSON.stringify({ [store]: all.slice(at, at + CHUNK) });
          await page.evaluate(fill, { names: [JOURNAL, COPY], batch });
        }
      }
      const all = [];
      for (const rate of RATES) all.push(await rounds(page, origin, rate));
      return all;
    });
  } finally {
    await server.value.close();
  }
}

/**
 * Grades cards and, in between, writes the same two records into the copy: what disturbs the
 * machine for a while disturbs both.
 *
 * @param {Page} page
 * @param {string} origin
 * @param {number} rate how many times slower the processor is made
 * @returns {Promise<Rounds>}
 */
async function rounds(page, origin, rate) {
  await page.goto(`${origin}/study`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Show answer' }).waitFor();
  await page.evaluate(prepare, { journal: JOURNAL, copy: COPY });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });

  /** @type {Rounds} */
  const measured = { rate, grade: [], bare: [] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    await page.keyboard.press('Space');
    await page.getByRole('group', { name: 'How well did you know it?' }).waitFor();
    const grade = await timed(page, watchGrade, GRADES[round % GRADES.length] ?? '3');
    await page.evaluate(lookUpRecords);
    // A key that the app knows nothing of.
    const bare = await timed(page, watchBareWrite, 'b');
    if (round < WARM_UP) continue;
    measured.grade.push(grade);
    measured.bare.push(bare);
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await cdp.detach();
  return measured;
}

/**
 * Presses a key on a quiet page and says what that took.
 *
 * @param {Page} page
 * @param {() => void} watch
 * @param {string} key
 */
async function timed(page, watch, key) {
  await page.evaluate(watch);
  await page.waitForTimeout(PAUSE);
  await page.keyboard.press(key);
  // Not asked at once: the question itself would keep the page busy.
  await page.waitForTimeout(PAUSE);
  return page.evaluate(timing);
}
