import { cardCount, type ReviewLog } from './reviews.ts';
import { PARAMETER_COUNT } from './parameters.ts';

/** Which formula made a stability: on the way back each has its own derivative. */
export const FIRST = 0;
export const SAME_DAY = 1;
/** On the same day with Hard or better, where the formula would have lowered it: it never falls. */
export const SAME_DAY_KEPT = 2;
export const FORGOTTEN = 3;
/** Forgotten, where the ceiling holds that keeps forgetting from raising stability. */
export const FORGOTTEN_AT_CEILING = 4;
export const RECALLED = 5;

/** The parameters, and what follows from them alone. */
export interface Coefficients {
  readonly w: Float64Array;
  /** Of the forgetting curve R = (1 + factor × t / S) ^ −w20, fixed by R(S, S) = 0.9. */
  readonly factor: number;
  /** Its derivative by w20. */
  readonly factorByDecay: number;
  readonly expW8: number;
  /** The most of its stability that a forgotten card can keep. */
  readonly ceiling: number;
  /** The difficulty after a first Easy, to which difficulty reverts; not held within its range. */
  readonly easyDifficulty: number;
}

export function coefficients(parameters: ArrayLike<number>): Coefficients {
  const w = new Float64Array(PARAMETER_COUNT);
  w.set(parameters);
  const decay = w[20]!;
  const log = Math.log(0.9);
  return {
    w,
    factor: Math.expm1(-log / decay),
    factorByDecay: (Math.exp(-log / decay) * log) / (decay * decay),
    expW8: Math.exp(w[8]!),
    ceiling: Math.exp(-w[17]! * w[18]!),
    easyDifficulty: w[4]! - Math.exp(3 * w[5]!) + 1,
  };
}

/**
 * What the way forwards through one card's history has worked out, by the place of each review in it:
 * the way back takes it from here and needs hardly an exponential. One trace serves all cards.
 */
export interface Trace {
  readonly kind: Uint8Array;
  /** The memory before the review. */
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  readonly logStability: Float64Array;
  /** ln(1 + factor × t / S). */
  readonly logBase: Float64Array;
  /** The predicted recall; only of a review that comes a day or more after another. */
  readonly recall: Float64Array;
  /**
   * What remains when the last factor is taken away. Recalled: the increase of stability is
   * gain × (power − 1) × bonus. Forgotten: the stability afterwards is gain × (power − 1). On the same
   * day: stability × gain.
   */
  readonly gain: Float64Array;
  readonly power: Float64Array;
  /** After the review, and before they are held within their ranges. */
  readonly newStability: Float64Array;
  readonly newDifficulty: Float64Array;
}

/** A trace with room for the longest history of a log. */
export function traceFor(log: ReviewLog): Trace {
  let longest = 0;
  for (let card = 0; card < cardCount(log); card++) {
    longest = Math.max(longest, log.starts[card + 1]! - log.starts[card]!);
  }
  const column = () => new Float64Array(longest);
  return {
    kind: new Uint8Array(longest),
    stability: column(),
    difficulty: column(),
    logStability: column(),
    logBase: column(),
    recall: column(),
    gain: column(),
    power: column(),
    newStability: column(),
    newDifficulty: column(),
  };
}
