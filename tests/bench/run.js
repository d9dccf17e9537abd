import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { breakOff, onStop } from '../../src/server/processes.js';
import { ROOT, ensureBuilt, ensureInstalled } from '../../src/server/setup.js';
import { ensureChromium, findChromium } from '../browser.js';

/**
 * `npm run bench`: the figures that Recite is held to, each against something that was measured
 * in the same run, because machines differ. It shows; it does not judge: a goal that was missed is
 * no failure of the run.
 *
 * `npm run bench -- --only size` (or another of `PARTS`) measures a part, `--json` prints JSON.
 */

/** @typedef {import('./figures.js').Figure} Figure */

/**
 * @typedef {{ build: string, browser: string }} Places
 *
 * @typedef {{ students: readonly number[] | null, kills: number | null }} Options of a live class, which of
 *   its sizes, and how many kills; null: all
 *
 * @typedef {object} Part
 * @property {string} says what the figures mean, and how each is measured
 * @property {string} meanwhile what is said while it is measured
 * @property {{ value: string, baseline: string }} heads
 * @property {boolean} [paged] false: it needs neither build nor browser
 * @property {(places: Places, options: Options) => Promise<Figure[]>} measure imports what it needs only then: it may have
 *   to be installed first
 */

/** @type {Record<string, Part>} */
const PARTS = {
  size: {
    says: `To the first card: everything that Chromium asks for from “/” until a tap on Study has brought a
card onto the screen, each file once and compressed with gzip (1 KB = 1000 bytes), against an empty page of the same
SvelteKit. What is fetched afterwards, by the service worker or while the card is read, is not in it.`,
    meanwhile: 'Measuring what is fetched …',
    heads: { value: 'app', baseline: 'empty page' },
    async measure(places) {
      const { measureSize } = await import('./size.js');
      const { sizeFigures } = await import('./figures.js');
      return sizeFigures(await measureSize(places));
    },
  },
  grade: {
    says: `From a grade to the next card, with 10,000 cards and their history in IndexedDB. “Written” is the
bare write: the same event and the same snapshot put into a copy of the database, in one strict
transaction. Both are timed from the key's own time stamp, in turns on one page, and given as
medians. “Painted” is two animation frames later; after a bare write there is a number to paint.`,
    meanwhile: 'Measuring grades, which takes some minutes …',
    heads: { value: 'grade', baseline: 'bare write' },
    async measure(places) {
      const { measureGrade } = await import('./grade.js');
      const { gradeFigures } = await import('./figures.js');
      return gradeFigures(await measureGrade(places));
    },
  },
  scale: {
    says: `With 100,000 cards and their events in IndexedDB, of which the shipped bank's are a few hundred.
“First card”: from the start of the navigation to Study in a browser that has just been started, until
the first card is painted; against the same with a journal of 100 cards; in turns, as medians. “Written” is
the bare write: the three records that the grade has just written put into the same stores of the same
database, in one strict transaction.`,
    meanwhile: 'Measuring with 100,000 cards, which takes ten minutes or more …',
    heads: { value: 'Recite', baseline: 'baseline' },
    async measure(places) {
      const { measureScale } = await import('./scale.js');
      const { scaleFigures } = await import('./figures.js');
      return scaleFigures(await measureScale(places));
    },
  },
  memory: {
    says: `What a page holds in memory (JavaScript's heap after a collection, once the page is quiet) with
100,000 cards in IndexedDB, against the same page with 100.`,
    meanwhile: 'Measuring memory with 100,000 cards, which takes some minutes …',
    heads: { value: '100,000 cards', baseline: '100 cards' },
    async measure(places) {
      const { measureMemory } = await import('./scale.js');
      const { memoryFigures } = await import('./figures.js');
      return memoryFigures(await measureMemory(places));
    },
  },
  fold: {
    says: `Folding a journal of 100,000 reviews of 10,000 cards into their snapshots and the counts of the
days, as the app's build has it, against the bare calls of ts-fsrs's “next_state” for the same reviews.
In turns in one process; medians of 21, in processor time. “With a fit” is the same journal with a
change of parameters in it, after which every memory is worked out under the newest ones.`,
    meanwhile: 'Measuring the fold …',
    heads: { value: 'fold', baseline: 'bare calls' },
    paged: false,
    async measure() {
      const { measureFold } = await computing();
      const { computedFigures } = await import('./figures.js');
      const { plain, fitted } = measureFold();
      return [
        ...computedFigures('100,000 reviews', plain, { of: 'ratio', most: 1.5 }),
        ...computedFigures('  with a fit', fitted),
      ];
    },
  },
  fit: {
    says: `A fit of the 21 parameters on 25,000 reviews of a simulated learner, from their events to the
figures on the fifth that was held out, against folding the same events once. In turns; medians of 21,
in processor time.`,
    meanwhile: 'Measuring a fit …',
    heads: { value: 'fit', baseline: 'one fold' },
    paged: false,
    async measure() {
      const { measureFit } = await computing();
      const { computedFigures } = await import('./figures.js');
      const measured = measureFit();
      const name = `${measured.reviews.toLocaleString('en')} reviews, ${measured.scored.toLocaleString('en')} scored`;
      return computedFigures(name, measured);
    },
  },
  classroom: {
    says: `A live class over WebSocket on this machine, its server in one process and all its phones in
another: 200, 1,000 and 3,000 students who are asked nine questions, answer within a second and are told
their results. Against the same messages, as long and as many, through aedes as it comes, and through
mosquitto where it is installed, which keep no answer on disk and let everybody in. Each has its own server
and its own class, all freshly started; they are asked in turns, question by question, each time in another
order. “Join”: from opening the socket to being taken in, 50 at once.
At the end the server is killed (SIGKILL) in mid-answer, 50 times. In parts: “--students 200” (or
“200,1000”) measures those alone, “--kills 50” the kills alone.`,
    meanwhile: 'Measuring a live class, which takes some minutes …',
    heads: { value: 'Recite', baseline: 'baseline' },
    paged: false,
    async measure(_places, { students, kills }) {
      const { KILLS, measureClassroom, SIZES } = await import('./classroom.js');
      const { classroomFigures } = await import('./figures.js');
      const measured = await measureClassroom({
        sizes: students ?? (kills === null ? SIZES : []),
        kills: kills ?? (students === null ? KILLS : 0),
      });
      for (const kind of measured.without) console.error(`Left out, not installed: ${kind}.`);
      return classroomFigures(measured);
    },
  },
};

const NAMES = Object.keys(PARTS);
const USAGE = `Usage: npm run bench [-- --only ${NAMES.join('|')}] [--students N,N] [--kills N] [--json]`;

/**
 * @param {string} text
 * @throws {Error} where it is no number of things
 */
function whole(text) {
  const value = Number(text);
  if (/^\d+$/.test(text) && value > 0 && value <= 5000) return value;
  throw new Error(`“${text}” is not a number from 1 to 5000.`);
}

/**
 * @param {string[]} parameters
 * @throws {Error} where the parameters make no sense
 */
function parsed(parameters) {
  const { values } = parseArgs({
    args: parameters,
    options: {
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      students: { type: 'string' },
      kills: { type: 'string' },
    },
  });
  const { only, json } = values;
  const students = values.students?.split(',').map(whole) ?? null;
  const kills = values.kills === undefined ? null : whole(values.kills);
  const names = only === undefined ? NAMES : NAMES.filter((name) => name === only);
  if (names.length === 0) throw new Error(`No part of the bench is called “${only}”.`);
  return { names, json, students, kills };
}

/**
 * @param {boolean} paged whether anything is measured in a page
 * @returns {Promise<Places | null>}
 */
async function setUp(paged) {
  for (const ensure of paged ? [ensureInstalled, ensureBuilt] : [ensureInstalled]) {
    const done = await ensure();
    if (done.ok) continue;
    console.error(done.error.message);
    return null;
  }
  // Measured is what people have: a browser with windows.
  const browser = paged ? (findChromium({ whole: true }) ?? (await ensureChromium())) : '';
  if (browser !== null) return { build: join(ROOT, 'build'), browser };
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
  const places = await setUp(options.names.some((name) => PARTS[name]?.paged !== false));
  if (!places) return 1;

  const { table, verdict } = await import('./figures.js');
  /** @type {Record<string, Figure[]>} */
  const all = {};
  for (const name of options.names) {
    const part = PARTS[name];
    if (!part) continue;
    console.error(part.meanwhile);
    const figures = await part.measure(places, options);
    all[name] = figures;
    if (!options.json) console.log(`\n${part.says}\n\n${table(figures, part.heads)}`);
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
