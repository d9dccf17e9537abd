import { generatorParameters } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { forgettingUnder } from './forgetting.ts';

describe('the curve of forgetting', () => {
  test.each([0.1542, 0.5, 0.02, 2])('decays as ts-fsrs would have it, of %s', (decay) => {
    const { w } = generatorParameters({});
    const parameters = [...w.slice(0, 20), decay];
    const kept = generatorParameters({ w: parameters }).w[20]!;
    // R = (1 + factor · t / S) ^ −decay, and R is 0.9 where t is S.
    const factor = Math.pow(0.9, -1 / kept) - 1;
    const curve = forgettingUnder(parameters);
    expect(curve.retrievability(30, 10)).toBeCloseTo(Math.pow(1 + factor * 3, -kept), 12);
    expect(curve.interval(10, 0.9)).toBeCloseTo(10, 9);
  });

  test('has the published decay where no parameters are given', () => {
    const published = forgettingUnder(generatorParameters({}).w);
    expect(forgettingUnder(null).retrievability(30, 10)).toBe(published.retrievability(30, 10));
  });
});
