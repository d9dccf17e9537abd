import { describe, expect, it } from 'vitest';
import { FORGETFUL, simulatedLog } from './fixture.ts';
import { ENOUGH_REVIEWS, fit, reviewLog, reviewsUntilNextFit } from './index.ts';
import { initialStabilities, ordered } from './initial.ts';
import { isBetter } from './measure.ts';
import { STANDARD_PARAMETERS } from './parameters.ts';
import { scoredReviews } from './reviews.ts';

describe('a fit', () => {
  const log = simulatedLog({ seed: 'forgetful', parameters: FORGETFUL, cards: 400, days: 200 });
  const fitted = fit(log, null, 7);

  it('comes close to the parameters of a learner unlike the average, and is adopted', () => {
    if (fitted.kind !== 'measured') throw new Error('not measured');
    const { record, parameters, better } = fitted;

    expect(better).toBe(true);
    expect(record.after.logLoss).toBeLessThan(record.before.logLoss);
    expect(record.after.rmseBins).toBeLessThan(record.before.rmseBins);
    expect(record.after.logLoss).toBeLessThan(record.constant.logLoss);
    expect(record.after.rmseBins).toBeLessThan(record.constant.rmseBins);
    expect(record.at).toBe(7);
    expect(record.reviews).toBe(scoredReviews(log).length);
    expect(record.heldOut).toBe(Math.floor(record.reviews / 5));
    for (const index of [0, 1, 2]) {
      const [was, is] = [STANDARD_PARAMETERS[index]!, parameters[index]!];
      expect(Math.abs(is - FORGETFUL[index]!)).toBeLessThan(Math.abs(was - FORGETFUL[index]!));
    }
  });

  it('is the same again for the same reviews, and no better than itself', () => {
    if (fitted.kind !== 'measured') throw new Error('not measured');
    const again = fit(log, fitted.parameters, 8);
    expect(again).toMatchObject({ parameters: fitted.parameters, better: false });
  });

  it('is not tried on too few reviews', () => {
    const few = simulatedLog({ seed: 'few', parameters: FORGETFUL, cards: 20, days: 30 });
    const { length } = scoredReviews(few);
    expect(length).toBeLessThan(ENOUGH_REVIEWS);
    expect(fit(few, null, 0)).toEqual({ kind: 'too-few', reviews: length });
  });

  it('tells how far it is', () => {
    const shares: number[] = [];
    fit(log, null, 0, (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

describe('the rule of adoption', () => {
  const before = { logLoss: 0.4, rmseBins: 0.06 };
  const judged = (logLoss: number, rmseBins: number) =>
    isBetter({ before, after: { logLoss, rmseBins }, error: 0.01 });

  it('wants less surprise, by more than its standard error', () => {
    expect(judged(0.38, 0.05)).toBe(true);
    expect(judged(0.395, 0.05)).toBe(false);
    expect(judged(0.42, 0.05)).toBe(false);
  });

  it('wants cards alike to be predicted no worse', () => {
    expect(judged(0.38, 0.06)).toBe(true);
    expect(judged(0.38, 0.061)).toBe(false);
  });
});

it('the next fit waits for enough reviews, and after that for a fifth more than at the last', () => {
  expect(reviewsUntilNextFit(null)).toBe(400);
  expect(reviewsUntilNextFit(401)).toBe(81);
  expect(reviewsUntilNextFit(1000)).toBe(200);
});

describe('scored reviews', () => {
  it('are those a day or more after another, in the order of time, but for what does not count', () => {
    const log = reviewLog([
      [
        { elapsed: 0, rating: 3, at: 10, counted: true },
        { elapsed: 0, rating: 3, at: 11, counted: true },
        { elapsed: 2, rating: 3, at: 40, counted: true },
      ],
      [
        { elapsed: 0, rating: 1, at: 5, counted: true },
        { elapsed: 1, rating: 1, at: 20, counted: true },
        { elapsed: 1, rating: 1, at: 30, counted: false },
      ],
    ]);
    expect([...scoredReviews(log)]).toEqual([4, 2]);
  });
});

describe('initial stabilities', () => {
  it('are where the curve meets what was recalled', () => {
    const days = [1, 2, 4, 8].map((at) => ({ days: at, count: 1000, recalled: 900 }));
    // Always nine in ten, at each of these intervals: somewhere between the shortest and the longest.
    const [again] = initialStabilities([days, [], [], []], 0.9);
    expect(again).toBeGreaterThan(1);
    expect(again).toBeLessThan(8);
    const [, , good] = initialStabilities(
      [[], [], [{ days: 5, count: 4000, recalled: 3600 }], []],
      0.9,
    );
    expect(good).toBeCloseTo(5, 1);
  });

  it('keep their order, those with less evidence giving way', () => {
    expect(ordered([3, 1, 4, 9], [50, 10, 50, 50])).toEqual([3, 3, 4, 9]);
    expect(ordered([3, 1, 4, 9], [10, 50, 50, 50])).toEqual([1, 1, 4, 9]);
  });

  it('are filled in where nothing is known', () => {
    const [standardAgain, , standardGood] = STANDARD_PARAMETERS;
    expect(ordered([null, null, null, null], [0, 0, 0, 0])).toEqual(
      STANDARD_PARAMETERS.slice(0, 4),
    );
    const doubled = ordered([null, null, standardGood! * 2, null], [0, 0, 9, 0]);
    expect(doubled[0]).toBeCloseTo(standardAgain! * 2, 10);
    for (const known of [
      [0, 3],
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 3],
      [2, 3],
      [0, 1, 3],
      [0, 2, 3],
    ]) {
      const values = [0, 1, 2, 3].map((at) => (known.includes(at) ? 2 ** (2 * at - 1) : null));
      const found = ordered(
        values,
        values.map((value) => (value === null ? 0 : 5)),
      );
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      for (const at of known) expect(found[at]).toBeCloseTo(values[at]!, 10);
    }
  });
});
