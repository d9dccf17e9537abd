import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { register } from 'tsx/esm/api';
import { serve } from '../../src/server/serve.js';
import { CHROMIUM_FLAGS } from '../browser.js';
import { PHONE } from './chromium.js';
import { fill, timing, watchGrade } from './in-page.js';
import {
  firstCard,
  onDisk,
  prepareWrites,
  started,
  watchDisk,
  watchSameWrite,
} from './in-page-scale.js';

/**
 * What a journal of 100,000 cards and 500,000 events costs against one of 100 cards: to start, to
 * grade, to keep in memory.
 */

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./in-page.js').Timing} Timing */
/** @typedef {import('./in-page-scale.js').Start} Start */

/** @typedef {{ name: string, cards: number, away: number }} Journal */
/** @typedef {{ cards: number, events: number, due: number }} Size */
/** @typedef {Journal & { origin: string, size: Size }} Seeded */
/** @typedef {{ journal: Seeded, starts: Start[] }} Starts */
/** @typedef {{ disk: number[], grade: Timing[], written: Timing[] }} Grades milliseconds */

/** Each on an origin of its own. The first is the baseline. */
const JOURNALS = [
  { name: '100 cards', cards: 100, away: 0 },
  { name: '100,000 cards', cards: 100_000, away: 0 },
  { name: '100,000 cards, a month away', cards: 100_000, away: 30 },
];
/** Long enough ago for five answers to a card in the mean. */
const BEGUN = 36;

const BANK = 'banks/mexico-cartels.json';
const JOURNAL = 'recite-journal';
/**
 * Events sent to the page at once, and written in one transaction: no more than the app itself writes,
 * for large transactions leave traces in the database that slow its opening.
 */
const CHUNK = 500;
/** For the database to put its files in order once it is filled, in milliseconds. */
const SETTLE = 15_000;

const STARTS = 12;
const WARM_UP = 8;
const GRADES = 48;
/** Longer than any animation, so that the page is quiet when a key is pressed, in milliseconds. */
const PAUSE = 250;

/**
 * Does something in a browser that has just been started.
 *
 * @template T
 * @param {{ browser: string, profile: string }} places `profile`: the folder that its storage lies in
 * @param {(context: BrowserContext) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withBrowser({ browser, profile }, work) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    args: CHROMIUM_FLAGS,
    ...PHONE,
    serviceWorkers: 'block',
    timezoneId: 'UTC',
  });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/**
 * Seeds the journals and hands them over, in a browser profile that goes afterwards.
 *
 * @template T
 * @param {{ build: string, browser: string }} places `build`: the folder of the app's build
 * @param {readonly Journal[]} journals
 * @param {(journals: Seeded[], places: { browser: string, profile: string }) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withJournals({ build, browser }, journals, work) {
  const profile = mkdtempSync(join(tmpdir(), 'recite-bench-'));
  const remove = () => rmSync(profile, { recursive: true, force: true });
  // Also where the bench is told to stop in the middle.
  process.once('exit', remove);
  const places = { browser, profile };
  const servers = [];
  try {
    const seeded = [];
    for (const journal of journals) {
      const server = await serve({ directory: build, host: '127.0.0.1', port: 0 });
      if (!server.ok) throw new Error(server.error.message);
      servers.push(server.value);
      const origin = `http://127.0.0.1:${server.value.port}`;
      console.error(`Filling a journal: ${journal.name} …`);
      const size = await withBrowser(places, (context) => seed(context, origin, journal, build));
      seeded.push({ ...journal, origin, size });
    }
    return await work(seeded, places);
  } finally {
    for (const server of servers) await server.close();
    process.off('exit', remove);
    remove();
  }
}

/**
 * The app makes its stores; the bench only fills them, with what the app's own fold makes.
 *
 * @param {BrowserContext} context
 * @param {string} origin
 * @param {Journal} journal
 * @param {string} build
 * @returns {Promise<Size>}
 */
async function seed(context, origin, { cards, away }, build) {
  register({ tsconfig: false });
  const { addTo, cardsOfBanks, lives } = await import('./history.ts');
  /** @type {unknown} */
  const shipped = JSON.parse(readFileSync(join(build, BANK), 'utf8'));
  const bank = /** @type {Parameters<typeof cardsOfBanks>[0]} */ (shipped);
  const now = Date.now();
  const today = Math.floor((now - 4 * 3_600_000) / 86_400_000);

  const page = await context.newPage();
  await page.goto(origin, { waitUntil: 'networkidle' });
  /** @type {(batch: Record<string, readonly object[]>) => Promise<void>} */
  const write = (batch) => page.evaluate(fill, { names: [JOURNAL], batch: JSON.stringify(batch) });
  /** @type {Parameters<typeof addTo>[0]} */
  const days = new Map();
  const size = { cards: 0, events: 0, due: 0 };
  /** @type {{ events: object[], cards: object[] }} */
  let batch = { events: [], cards: [] };
  for (const life of lives(cardsOfBanks(bank, cards), now, 0, { since: away + BEGUN, away })) {
    batch.events.push(...life.events);
    if (life.card) batch.cards.push(life.card);
    addTo(days, life.counts);
    size.cards += life.card ? 1 : 0;
    size.events += life.events.length;
    size.due += (life.card?.queueDay ?? Infinity) <= today ? 1 : 0;
    if (batch.events.length < CHUNK) continue;
    await write(batch);
    batch = { events: [], cards: [] };
  }
  await write({ ...batch, days: [...days.values()] });
  await page.waitForTimeout(SETTLE);
  return size;
}

/**
 * From the start of a browser's first page to the first card, in turns: what disturbs the machine for
 * a while disturbs all alike.
 *
 * @param {{ build: string, browser: string }} places
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
 * @param {{ build: string, browser: string }} places
 * @returns {Promise<Heap[]>}
 */
export function measureMemory(places) {
  return withJournals(places, JOURNALS.slice(0, 2), async (journals, profile) => {
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
