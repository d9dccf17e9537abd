import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '../../primitives/index.ts';
import { beforehand } from './first-sights.ts';
import { examRecord, predictScore, type Asked } from './index.ts';

type Quiz = Parameters<typeof examRecord>[0][number];

const times = <T>(count: number, of: readonly T[]): T[] =>
  Array.from({ length: count }, () => of).flat();
const NOTHING = { known: 0, variance: 0 };

describe('the score to be expected', () => {
  it('is the mean of the chances, with the range that its variances make', () => {
    // By hand, for each of 25 quarters: p = 0.9, 0.8, 0.25, 0. Σp = 1.95, Σp(1 − p) = 0.4375,
    // Σ(1 − g) of the unseen = 1.75. Variance: 0.4375 / 400 + 0.4375² · 0.0625 = 0.0130566;
    // with the model's 0.0049 · 0.5² it is 0.0142816, and half the range 1.96 · 0.1195 + 0.005.
    const asked = times<Asked>(25, [
      { recall: 0.9, guess: 0.25 },
      { recall: 0.8, guess: 0 },
      { recall: null, guess: 0.25 },
      { recall: null, guess: 0 },
    ]);
    const found = predictScore(asked, { known: 0, variance: 0.0625 }, 0.07 ** 2)!;
    expect(found).toMatchObject({ count: 100, unseen: 50 });
    expect(found.share).toBeCloseTo(0.4875, 10);
    expect(found.variance).toBeCloseTo(0.01305664, 8);
    expect(found.low).toBeCloseTo(0.248273, 5);
    expect(found.high).toBeCloseTo(0.726727, 5);
  });

  it('counts what was never studied as a guess, and what is known beforehand beyond it', () => {
    const unseen = { recall: null, guess: 0.25 };
    expect(predictScore([unseen], NOTHING, 0)?.share).toBe(0.25);
    expect(predictScore([unseen], { known: 0.4, variance: 0 }, 0)?.share).toBeCloseTo(0.55);
    expect(predictScore([], NOTHING, 0)).toBeNull();
  });
});

describe('what is known beforehand', () => {
  it('is the share right with guessing taken out of it, once there is enough', () => {
    // Three of the nine are to be put down to guessing: 6 of 17, and 8 of 21 for the variance.
    const sights = Array.from({ length: 20 }, (_, at) => ({
      right: at < 9,
      guess: at < 12 ? 0.25 : 0,
    }));
    const found = beforehand(sights);
    expect(found).toMatchObject({ count: 20, right: 9 });
    expect(found.known).toBeCloseTo(6 / 17, 10);
    expect(found.variance).toBeCloseTo(((8 / 21) * (13 / 21)) / 21, 10);
    expect(beforehand(sights.slice(1)).known).toBe(0);
    expect(beforehand([])).toEqual({ count: 0, right: 0, known: 0, variance: 0.0625 });
  });
});

/** A quiz begun at a time; each question as recall (null: never studied) and whether it was right. */
function quiz(
  at: number,
  questions: readonly (readonly [number | null, boolean])[],
  changes: Partial<Quiz> = {},
): Quiz {
  return {
    quiz: `quiz-${at}`,
    mode: 'exam',
    drawn: true,
    begun: { id: `event-${at}`, at, day: at },
    questions: questions.map(([recall, right], place) => ({
      question: `${at}-${place}`,
      right,
      recall,
      guess: 0,
    })),
    ...changes,
  };
}

describe('the record of predictions', () => {
  const known = times(8, [[0.9, true] as const]);
  const missed = times(2, [[0.9, false] as const]);

  it('holds each exam against its own prediction', () => {
    const found = examRecord(
      [quiz(2, [...known, ...missed]), quiz(1, [...known, ...known])],
      false,
    );
    expect(found.checks.map(({ day, right }) => [day, right])).toEqual([
      [1, 16],
      [2, 8],
    ]);
    expect(found.checks[0]!.error).toBeCloseTo(0.1);
    expect(found.checks[1]!.error).toBeCloseTo(-0.1);
    expect(found.bias).toBeCloseTo(0);
    expect(found.size).toBeCloseTo(0.1);
    expect(found.within).toBe(2);
  });

  it('leaves out what is too short, or was picked question by question', () => {
    const picked = quiz(1, known, { mode: 'practice', drawn: false });
    const drawn = quiz(2, known, { mode: 'practice' });
    const found = examRecord([quiz(3, known.slice(0, 4)), picked, drawn], false);
    expect(found.checks.map(({ quiz: id }) => id)).toEqual(['quiz-2']);
    expect(examRecord([], false)).toMatchObject({ checks: [], bias: null, size: null });
  });

  it('widens its range with errors that chance does not explain, and narrows it without', () => {
    const wrong = times(20, [[0.9, false] as const]);
    const off = examRecord([quiz(1, wrong), quiz(2, wrong)], false);
    expect(off.modelVariance).toBeGreaterThan(0.3 ** 2);
    expect(off.within).toBe(0);
    const none = examRecord([], false).modelVariance;
    expect(none).toBeCloseTo(0.072 ** 2);
    expect(examRecord([], true).modelVariance).toBeCloseTo(0.046 ** 2);
    const near = [...times(9, [[0.9, true] as const]), ...times(1, [[0.9, false] as const])];
    expect(examRecord([quiz(1, near), quiz(2, near)], false).modelVariance).toBeLessThan(none);
  });

  it('a question is seen for the first time once', () => {
    const unseen = times(5, [[null, true] as const]);
    const again = { ...quiz(2, []), questions: quiz(1, unseen).questions };
    expect(examRecord([quiz(1, unseen), again], false).beforehand.count).toBe(5);
  });
});

describe('whatever was asked', () => {
  const recall = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
  const asked = fc.array(fc.record({ recall, guess: fc.constantFrom(0, 0.25, 0.5) }), {
    minLength: 1,
    maxLength: 30,
  });
  const quizzes = fc.uniqueArray(
    fc.record({
      at: fc.nat({ max: 50 }),
      questions: fc.array(fc.tuple(recall, fc.boolean()), { maxLength: 12 }),
      mode: fc.constantFrom('exam', 'practice' as const),
      drawn: fc.boolean(),
    }),
    { selector: ({ at }) => at, maxLength: 12 },
  );
  const made = (
    all: readonly {
      at: number;
      questions: [number | null, boolean][];
      mode: string;
      drawn: boolean;
    }[],
  ) =>
    all.map(({ at, questions, mode, drawn }) =>
      quiz(at, questions, { mode: mode as Quiz['mode'], drawn }),
    );

  it('the prediction lies in its range, and better memory makes no lower one', () => {
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 1, noNaN: true }), (given, known) => {
        const of = (all: readonly Asked[]) => predictScore(all, { known, variance: 0.01 }, 0.005)!;
        const { low, share, high } = of(given);
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
        const better = given.map((one) => ({ ...one, recall: one.recall === null ? null : 1 }));
        expect(of(better).share).toBeGreaterThanOrEqual(share - 1e-12);
      }),
      { numRuns: 80 },
    );
  });

  it('a prediction depends on nothing that came after it, nor on the order of reading', () => {
    fc.assert(
      fc.property(quizzes, fc.nat({ max: 50 }), fc.string(), (all, until, seed) => {
        const whole = examRecord(made(all), false);
        const earlier = examRecord(made(all.filter(({ at }) => at < until)), false);
        expect(whole.checks.slice(0, earlier.checks.length)).toEqual(earlier.checks);
        const mixed = shuffled(made(all), seededRandom(seed));
        expect(examRecord(mixed, false)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('a learner who forgets as the model says scores within the range 19 times of 20', () => {
    const random = seededRandom('readiness');
    const all = Array.from({ length: 400 }, (_, at) =>
      quiz(
        at,
        Array.from({ length: 20 }, () => {
          const chance = 0.3 + 0.7 * random();
          return [chance, random() < chance] as const;
        }),
      ),
    );
    const { bias, within, modelVariance } = examRecord(all, false);
    expect(Math.abs(bias!)).toBeLessThan(0.02);
    expect(within / 400).toBeGreaterThan(0.93);
    // There is no error of the model to be found.
    expect(Math.sqrt(modelVariance)).toBeLessThan(0.03);
  });
});
