import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { memoryModel, type Memory, type Rating } from './index.ts';

/**
 * Four histories on which ts-fsrs 5.4.2, fsrs-rs 6.5 (binding 0.5.0), fsrs-rs 5.2 (fsrs-browser 5.2.0)
 * and py-fsrs 6.3.1 agree to 2 in 10,000, a few of the vectors that
 * `vectors.test.ts` reads in full. The published states and intervals below come from fsrs-rs
 * (src/inference.rs: test_memory_state, test_next_interval) and go-fsrs (fsrs_test.go).
 * Each step: rating, whole days since the last, then the stability and difficulty that it leads to.
 */
const HISTORIES: Record<string, [Rating, number, number, number][]> = {
  lapses: [
    [3, 0, 2.3065, 2.11810397],
    [3, 2, 10.96433234, 2.111214236],
    [3, 11, 46.28021729, 2.104331391],
    [1, 40, 2.888036288, 7.389975788],
    [3, 0, 2.888036288, 7.377814182],
    [3, 2, 6.481175922, 7.365664737],
    [1, 5, 1.0496058, 9.119340282],
    [1, 0, 0.3714670845, 9.695761508],
    [3, 0, 0.416587978, 9.681294116],
    [3, 1, 1.016276122, 9.666841191],
    [3, 4, 2.667259673, 9.652402719],
    [4, 12, 10.10805814, 9.521480276],
    [2, 60, 19.10205065, 9.667564677],
  ],
  hard: [
    [2, 0, 1.2931, 5.112170706],
    [2, 1, 3.249411766, 6.740459511],
    [2, 2, 5.806148601, 7.821393498],
    [2, 3, 8.495662233, 8.53896785],
    [2, 5, 11.6715416, 9.015327144],
    [2, 8, 15.43320246, 9.331556642],
  ],
  'early reviews': [
    [3, 0, 2.3065, 2.11810397],
    [3, 2, 10.96433234, 2.111214236],
    [3, 1, 15.42829834, 2.104331391],
    [3, 1, 19.7019197, 2.097455429],
    [3, 1, 23.83610422, 2.090586343],
  ],
  'several on one day': [
    [3, 0, 2.3065, 2.11810397],
    [1, 0, 0.7750839829, 7.394502741],
    [3, 0, 0.8281648, 7.382336608],
    [1, 0, 0.2977023927, 9.124820212],
    [3, 0, 0.3387619327, 9.110923761],
  ],
};
const TOLERANCE = 0.0002;

/** The parameters of fsrs-rs src/inference.rs test_evaluate, and a history under them. */
const OTHER_PARAMETERS = [
  0.335561, 1.6840581, 5.166598, 11.659035, 7.466705, 0.7205129, 2.622295, 0.001, 1.315015,
  0.10468433, 0.8349206, 1.822305, 0.12473127, 0.26111007, 2.3030033, 0.13117497, 3.0265594,
  0.41468078, 0.09714265, 0.106824234, 0.20447432,
];
const UNDER_OTHERS: [Rating, number, number, number][] = [
  [1, 0, 0.335561, 7.466705],
  [3, 1, 1.243543909, 7.45902051],
  [3, 3, 3.830321745, 7.451343704],
  [3, 8, 10.30515442, 7.443674575],
  [3, 21, 25.79396245, 7.436013115],
];

function expectHistory(steps: readonly [Rating, number, number, number][], parameters?: number[]) {
  const model = memoryModel(parameters ?? null);
  let memory: Memory | null = null;
  for (const [rating, elapsed, stability, difficulty] of steps) {
    memory = model.next(memory, elapsed, rating);
    expect(Math.abs(memory.stability / stability - 1)).toBeLessThan(TOLERANCE);
    expect(Math.abs(memory.difficulty / difficulty - 1)).toBeLessThan(TOLERANCE);
  }
}

describe('the memory model', () => {
  it.each(Object.entries(HISTORIES))('agrees with the official builds on %s', (_name, steps) => {
    expectHistory(steps);
  });

  it('agrees with them under other parameters', () => {
    expectHistory(UNDER_OTHERS, OTHER_PARAMETERS);
  });

  it('agrees with the published states after 1, 3, 3, 3, 3, 3 and after 1, 2, 3, 4, 3, 3', () => {
    const model = memoryModel();
    const after = (ratings: Rating[]) =>
      ratings.reduce<Memory | null>(
        (memory, rating, index) => model.next(memory, [0, 0, 1, 3, 8, 21][index]!, rating),
        null,
      )!;
    expect(after([1, 3, 3, 3, 3, 3]).stability).toBeCloseTo(53.62691, 4);
    expect(after([1, 3, 3, 3, 3, 3]).difficulty).toBeCloseTo(6.3574867, 4);
    expect(after([1, 2, 3, 4, 3, 3]).stability).toBeCloseTo(51.081, 3);
    expect(after([1, 2, 3, 4, 3, 3]).difficulty).toBeCloseTo(6.7493, 4);
  });

  it('says when recall falls to a goal: the published intervals of stability 1', () => {
    const model = memoryModel();
    const days = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((goal) =>
      Math.round(model.interval(1, goal)),
    );
    expect(days).toEqual([34793, 2508, 387, 90, 27, 9, 3, 1]);
  });

  it('gives nine in ten after as many days as the stability says', () => {
    for (const parameters of [null, OTHER_PARAMETERS]) {
      const model = memoryModel(parameters);
      for (const stability of [0.1, 1, 7.5, 365]) {
        expect(model.retrievability(stability, stability)).toBeCloseTo(0.9, 12);
        expect(model.interval(stability, 0.9)).toBeCloseTo(stability, 9);
      }
    }
  });

  it('does not change the memory it is given', () => {
    const memory = Object.freeze({ stability: 5, difficulty: 5 });
    memoryModel().next(memory, 3, 1);
    expect(memory).toEqual({ stability: 5, difficulty: 5 });
  });

  it('gives what the library gives of itself, to the last digit', () => {
    for (const parameters of [null, OTHER_PARAMETERS]) {
      const algorithm = new FSRSAlgorithm(
        generatorParameters(parameters === null ? {} : { w: [...parameters] }),
      );
      fc.assert(
        fc.property(history, (answers) => {
          const model = memoryModel(parameters);
          let [memory, given]: [Memory | null, Memory | null] = [null, null];
          for (const [rating, days] of answers) {
            memory = model.next(memory, days, rating);
            given = algorithm.next_state(given, days, rating);
            expect(memory).toEqual(given);
          }
        }),
        { numRuns: 50 },
      );
    }
  });

  it('keeps the models of different parameters apart, however many there have been', () => {
    const first = memoryModel(OTHER_PARAMETERS).next(null, 0, 1).stability;
    for (let index = 0; index < 100; index++) {
      memoryModel([1 + index / 100, ...OTHER_PARAMETERS.slice(1)]);
    }
    expect(memoryModel(OTHER_PARAMETERS).next(null, 0, 1).stability).toBe(first);
    expect(memoryModel().next(null, 0, 1).stability).toBe(0.212);
  });
});

const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
const elapsed = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 20_000 }));
const history = fc.array(fc.tuple(rating, elapsed), { minLength: 1, maxLength: 30 });

function memoryAfter(steps: [Rating, number][]): Memory {
  const model = memoryModel();
  return steps.reduce<Memory | null>(
    (memory, [grade, days]) => model.next(memory, days, grade),
    null,
  )!;
}

describe('any history', () => {
  it('leads to a stability and a difficulty within their bounds', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { stability, difficulty } = memoryAfter(steps);
        expect(stability).toBeGreaterThanOrEqual(0.001);
        expect(stability).toBeLessThanOrEqual(36_500);
        expect(difficulty).toBeGreaterThanOrEqual(1);
        expect(difficulty).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('leaves no better memory after a worse answer', () => {
    fc.assert(
      fc.property(history, elapsed, (steps, days) => {
        const before = memoryAfter(steps);
        const after = ([1, 2, 3, 4] as const).map((grade) =>
          memoryModel().next(before, days, grade),
        );
        for (const at of [1, 2, 3]) {
          expect(after[at]!.stability).toBeGreaterThanOrEqual(after[at - 1]!.stability);
          expect(after[at]!.difficulty).toBeLessThanOrEqual(after[at - 1]!.difficulty);
        }
      }),
    );
  });

  it('is forgotten steadily, from certain towards nothing', () => {
    const stability = fc.double({ min: 0.001, max: 36_500, noNaN: true });
    fc.assert(
      fc.property(stability, elapsed, elapsed, (s, one, other) => {
        const recall = (days: number) => memoryModel().retrievability(days, s);
        expect(recall(0)).toBe(1);
        expect(recall(-5)).toBe(1);
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
        expect(recall(later)).toBeLessThanOrEqual(recall(sooner));
        expect(recall(later)).toBeGreaterThan(0);
      }),
    );
  });

  it('comes back on the day on which recall has fallen to the goal', () => {
    const goal = fc.double({ min: 0.7, max: 0.97, noNaN: true });
    fc.assert(
      fc.property(history, goal, (steps, wanted) => {
        const { stability } = memoryAfter(steps);
        const model = memoryModel();
        const days = model.interval(stability, wanted);
        expect(model.retrievability(days, stability)).toBeCloseTo(wanted, 9);
      }),
    );
  });
});
