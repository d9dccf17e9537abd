import type { Instant } from '../../primitives/index.ts';
import { evaluate, surprise, type Figures } from './evaluate.ts';
import { predictRecall } from './forward.ts';
import { STANDARD_PARAMETERS } from './parameters.ts';
import { averageRecall, scoredReviews, type ReviewLog } from './reviews.ts';
import { train } from './train.ts';

/**
 * So many scored reviews are needed before a fit is tried. A fifth of them, at least 80, is held out:
 * with fewer, whether the fit is better would be left to chance.
 */
export const ENOUGH_REVIEWS = 400;

/** The share of the reviews, the latest, that a fit does not see and is judged by. */
const HELD_OUT = 0.2;

/** What a fit was measured on, and how it did. */
export interface FitRecord {
  /** When. */
  readonly at: Instant;
  /** Scored reviews, those held out included. */
  readonly reviews: number;
  /** The latest of them, which the fit did not see. All figures are of these. */
  readonly heldOut: number;
  /** With the parameters that were in use. */
  readonly before: Figures;
  /** With the fitted ones. */
  readonly after: Figures;
  /** Of a model that always predicts the average recall of the earlier reviews. */
  readonly constant: Figures;
  /** The standard error of the difference in log loss between before and after, in nats. */
  readonly error: number;
}

export type Fit =
  | { readonly kind: 'too-few'; readonly reviews: number }
  | {
      readonly kind: 'measured';
      readonly parameters: readonly number[];
      readonly record: FitRecord;
      /** Whether the fitted parameters are to be adopted: see `isBetter`. */
      readonly better: boolean;
    };

/**
 * Fits the parameters to the earlier reviews and measures them, those in use and a constant on the
 * later ones. What is measured is what may be adopted: the fit is not run again on all reviews, or the
 * figures would be those of other parameters than the learner gets, and the next fit would compare
 * itself with one that had seen its answers.
 *
 * @param inUse null for the standard parameters
 */
export function fit(
  log: ReviewLog,
  inUse: readonly number[] | null,
  now: Instant,
  onprogress?: (share: number) => void,
): Fit {
  const scored = scoredReviews(log);
  if (scored.length < ENOUGH_REVIEWS) return { kind: 'too-few', reviews: scored.length };
  const cut = scored.length - Math.floor(scored.length * HELD_OUT);
  const earlier = scored.slice(0, cut);
  const later = scored.slice(cut);
  const parameters = train(log, earlier, onprogress);
  const average = averageRecall(log, earlier);
  const figures = (predicted: Float64Array) => evaluate(log, later, predicted);
  const before = predictRecall(inUse ?? STANDARD_PARAMETERS, log);
  const after = predictRecall(parameters, log);
  const record: FitRecord = {
    at: now,
    reviews: scored.length,
    heldOut: later.length,
    before: figures(before),
    after: figures(after),
    constant: figures(new Float64Array(log.elapsed.length).fill(average)),
    error: standardError(log, later, before, after),
  };
  return { kind: 'measured', parameters, record, better: isBetter(record) };
}

/** The standard error of the mean difference in surprise between two predictions of the same reviews. */
function standardError(
  log: ReviewLog,
  reviews: Int32Array,
  before: Float64Array,
  after: Float64Array,
): number {
  const differences = Array.from(
    reviews,
    (review) => surprise(log, review, before) - surprise(log, review, after),
  );
  const count = differences.length;
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / count;
  const squares = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0);
  return Math.sqrt(squares / (count - 1) / count);
}

/**
 * The rule of adoption. Both figures count: the log loss has to fall, by more than its standard error,
 * and RMSE(bins) must not rise. Of 360 simulated learners, 45 would have been given parameters that
 * predict worse than their old ones without that margin, and 15 with it; the mean gain is the same.
 */
export function isBetter({
  before,
  after,
  error,
}: Pick<FitRecord, 'before' | 'after' | 'error'>): boolean {
  return before.logLoss - after.logLoss > error && after.rmseBins <= before.rmseBins;
}

/** By how much the reviews have to have grown since the last fit before another is tried. */
const GROWTH = 0.2;

/** How many more reviews than the last fit had (null: there was none) make the next one due. */
export function reviewsUntilNextFit(lastFit: number | null): number {
  return lastFit === null ? ENOUGH_REVIEWS : Math.ceil(lastFit * GROWTH);
}
