import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { breakOff, onStop } from '../../src/server/processes.js';
import { ROOT, ensureBuilt, ensureInstalled } from '../../src/server/setup.js';
import { ensureChromium } from '../browser.js';

/**
 * `npm run bench`: the figures that Recite is held to, each against something that was measured
 * in the same run, because machines differ. It shows; it does not judge: a goal that was missed is
 * no failure of the run.
 *
 * `npm run bench -- --only size` (or `grade`, `fold`, `fit`) measures a part, `--json` prints JSON.
 */

/** @typedef {import('./figures.js').Figure} Figure */

const PARTS = ['size', 'grade', 'fold', 'fit'];

const USAGE = `Usage: npm run bench [-- --only ${PARTS.join('|')}] [--json]`;

/** What the figures mean, and how each is measured. */
const SIZE = `To the first card: everything that Chromium asks for from “/” until a tap on Study has brought a
card, each file once and compressed with gzip (1 KB = 1000 bytes), against an empty page of the same
SvelteKit. What the service worker fetches afterwards is not in it.`;

const GRADE = `From a grade to the next card, with 10,000 cards and their history in IndexedDB. “Written” is the
bare write: the same event and the same snapshot put into a copy of the database, in one strict
transaction. Both are timed from the key's own time stamp, in turns on one page, and given as
medians. “Painted” is two animation frames later; after a bare write there is a number to paint.`;

const FOLD = `Folding a journal of 100,000 reviews of 10,000 cards into their snapshots and the counts of the
days, as the app's build has it, against the bare calls of ts-fsrs's “next_state” for the same reviews.
In turns in one process, medians of 21. “With a fit” is the same journal with a change of parameters in
it, after which every memory is worked out under the newest ones.`;

const FIT = `A fit of the 21 parameters on 25,000 reviews of a simulated learner, from their events to the
figures on the fifth that was held out, against folding the same events once. In turns, medians of 21.`;

/**
 * @param {string[]} parameters
 * @throws {Error} where the parameters make no sense
 */
function parsed(parameters) {
  const { values } = parseArgs({
    args: parameters,
    options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const { only, json } = values;
  if (only !== undefined && !PARTS.includes(only)) {
    throw new Error(`No part of the bench is called “${only}”.`);
  }
  return { parts: new Set(only === undefined ? PARTS : [only]), json };
}

/** @returns {Promise<{ build: string, browser: string } | null>} */
async function setUp() {
  for (const ensure of [ensureInstalled, ensureBuilt]) {
    const done = await ensure();
    if (done.ok) continue;
    console.error(done.error.message);
    return null;
  }
  const browser = await ensureChromium();
  if (browser) return { build: join(ROOT, 'build'), browser };
  console.error('This needs Chromium or Chrome. Install one, or name it in CHROME_PATH.');
  return null;
}

/** @returns {Promise<typeof import('./computing.ts')>} */
async function computing() {
  const { bundled } = await import('./bundled.js');
  const module = await bundled('tests/bench/computing.ts');
  return /** @type {typeof import('./computing.ts')} */ (module);
}

async function main() {
  let options;
  try {
    options = parsed(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  onStop(breakOff);
  const places = await setUp();
  if (!places) return 1;

  // Not before: these need what has just been installed.
  const { computedFigures, gradeFigures, sizeFigures, table, verdict } =
    await import('./figures.js');
  /** @type {Record<string, Figure[]>} */
  const all = {};
  /** @type {(name: string, text: string, figures: Figure[], heads: Parameters<typeof table>[1]) => void} */
  const show = (name, text, figures, heads) => {
    all[name] = figures;
    if (!options.json) console.log(`\n${text}\n\n${table(figures, heads)}`);
  };
  if (options.parts.has('size')) {
    console.error('Measuring what is fetched …');
    const { measureSize } = await import('./size.js');
    const heads = { value: 'app', baseline: 'empty page' };
    show('size', SIZE, sizeFigures(await measureSize(places)), heads);
  }
  if (options.parts.has('grade')) {
    console.error('Measuring grades, which takes some minutes …');
    const { measureGrade } = await import('./grade.js');
    const heads = { value: 'grade', baseline: 'bare write' };
    show('grade', GRADE, gradeFigures(await measureGrade(places)), heads);
  }
  if (options.parts.has('fold') || options.parts.has('fit')) {
    const { measureFit, measureFold } = await computing();
    if (options.parts.has('fold')) {
      console.error('Measuring the fold …');
      const { plain, fitted } = measureFold();
      const heads = { value: 'fold', baseline: 'bare calls' };
      const figures = [
        ...computedFigures('100,000 reviews', plain, { of: 'ratio', most: 1.5 }),
        ...computedFigures('  with a fit', fitted),
      ];
      show('fold', FOLD, figures, heads);
    }
    if (options.parts.has('fit')) {
      console.error('Measuring a fit …');
      const measured = measureFit();
      const name = `${measured.reviews.toLocaleString('en')} reviews, ${measured.scored.toLocaleString('en')} scored`;
      show('fit', FIT, computedFigures(name, measured), { value: 'fit', baseline: 'one fold' });
    }
  }
  if (options.json) {
    const judged = Object.entries(all).map(([name, figures]) => [
      name,
      figures.map((figure) => ({ ...figure, verdict: verdict(figure) || null })),
    ]);
    console.log(JSON.stringify(Object.fromEntries(judged), null, 2));
  }
  return 0;
}

process.exitCode = await main();
