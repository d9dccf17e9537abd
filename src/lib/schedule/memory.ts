import { computeDecayFactor, FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { LocalDay } from '../primitives/index.ts';
import { elapsedDays, forgettingUnder, type Forgetting, type Parameters } from './forgetting.ts';
import type { Rating } from './rating.ts';

/** What FSRS holds of one card. */
export interface Memory {
  /** Days after which recall has fallen to 90 %. */
  readonly stability: number;
  /** From 1 (easy) to 10 (hard). */
  readonly difficulty: number;
}

/**
 * The memory model FSRS-6 (github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm), as
 * ts-fsrs implements it. Only its `next_state` is used, given whole elapsed local days: the
 * library's own clock counts days in UTC. Checked against published vectors in the tests.
 */
export interface MemoryModel extends Forgetting {
  /**
   * @param memory null before the first review
   * @param elapsedDays whole local days since the last review; 0 for the same day
   */
  next(memory: Memory | null, elapsedDays: number, rating: Rating): Memory;
}

/**
 * What a set of parameters makes of all answers of a card, oldest first: the memory that it would
 * have, had it been graded under them from the start.
 *
 * @returns null where there are no answers
 */
export function replayed(
  answers: readonly { readonly rating: Rating; readonly day: LocalDay }[],
  parameters: Parameters,
): Memory | null {
  const model = memoryModel(parameters);
  let memory: Memory | null = null;
  let last = 0;
  for (const { rating, day } of answers) {
    memory = model.next(memory, memory === null ? 0 : elapsedDays(last, day), rating);
    last = day;
  }
  return memory;
}

let published: MemoryModel | undefined;
const models = new WeakMap<readonly number[], MemoryModel>();

/** The model for a set of parameters. It is kept: the same set comes for every answer. */
export function memoryModel(parameters: Parameters = null): MemoryModel {
  if (parameters === null) return (published ??= buildModel(null));
  const known = models.get(parameters);
  if (known) return known;
  const model = buildModel(parameters);
  models.set(parameters, model);
  return model;
}

function buildModel(parameters: Parameters): MemoryModel {
  const algorithm = new FSRSAlgorithm(
    generatorParameters({
      ...(parameters === null ? {} : { w: [...parameters] }),
      enable_fuzz: false,
      enable_short_term: true,
    }),
  );
  // As the library has it, to the last digit: it rounds to eight.
  const curve = computeDecayFactor(algorithm.parameters.w);
  const recallOf = (days: number, stability: number) =>
    Math.round(Math.pow(1 + (curve.factor * days) / stability, curve.decay) * 1e8) / 1e8;
  return {
    ...forgettingUnder(parameters),
    next(memory, elapsedDays, rating) {
      // Handed in, because the library would work its constants out again for every answer, and
      // also on the same day, when nothing depends on it.
      const recall =
        memory === null || elapsedDays === 0 ? 1 : recallOf(elapsedDays, memory.stability);
      const { stability, difficulty } = algorithm.next_state(memory, elapsedDays, rating, recall);
      return { stability, difficulty };
    },
  };
}
