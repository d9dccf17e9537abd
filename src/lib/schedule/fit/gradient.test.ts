import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { default_w } from 'ts-fsrs';
import { memoryModel, type Memory } from '../memory.ts';
import type { Rating } from '../rating.ts';
import { Adam, annealed } from './adam.ts';
import { lossAndGradient } from './backward.ts';
import { predictRecall } from './forward.ts';
import { clipParameters, PARAMETER_COUNT, STANDARD_PARAMETERS } from './parameters.ts';
import { reviewLog, scoredReviews, type LoggedReview, type ReviewLog } from './reviews.ts';
import { traceFor } from './trace.ts';

const rating = fc.integer({ min: 1, max: 4 });
const history = fc
  .array(
    fc.record({ elapsed: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })), rating }),
    {
      minLength: 2,
      maxLength: 8,
    },
  )
  .map((reviews): LoggedReview[] =>
    reviews.map((review, index) => ({
      ...review,
      elapsed: index === 0 ? 0 : review.elapsed,
      at: index,
      counted: true,
    })),
  );
const log = fc.array(history, { minLength: 1, maxLength: 4 }).map(reviewLog);

/** Parameters anywhere about the standard ones, within their ranges. */
const parameters = fc
  .array(fc.double({ min: 0.6, max: 1.5, noNaN: true }), {
    minLength: PARAMETER_COUNT,
    maxLength: PARAMETER_COUNT,
  })
  .map((factors) => {
    const made = Float64Array.from(STANDARD_PARAMETERS, (value, index) => value * factors[index]!);
    clipParameters(made);
    return made;
  });

function lossOf(log: ReviewLog, at: ArrayLike<number>, gradient = new Float64Array(21)): number {
  const weights = new Float64Array(log.elapsed.length);
  for (const [rank, review] of scoredReviews(log).entries()) weights[review] = 1 + (rank % 3) / 2;
  const cards = Int32Array.from({ length: log.starts.length - 1 }, (_, card) => card);
  return lossAndGradient(at, log, cards, weights, traceFor(log), gradient);
}

it('begins with the parameters of ts-fsrs', () => {
  expect(STANDARD_PARAMETERS).toEqual([...default_w]);
});

describe('the forward pass', () => {
  it('predicts what the model of the schedule predicts', () => {
    fc.assert(
      fc.property(history, parameters, (reviews, at) => {
        // ts-fsrs rounds every step to eight places.
        const rounded = Array.from(at, (value) => Math.round(value * 1e4) / 1e4);
        const predicted = predictRecall(rounded, reviewLog([reviews]));
        const model = memoryModel(rounded);
        let memory: Memory | null = null;
        for (const [index, review] of reviews.entries()) {
          if (memory && review.elapsed > 0) {
            const expected = model.retrievability(review.elapsed, memory.stability);
            expect(predicted[index]).toBeCloseTo(expected, 6);
          } else {
            expect(predicted[index]).toBeNaN();
          }
          memory = model.next(memory, review.elapsed, review.rating as Rating);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the gradient', () => {
  it('is what finite differences say', () => {
    fc.assert(
      fc.property(log, parameters, (reviews, at) => {
        const gradient = new Float64Array(PARAMETER_COUNT);
        lossOf(reviews, at, gradient);
        for (let index = 0; index < PARAMETER_COUNT; index++) {
          const slopes = [1e-6, -1e-6].map((step) => {
            const moved = at.slice();
            moved[index]! += step;
            return (lossOf(reviews, moved) - lossOf(reviews, at)) / step;
          });
          // At a kink (a range, a ceiling) the two sides differ, and either is right.
          const [low, high] = slopes.toSorted((a, b) => a - b) as [number, number];
          const slack = 1e-4 * (1 + Math.abs(gradient[index]!));
          expect(gradient[index]).toBeGreaterThan(low - slack);
          expect(gradient[index]).toBeLessThan(high + slack);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts only what has a weight', () => {
    const card = [
      { elapsed: 0, rating: 3, at: 0, counted: true },
      { elapsed: 3, rating: 1, at: 1, counted: false },
      { elapsed: 0, rating: 3, at: 2, counted: true },
    ];
    const gradient = new Float64Array(PARAMETER_COUNT);
    expect(lossOf(reviewLog([card]), STANDARD_PARAMETERS, gradient)).toBe(0);
    expect([...gradient].every((slope) => slope === 0)).toBe(true);
  });
});

describe('Adam', () => {
  it('finds the bottom of a bowl', () => {
    const at = Float64Array.of(5, -3);
    const adam = new Adam(2);
    for (let step = 0; step < 2000; step++) {
      adam.step(
        at,
        Float64Array.of(2 * (at[0]! - 1), 20 * (at[1]! - 2)),
        annealed(0.1, step, 2000),
      );
    }
    expect(at[0]).toBeCloseTo(1, 3);
    expect(at[1]).toBeCloseTo(2, 3);
  });

  it('learns at a rate that falls along half a cosine (fsrs-rs, test_lr_scheduler)', () => {
    const rates = Array.from({ length: 6 }, (_, step) => annealed(0.04, step, 5));
    const published = [0.04, 0.03618034, 0.02618034, 0.01381966, 0.00381966, 0];
    rates.forEach((rate, step) => expect(rate).toBeCloseTo(published[step]!, 8));
  });
});
