import type { LocalDay } from '../primitives/index.ts';

/** What happened on one local day: a cache of the journal, in whole numbers so that sums are exact. */
export interface DayCounts {
  readonly day: LocalDay;
  /** Cards answered for the first time, or for the first time since they were started over. */
  readonly fresh: number;
  /** Answers to cards in review: what the daily limit of reviews counts. */
  readonly reviews: number;
  /** Of those, how many were recalled (Hard, Good or Easy): retention = passed / reviews. */
  readonly passed: number;
  /** All answers, by rating 1 to 4. */
  readonly ratings: readonly [number, number, number, number];
  readonly milliseconds: number;
}

export function noCounts(day: LocalDay): DayCounts {
  return { day, fresh: 0, reviews: 0, passed: 0, ratings: [0, 0, 0, 0], milliseconds: 0 };
}

/** `a + sign × b`, for two counts of one day. */
export function addCounts(a: DayCounts, b: DayCounts, sign: 1 | -1 = 1): DayCounts {
  const [again, hard, good, easy] = a.ratings;
  return {
    day: a.day,
    fresh: a.fresh + sign * b.fresh,
    reviews: a.reviews + sign * b.reviews,
    passed: a.passed + sign * b.passed,
    ratings: [
      again + sign * b.ratings[0],
      hard + sign * b.ratings[1],
      good + sign * b.ratings[2],
      easy + sign * b.ratings[3],
    ],
    milliseconds: a.milliseconds + sign * b.milliseconds,
  };
}

export function isEmpty(counts: DayCounts): boolean {
  return counts.ratings.every((count) => count === 0) && counts.milliseconds === 0;
}

/** How many answers were given in all. */
export function answersOf(counts: DayCounts): number {
  return counts.ratings.reduce((sum, count) => sum + count, 0);
}
