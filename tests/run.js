import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureChromium } from './browser.js';
import { breakOff, npm, onStop, run } from '../src/server/processes.js';
import { ROOT, ensureBuilt, ensureInstalled } from '../src/server/setup.js';

/**
 * `npm test`: sets up what is missing, then runs every check and every test, all of them even where
 * one fails, and says at the end how each went.
 *
 * `npm test -- --only check:lint,test:unit` runs some of them.
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(onOutput?: (chunk: Buffer) => void) => Promise<boolean>} run whether it passed
 * @property {boolean} [browser] whether it needs one
 * @property {boolean} [beside] whether it may run beside others: it uses one core, and only reads
 */

/** @typedef {{ name: string, passed: boolean, seconds: number }} Outcome */

/**
 * @param {string[]} parameters
 * @param {(chunk: Buffer) => void} [onOutput]
 */
async function script(parameters, onOutput) {
  return (
    (await run(npm('run', '-s', ...parameters), { cwd: ROOT, ...(onOutput && { onOutput }) })) === 0
  );
}

// The longest first: the others find their place beside it.
const READING = [
  'test:unit',
  'check:lint',
  'check:types',
  'check:format',
  'check:unused',
  'check:pure',
];

/** @type {Step[]} */
const STEPS = [
  ...READING.map((name) => ({
    name,
    beside: true,
    run: (/** @type {((chunk: Buffer) => void) | undefined} */ onOutput) =>
      script([name], onOutput),
  })),
  {
    name: 'bank:check',
    beside: true,
    run: (onOutput) => script(['recite', '--', 'bank', 'check'], onOutput),
  },
  { name: 'build', run: build },
  { name: 'test:browser', run: () => script(['test:browser']), browser: true },
  { name: 'test:e2e', run: () => script(['test:e2e']), browser: true },
];

async function build() {
  const built = await ensureBuilt();
  console.log(built.ok ? 'The build is as new as the sources.' : built.error.message);
  return built.ok;
}

/**
 * @param {string[]} parameters
 * @returns {Step[]} the steps to run
 * @throws {Error} where the parameters make no sense
 */
function chosen(parameters) {
  const { values } = parseArgs({ args: parameters, options: { only: { type: 'string' } } });
  if (values.only === undefined) return STEPS;
  const names = values.only.split(',');
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown === undefined) return STEPS.filter((step) => names.includes(step.name));
  throw new Error(
    `No step is called “${unknown}”. There are: ${STEPS.map(({ name }) => name).join(', ')}`,
  );
}

/** @param {string} name */
function headline(name) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`);
}

/**
 * @param {string} name
 * @param {() => Promise<boolean>} work
 * @param {() => void} [before] what is printed before how it went
 * @returns {Promise<Outcome>}
 */
async function timed(name, work, before = () => {}) {
  const start = performance.now();
  let passed = false;
  try {
    passed = await work();
  } catch (error) {
    console.error(error);
  }
  const seconds = (performance.now() - start) / 1000;
  before();
  console.log(`${name}: ${passed ? 'passed' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  return { name, passed, seconds };
}

/**
 * Runs steps beside one another, and prints what each said once it is through.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<Outcome[]>} in the order of the steps
 */
async function besideOneAnother(steps) {
  /** @type {Outcome[]} */
  const outcomes = [];
  const waiting = steps.entries();
  const lane = async () => {
    for (const [place, step] of waiting) {
      /** @type {Buffer[]} */
      const said = [];
      outcomes[place] = await timed(
        step.name,
        () => step.run((chunk) => void said.push(chunk)),
        () => {
          headline(step.name);
          process.stdout.write(Buffer.concat(said));
        },
      );
    }
  };
  // More than two take memory, and time from one another, that small machines have not got.
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
  return outcomes;
}

/** @param {readonly Outcome[]} outcomes */
function summarise(outcomes) {
  console.log(`\n── summary ${'─'.repeat(63)}`);
  for (const { name, passed, seconds } of outcomes) {
    console.log(
      `${name.padEnd(14)} ${passed ? 'passed' : 'FAILED'} ${seconds.toFixed(1).padStart(7)} s`,
    );
  }
  const failed = outcomes.filter(({ passed }) => !passed).length;
  console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function setUp() {
  const installed = await ensureInstalled();
  if (!installed.ok) console.error(installed.error.message);
  return installed.ok;
}

async function main() {
  let steps;
  try {
    steps = chosen(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
  onStop(breakOff);

  headline('set-up');
  const setup = await timed('set-up', setUp);
  if (!setup.passed) return summarise([setup]);

  // A browser may have to be installed: meanwhile others do what needs none.
  const [browser, outcomes] = await Promise.all([
    steps.some((step) => step.browser) ? ensureChromium() : null,
    besideOneAnother(steps.filter(({ beside }) => beside)),
  ]);
  if (steps.some((step) => step.browser))
    console.log(browser ? `Browser: ${browser}` : 'There is no browser for the tests.');
  for (const step of steps.filter(({ beside }) => !beside)) {
    headline(step.name);
    outcomes.push(
      await timed(step.name, () => {
        if (!step.browser || browser) return step.run();
        console.error('This needs Chromium or Chrome. Install one, or name it in CHROME_PATH.');
        return Promise.resolve(false);
      }),
    );
  }
  return summarise(outcomes);
}

process.exitCode = await main();
