import { timing, watchGrade } from './in-page.js';
import {
  firstCard,
  onDisk,
  prepareWrites,
  started,
  watchDisk,
  watchSameWrite,
} from './in-page-scale.js';
import { JOURNAL, withBrowser, withJournals } from './journals.js';

/**
 * What a journal of 100,000 cards and 500,000 events costs against one of 100 cards: to start, to
 * grade, to keep in memory.
 */

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./in-page.js').Timing} Timing */
/** @typedef {import('./in-page-scale.js').Start} Start */
/** @typedef {import('./journals.js').Seeded} Seeded */
/** @typedef {{ journal: Seeded, starts: Start[] }} Starts */
/** @typedef {{ disk: number[], grade: Timing[], written: Timing[] }} Grades milliseconds */

/** The first is the baseline. */
const JOURNALS = [
  { name: '100 cards', host: 'small', cards: 100, away: 0 },
  { name: '100,000 cards', host: 'large', cards: 100_000, away: 0 },
];

const STARTS = 12;
/** Together fewer than the cards of the shipped bank that are due: after the last one no card comes. */
const WARM_UP = 6;
const GRADES = 32;
/** Longer than any animation, so that the page is quiet when a key is pressed, in milliseconds. */
const PAUSE = 250;

/**
 * From the start of a browser's first page to the first card, in turns: what disturbs the machine for
 * a while disturbs all alike.
 *
 * @param {{ build: string, browser: string, keep?: string }} places
 * @returns {Promise<{ starts: Starts[], grades: Grades }>}
 */
export function measureScale(places) {
  return withJournals(places, JOURNALS, async (journals, profile) => {
    /** @type {Starts[]} */
    const starts = journals.map((journal) => ({ journal, starts: [] }));
    for (let round = 0; round <= STARTS; round++) {
      for (const { journal, starts: own } of starts) {
        const start = await withBrowser(profile, (context) => coldStart(context, journal.origin));
        // After the first, the app's files are in the browser's cache, as with whoever comes back.
        if (round > 0) own.push(start);
      }
    }
    // The last, for there enough cards are due.
    const large = journals[journals.length - 1];
    if (!large) throw new Error('there is no journal');
    console.error('Grading …');
    const grades = await withBrowser(profile, (context) => gradesAndWrites(context, large.origin));
    return { starts, grades };
  });
}

/**
 * @param {BrowserContext} context
 * @param {string} origin
 */
async function coldStart(context, origin) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(firstCard);
  await page.goto(`${origin}/study`);
  return page.evaluate(started);
}

/**
 * Grades cards and, in between, writes the same three records into the same stores.
 *
 * @param {BrowserContext} context
 * @param {string} origin
 * @returns {Promise<Grades>}
 */
async function gradesAndWrites(context, origin) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${origin}/study`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Show answer' }).waitFor();
  await page.evaluate(prepareWrites, JOURNAL);
  /** @type {Grades} */
  const measured = { disk: [], grade: [], written: [] };
  for (let round = 0; round < WARM_UP + GRADES; round++) {
    await page.keyboard.press('Space');
    await page.getByRole('group', { name: 'How well did you know it?' }).waitFor();
    const grade = await timed(page, [watchDisk, watchGrade], '3');
    const disk = await page.evaluate(onDisk);
    // A key that the app knows nothing of.
    const written = await timed(page, [watchSameWrite], 'b');
    if (round < WARM_UP) continue;
    measured.disk.push(disk);
    measured.grade.push(grade);
    measured.written.push(written);
  }
  return measured;
}

/**
 * Presses a key on a quiet page and says what that took.
 *
 * @param {Page} page
 * @param {readonly (() => void)[]} watchers
 * @param {string} key
 */
async function timed(page, watchers, key) {
  for (const watch of watchers) await page.evaluate(watch);
  await page.waitForTimeout(PAUSE);
  await page.keyboard.press(key);
  await page.waitForTimeout(PAUSE);
  return page.evaluate(timing);
}

/** How long a page may still be reading once its first screen is there, in milliseconds. */
const QUIET = 3000;

/** @typedef {{ page: string, bytes: number[] }} Heap one figure a journal, in their order */

const PAGES = [
  { name: 'Study', path: '/study' },
  { name: 'Today', path: '/' },
  { name: 'Read', path: '/read' },
];

/**
 * What the page holds once it is quiet, after a collection of what it no longer needs.
 *
 * @param {{ build: string, browser: string, keep?: string }} places
 * @returns {Promise<Heap[]>}
 */
export function measureMemory(places) {
  return withJournals(places, JOURNALS, async (journals, profile) => {
    const heaps = [];
    for (const { name, path } of PAGES) {
      const bytes = [];
      for (const { origin } of journals)
        bytes.push(await withBrowser(profile, (context) => heapOf(context, origin + path)));
      heaps.push({ page: name, bytes });
    }
    return heaps;
  });
}

/**
 * @param {BrowserContext} context
 * @param {string} address
 */
async function heapOf(context, address) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address, { waitUntil: 'networkidle' });
  // What is read after the first paint is to be in it too.
  await page.waitForTimeout(QUIET);
  const cdp = await context.newCDPSession(page);
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}
