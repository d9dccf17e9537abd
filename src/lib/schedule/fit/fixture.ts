import { HOUR_MS, DAY_MS, seededRandom, type LocalDay } from '../../primitives/index.ts';
import { memoryModel, type Memory } from '../memory.ts';
import { RATINGS, type Rating } from '../rating.ts';
import { STANDARD_PARAMETERS } from './parameters.ts';
import { reviewLog, type ReviewLog } from './reviews.ts';

/** A simulated learner, whose memory follows FSRS-6 with parameters that are known. */
export interface Learner {
  readonly seed: string;
  /** The memory's own; the schedule goes by the standard ones. */
  readonly parameters: readonly number[];
  readonly cards: number;
  readonly days: number;
}

/** One who forgets faster than most, and whose memory grows more slowly. */
export const FORGETFUL = STANDARD_PARAMETERS.map((value, index) => {
  if (index < 4) return Math.max(0.1, value * 0.35);
  if (index === 8) return value - 0.9;
  return index === 20 ? 0.3 : value;
});

export interface SimulatedReview {
  readonly card: number;
  readonly day: LocalDay;
  /** Milliseconds after the day's start. */
  readonly time: number;
  readonly rating: Rating;
}

/** First answers, and answers when recalled: the share of each rating. */
const FIRST = [0.3, 0.1, 0.5, 0.1];
const RECALLED = [0, 0.12, 0.78, 0.1];

function draw(shares: readonly number[], random: () => number): Rating {
  let left = random();
  const found = RATINGS.find((rating) => (left -= shares[rating - 1]!) < 0);
  return found ?? 3;
}

/**
 * Everything that a simulated learner answers, card by card: each card is met on some day, comes back
 * when the standard schedule says, and is recalled with the probability that the learner's own memory
 * gives it. What is forgotten comes once more on the same day.
 */
export function simulate({ seed, parameters, cards, days }: Learner): SimulatedReview[][] {
  const random = seededRandom(seed);
  const schedule = memoryModel();
  const truth = memoryModel(parameters);
  return Array.from({ length: cards }, (_, card) => {
    const reviews: SimulatedReview[] = [];
    let planned: Memory | null = null;
    let actual: Memory | null = null;
    let last = 0;
    let day = Math.floor((card / cards) * days * 0.7);
    while (day < days) {
      let rating = draw(FIRST, random);
      if (actual) {
        const recall = truth.retrievability(day - last, actual.stability);
        rating = random() < recall ? draw(RECALLED, random) : 1;
      }
      let time = Math.floor(random() * 12 * HOUR_MS);
      for (;;) {
        const elapsed: number = actual ? day - last : 0;
        reviews.push({ card, day, time, rating });
        planned = schedule.next(planned, elapsed, rating);
        actual = truth.next(actual, elapsed, rating);
        last = day;
        if (rating !== 1) break;
        rating = 3;
        time += HOUR_MS / 6;
      }
      const interval: number = schedule.interval(planned.stability, 0.9);
      // Two days in three people come when the card does; else late, now and then very.
      const late = random() < 2 / 3 ? 0 : Math.ceil(-3 * Math.log(1 - random()));
      day += Math.max(1, Math.round(interval * (0.9 + 0.2 * random()))) + late;
    }
    return reviews;
  });
}

/** The same as a log. */
export function simulatedLog(learner: Learner): ReviewLog {
  return reviewLog(
    simulate(learner).map((reviews) =>
      reviews.map(({ day, time, rating }, index) => ({
        elapsed: index === 0 ? 0 : day - reviews[index - 1]!.day,
        rating,
        at: day * DAY_MS + time,
        counted: true,
      })),
    ),
  );
}
