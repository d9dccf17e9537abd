import { wasRecalled, type ReviewLog } from './reviews.ts';

/** How well recall was predicted; for both, less is better. Never one without the other. */
export interface Figures {
  /** Mean binary cross-entropy, in nats: how surprising the answers were. */
  readonly logLoss: number;
  /**
   * RMSE(bins): among reviews alike in interval, number and lapses, how far the predicted recall lies
   * from the true one, in [0, 1].
   */
  readonly rmseBins: number;
}

/**
 * Scores predictions as the published benchmark does (fsrs-rs, `evaluate`).
 *
 * @param predicted recall by review (place in the log)
 * @param reviews places of those to score
 * @param weights by review; 1 for all where left out
 */
export function evaluate(
  log: ReviewLog,
  reviews: Int32Array,
  predicted: ArrayLike<number>,
  weights?: Float64Array,
): Figures {
  const bins = binsOf(log);
  const sums = new Map<
    string,
    { predicted: number; recalled: number; count: number; weight: number }
  >();
  let loss = 0;
  let total = 0;
  for (const review of reviews) {
    const weight = weights?.[review] ?? 1;
    const guess = predicted[review]!;
    const recalled = wasRecalled(log, review);
    loss += weight * surprise(log, review, predicted);
    total += weight;
    const bin = bins[review]!;
    const sum = sums.get(bin) ?? { predicted: 0, recalled: 0, count: 0, weight: 0 };
    sum.predicted += guess;
    sum.recalled += recalled ? 1 : 0;
    sum.count++;
    sum.weight += weight;
    sums.set(bin, sum);
  }
  let squares = 0;
  for (const { predicted: guessed, recalled, count, weight } of sums.values()) {
    squares += weight * ((guessed - recalled) / count) ** 2;
  }
  return { logLoss: loss / total, rmseBins: Math.sqrt(squares / total) };
}

/** Predictions are held off 0 and 1, where the loss is infinite. */
const LEAST = 1e-7;

/** The cross-entropy of one review, in nats: how little its outcome was expected. */
export function surprise(log: ReviewLog, review: number, predicted: ArrayLike<number>): number {
  const guess = Math.min(1 - LEAST, Math.max(LEAST, predicted[review]!));
  return -Math.log(wasRecalled(log, review) ? guess : 1 - guess);
}

/** The bin of a number on a scale whose steps grow by a factor (published constants). */
function binOf(value: number, scale: number, factor: number): number {
  return scale * factor ** Math.floor(Math.log(value) / Math.log(factor));
}

/** By review, what it is alike to: bins of interval, number of reviews and lapses. */
function binsOf(log: ReviewLog): string[] {
  const bins = new Array<string>(log.elapsed.length).fill('');
  for (let card = 0; card + 1 < log.starts.length; card++) {
    let later = 0;
    let lapses = 0;
    for (let review = log.starts[card]!; review < log.starts[card + 1]!; review++) {
      const days = log.elapsed[review]!;
      if (days === 0) continue;
      later++;
      const interval = Math.round(binOf(days, 2.48, 3.62) * 100);
      const length = Math.round(binOf(later + 1, 1.99, 1.89));
      const lapsed = lapses === 0 ? 0 : Math.round(binOf(lapses, 1.65, 1.73));
      bins[review] = `${interval} ${length} ${lapsed}`;
      if (!wasRecalled(log, review)) lapses++;
    }
  }
  return bins;
}
