/**
 * The reviews of many cards, as flat arrays: they cross to a worker without a copy, and the fit runs
 * over them thousands of times.
 */
export interface ReviewLog {
  /** The reviews of card `c` lie from `starts[c]` to before `starts[c + 1]`, oldest first. */
  readonly starts: Int32Array;
  /** Whole local days since the card's review before; 0 for its first, and for the same day. */
  readonly elapsed: Int32Array;
  /** 1 Again to 4 Easy. */
  readonly ratings: Uint8Array;
  /** Epoch milliseconds. */
  readonly at: Float64Array;
  /**
   * 0: it moves the memory, but says nothing of how well recall is predicted. So it is with a wrong
   * answer in a quiz, since right ones are not reviews.
   */
  readonly counted: Uint8Array;
}

/** One review, before many become a `ReviewLog`. */
export interface LoggedReview {
  readonly elapsed: number;
  readonly rating: number;
  readonly at: number;
  readonly counted: boolean;
}

/** Packs the reviews of cards, each card's oldest first. */
export function reviewLog(cards: readonly (readonly LoggedReview[])[]): ReviewLog {
  const total = cards.reduce((sum, reviews) => sum + reviews.length, 0);
  const log = {
    starts: new Int32Array(cards.length + 1),
    elapsed: new Int32Array(total),
    ratings: new Uint8Array(total),
    at: new Float64Array(total),
    counted: new Uint8Array(total),
  };
  let index = 0;
  for (const [card, reviews] of cards.entries()) {
    for (const { elapsed, rating, at, counted } of reviews) {
      log.elapsed[index] = elapsed;
      log.ratings[index] = rating;
      log.at[index] = at;
      log.counted[index] = counted ? 1 : 0;
      index++;
    }
    log.starts[card + 1] = index;
  }
  return log;
}

export function cardCount(log: ReviewLog): number {
  return log.starts.length - 1;
}

/**
 * No card's history is followed further than this (fsrs-rs, `max_seq_len`): what comes after so many
 * reviews says little of memory, and a batch is as slow as its longest history.
 */
export const LONGEST_HISTORY = 256;

/**
 * The reviews that a prediction is scored on, in the order of time: those that come a day or more
 * after another one. What happens within a day moves the memory, but FSRS-6 predicts it poorly (in the
 * published benchmark worse than a constant), and the published fit does not score it either.
 */
export function scoredReviews(log: ReviewLog): Int32Array {
  const found: number[] = [];
  for (let card = 0; card < cardCount(log); card++) {
    const start = log.starts[card]!;
    const end = Math.min(log.starts[card + 1]!, start + LONGEST_HISTORY);
    for (let index = start + 1; index < end; index++) {
      if (log.elapsed[index]! > 0 && log.counted[index] === 1) found.push(index);
    }
  }
  return Int32Array.from(found).sort((a, b) => log.at[a]! - log.at[b]! || a - b);
}

/** Again is forgotten; Hard, Good and Easy are recalled. */
export function wasRecalled(log: ReviewLog, review: number): boolean {
  return log.ratings[review]! > 1;
}

/** The share recalled of some reviews, in [0, 1]; 0 of none. */
export function averageRecall(log: ReviewLog, reviews: Int32Array): number {
  let recalled = 0;
  for (const review of reviews) if (wasRecalled(log, review)) recalled++;
  return reviews.length === 0 ? 0 : recalled / reviews.length;
}

/**
 * How much each review weighs in the fit, from a quarter for the oldest to 1 for the newest
 * (fsrs-rs, `recency_weighted_fsrs_items`): people change.
 *
 * @param ordered scored reviews in the order of time
 * @returns by review; 0 for all that are not scored
 */
export function recencyWeights(log: ReviewLog, ordered: Int32Array): Float64Array {
  const weights = new Float64Array(log.elapsed.length);
  const last = Math.max(1, ordered.length - 1);
  for (const [rank, review] of ordered.entries()) {
    weights[review] = 0.25 + 0.75 * (rank / last) ** 3;
  }
  return weights;
}
