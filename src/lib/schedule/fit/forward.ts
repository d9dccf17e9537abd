import { DIFFICULTY, STABILITY } from './parameters.ts';
import type { ReviewLog } from './reviews.ts';
import {
  coefficients,
  FIRST,
  FORGOTTEN,
  FORGOTTEN_AT_CEILING,
  RECALLED,
  SAME_DAY,
  SAME_DAY_KEPT,
  traceFor,
  type Coefficients,
  type Trace,
} from './trace.ts';

/**
 * Runs one card's reviews, from `start` to before `end`, through FSRS-6, and leaves all that happened
 * in the trace: what `memoryModel` does with ts-fsrs, without its rounding to eight places.
 *
 * Formulas: github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm (FSRS-6).
 */
export function forward(
  model: Coefficients,
  log: ReviewLog,
  start: number,
  end: number,
  trace: Trace,
): void {
  const { w, easyDifficulty } = model;
  const { elapsed, ratings } = log;
  let stability = 0;
  let difficulty = 0;
  for (let index = start, at = 0; index < end; index++, at++) {
    const rating = ratings[index]!;
    trace.stability[at] = stability;
    trace.difficulty[at] = difficulty;
    let newStability: number;
    let newDifficulty: number;
    if (at === 0) {
      trace.kind[at] = FIRST;
      newStability = w[rating - 1]!;
      newDifficulty = w[4]! - Math.exp(w[5]! * (rating - 1)) + 1;
    } else {
      const days = elapsed[index]!;
      trace.logStability[at] = Math.log(stability);
      newStability =
        days === 0
          ? sameDay(model, trace, at, rating)
          : rating > 1
            ? recalled(model, trace, at, rating, days)
            : forgotten(model, trace, at, days);
      const moved = difficulty - (w[6]! * (rating - 3) * (10 - difficulty)) / 9;
      newDifficulty = w[7]! * easyDifficulty + (1 - w[7]!) * moved;
    }
    trace.newStability[at] = newStability;
    trace.newDifficulty[at] = newDifficulty;
    stability = Math.min(STABILITY.to, Math.max(STABILITY.from, newStability));
    difficulty = Math.min(DIFFICULTY.to, Math.max(DIFFICULTY.from, newDifficulty));
  }
}

function sameDay({ w }: Coefficients, trace: Trace, at: number, rating: number): number {
  const gain = Math.exp(w[17]! * (rating - 3 + w[18]!) - w[19]! * trace.logStability[at]!);
  const kept = rating > 1 && gain < 1;
  trace.kind[at] = kept ? SAME_DAY_KEPT : SAME_DAY;
  trace.gain[at] = kept ? 1 : gain;
  return trace.stability[at]! * trace.gain[at];
}

/** The probability of recall so many days after the review before. */
function recallAfter({ w, factor }: Coefficients, trace: Trace, at: number, days: number): number {
  const logBase = Math.log1p((factor * days) / trace.stability[at]!);
  const recall = Math.exp(-w[20]! * logBase);
  trace.logBase[at] = logBase;
  trace.recall[at] = recall;
  return recall;
}

function recalled(
  model: Coefficients,
  trace: Trace,
  at: number,
  rating: number,
  days: number,
): number {
  const { w, expW8 } = model;
  const stability = trace.stability[at]!;
  const recall = recallAfter(model, trace, at, days);
  const power = Math.exp((1 - recall) * w[10]!);
  const gain = expW8 * (11 - trace.difficulty[at]!) * Math.exp(-w[9]! * trace.logStability[at]!);
  trace.kind[at] = RECALLED;
  trace.gain[at] = gain;
  trace.power[at] = power;
  return stability * (1 + gain * (power - 1) * bonusOf(model, rating));
}

/** Hard makes stability grow less, Easy more. */
export function bonusOf({ w }: Coefficients, rating: number): number {
  return rating === 2 ? w[15]! : rating === 4 ? w[16]! : 1;
}

function forgotten(model: Coefficients, trace: Trace, at: number, days: number): number {
  const { w, ceiling } = model;
  const stability = trace.stability[at]!;
  const recall = recallAfter(model, trace, at, days);
  const power = Math.pow(stability + 1, w[13]!);
  const gain = w[11]! * Math.pow(trace.difficulty[at]!, -w[12]!) * Math.exp((1 - recall) * w[14]!);
  const after = gain * (power - 1);
  const most = stability * ceiling;
  trace.kind[at] = most < after ? FORGOTTEN_AT_CEILING : FORGOTTEN;
  trace.gain[at] = gain;
  trace.power[at] = power;
  return Math.min(most, after);
}

/**
 * The predicted recall of each review, in [0, 1]; NaN where nothing is predicted: of a card's first
 * review, and of one on the same day as the last.
 */
export function predictRecall(parameters: ArrayLike<number>, log: ReviewLog): Float64Array {
  const model = coefficients(parameters);
  const trace = traceFor(log);
  const predicted = new Float64Array(log.elapsed.length).fill(NaN);
  for (let card = 0; card + 1 < log.starts.length; card++) {
    const start = log.starts[card]!;
    const end = log.starts[card + 1]!;
    forward(model, log, start, end, trace);
    for (let index = start + 1; index < end; index++) {
      if (log.elapsed[index]! > 0) predicted[index] = trace.recall[index - start]!;
    }
  }
  return predicted;
}
