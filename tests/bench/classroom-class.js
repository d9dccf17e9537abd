import { setTimeout as sleep } from 'node:timers/promises';
import { register } from 'tsx/esm/api';
import { answerTo, ask, leader } from './classroom-leader.js';
import { comeIn } from './classroom-load.js';

/**
 * A class and its teacher, in a process of their own: `node --expose-gc classroom-class.js KIND PORT
 * STUDENTS FOLDER`. Each message `{ do, place }` from its parent is done and answered, `{ done }` or
 * `{ failed }`.
 */

register({ tsconfig: false });

/** A class answers within a second. */
const ANSWERING_MS = 1000;

const [kind = 'plain', port = '0', count = '0', folder = ''] = process.argv.slice(2);
const students = Number(count);
const lead = await leader(
  /** @type {import('./classroom-servers.js').Kind} */ (kind),
  Number(port),
  students,
);
/** @type {import('./classroom-load.js').Class | null} */
let all = null;

/** @type {Record<string, (place: number) => unknown>} */
const DOES = {
  /** @returns how long each was, in milliseconds */
  async come() {
    all = await comeIn(Number(port), students);
    return all.joins;
  },
  /** @returns when each phone had the question */
  ask(place) {
    // A phone does not wait for another’s memory to be tidied; and no server gets the worse turn.
    globalThis.gc?.();
    return all && ask(lead, all.hear, place, students);
  },
  /** @returns how long each waited for “saved” */
  async answer(place) {
    globalThis.gc?.();
    const text = answerTo(place);
    /** @type {number[]} */
    const times = [];
    const answers = (all?.phones ?? []).map(async (phone, student) => {
      await sleep((ANSWERING_MS * student) / students);
      const since = performance.now();
      await phone.deliver(`recite/bench/seat/seat${student}/up`, text);
      times.push(performance.now() - since);
    });
    await Promise.all(answers);
    return times;
  },
  close: (place) => lead.close(place),
  kept: () => lead.kept(folder),
};

/** @param {{ do: string, place: number }} asked */
async function answer(asked) {
  try {
    process.send?.({ done: await DOES[asked.do]?.(asked.place) });
  } catch (error) {
    process.send?.({ failed: String(error) });
  }
}

process.on('message', (/** @type {{ do: string, place: number }} */ asked) => void answer(asked));
process.on('disconnect', () => process.exit());
process.send?.({ done: null });
