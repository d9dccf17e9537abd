import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { register } from 'tsx/esm/api';
import { serve } from '../../src/server/serve.js';
import { CHROMIUM_FLAGS } from '../browser.js';
import { PHONE } from './chromium.js';
import { closeFilled, fillPiece, openToFill, touch } from './in-page-fill.js';

/** Large journals in a browser's profile, made by the app's own fold. */

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {{ name: string, host: string, cards: number, away: number }} Journal `host`: each has an
 *   origin of its own, and so a storage
 * @typedef {{ cards: number, events: number, due: number }} Size `due`: of all banks
 * @typedef {Journal & { origin: string, size: Size }} Seeded
 * @typedef {{ browser: string, profile: string }} Profile `profile`: the folder that its storage is in
 * @typedef {{ port: number, day: number, sizes: Record<string, Size> }} Kept `day`: on which what was due
 *   was due
 */

export const JOURNAL = 'recite-journal';
const BANK = 'banks/mexico-cartels.json';
const KEPT = 'recite-bench.json';

/** Long enough ago for five answers to a card in the mean. */
const BEGUN = 36;
/**
 * Records written in one transaction. From about half a megabyte on, with its indexes, Chromium keeps a
 * log of how to take a transaction back, through whose remains it searches whenever the database is
 * opened; the app's own transactions are smaller too.
 */
const PIECE = 250;
/**
 * For the database to put its files in order once it is filled: how often it is opened and written to for
 * that, and for how long, in milliseconds. It does so when it is written to, and a learner writes every
 * day; without, the next starts take half as long again.
 */
const SETTLINGS = 8;
const SETTLE = 3000;
/** How often it is said how far the filling came, in records. */
const SAID_EVERY = 100_000;

/**
 * Does something in a browser that has just been started.
 *
 * @template T
 * @param {Profile} places
 * @param {(context: BrowserContext) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBrowser({ browser, profile }, work) {
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
 * Fills the journals and hands them over, in a browser profile that goes afterwards.
 *
 * @template T
 * @param {{ build: string, browser: string, keep?: string }} places `build`: the folder of the app's
 *   build; `keep`: a folder in which the profile stays, filled, for the next run on the same day
 * @param {readonly Journal[]} journals
 * @param {(journals: Seeded[], profile: Profile) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withJournals({ build, browser, keep }, journals, work) {
  const profile = keep ?? mkdtempSync(join(tmpdir(), 'recite-bench-'));
  const remove = () => keep === undefined && rmSync(profile, { recursive: true, force: true });
  // Also where the bench is told to stop in the middle.
  process.once('exit', remove);
  const places = { browser, profile };
  const list = join(profile, KEPT);
  const kept = existsSync(list) ? keptIn(list) : null;
  const server = await serve({ directory: build, host: '127.0.0.1', port: kept?.port ?? 0 });
  if (!server.ok) throw new Error(server.error.message);
  const { port } = server.value;
  try {
    const seeded = [];
    /** @type {Record<string, Size>} */
    const sizes = kept?.sizes ?? {};
    for (const journal of journals) {
      const origin = `http://${journal.host}.localhost:${port}`;
      const size = (sizes[journal.host] ??= await seed(places, origin, journal, build));
      if (keep !== undefined)
        writeFileSync(list, JSON.stringify({ port, day: localToday(), sizes }));
      seeded.push({ ...journal, origin, size });
    }
    return await work(seeded, places);
  } finally {
    await server.value.close();
    process.off('exit', remove);
    remove();
  }
}

/**
 * @param {string} list
 * @returns {Kept}
 */
function keptIn(list) {
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(list, 'utf8'));
  const kept = /** @type {Kept} */ (read);
  if (kept.day === localToday()) return kept;
  throw new Error('The journals that were kept are of another day: remove their folder.');
}

/** The local day in UTC, with the rollover at four. */
function localToday() {
  return Math.floor((Date.now() - 4 * 3_600_000) / 86_400_000);
}

/**
 * The app makes its stores; the bench only fills them, with what the app's own fold makes.
 *
 * @param {Profile} places
 * @param {string} origin
 * @param {Journal} journal
 * @param {string} build
 * @returns {Promise<Size>}
 */
async function seed(places, origin, { name, cards, away }, build) {
  console.error(`Filling a journal: ${name} …`);
  register({ tsconfig: false });
  const { addTo, cardsOfBanks, lives } = await import('./history.ts');
  /** @type {unknown} */
  const shipped = JSON.parse(readFileSync(join(build, BANK), 'utf8'));
  const bank = /** @type {Parameters<typeof cardsOfBanks>[0]} */ (shipped);
  /** @type {Parameters<typeof addTo>[0]} */
  const days = new Map();
  /** @type {{ events: { id: string }[], cards: { card: string }[] }} */
  const all = { events: [], cards: [] };
  let due = 0;
  const learner = { since: away + BEGUN, away };
  for (const life of lives(cardsOfBanks(bank, cards), Date.now(), 0, learner)) {
    all.events.push(...life.events);
    if (life.card) all.cards.push(life.card);
    addTo(days, life.counts);
    if ((life.card?.queueDay ?? Infinity) <= localToday()) due++;
  }
  // In the order of time, as learners write them.
  all.events.sort((a, b) => (a.id < b.id ? -1 : 1));
  all.cards.sort((a, b) => (a.card < b.card ? -1 : 1));
  await withBrowser(places, async (context) => {
    const page = await context.newPage();
    await page.goto(origin, { waitUntil: 'networkidle' });
    await page.evaluate(openToFill, JOURNAL);
    for (const [store, records] of Object.entries({ ...all, days: [...days.values()] })) {
      await fillStore(page, store, records);
    }
    await page.evaluate(closeFilled);
  });
  for (let opened = 0; opened < SETTLINGS; opened++) {
    await withBrowser(places, async (context) => {
      const page = await context.newPage();
      await page.goto(`${origin}/study`, { waitUntil: 'networkidle' });
      await page.evaluate(openToFill, JOURNAL);
      await page.evaluate(touch);
      await page.evaluate(closeFilled);
      await page.waitForTimeout(SETTLE);
    });
  }
  return { cards: all.cards.length, events: all.events.length, due };
}

/**
 * @param {Page} page
 * @param {string} store
 * @param {readonly object[]} records
 */
async function fillStore(page, store, records) {
  let writing = Promise.resolve();
  for (let at = 0; at < records.length; at += PIECE) {
    if (at > 0 && at % SAID_EVERY === 0) console.error(`  ${at.toLocaleString('en')} ${store}`);
    const piece = JSON.stringify({ [store]: records.slice(at, at + PIECE) });
    // The next is made while the browser writes this one.
    await writing;
    writing = page.evaluate(fillPiece, piece);
  }
  await writing;
}
