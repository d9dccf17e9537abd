import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { calibrationOf, type Outcome } from './index.ts';

const [question] = smallBank().questions;

function answered(confidence: Outcome['confidence'], right: boolean): Outcome {
  return {
    question: question!,
    response: { kind: 'typed', text: '' },
    grade: right ? { verdict: 'right', credit: 1 } : { verdict: 'wrong', credit: 0 },
    confidence,
    duration: 1,
  };
}

describe('calibration', () => {
  test('is unknown where nobody said how sure', () => {
    expect(calibrationOf([answered(null, true)])).toBeNull();
    expect(calibrationOf([{ ...answered('sure', false), response: null }])).toBeNull();
  });

  test('counts each step, and scores what was said against what was so', () => {
    const sure = Array.from({ length: 10 }, (_, index) => answered('sure', index < 7));
    const calibration = calibrationOf([...sure, answered('guess', false), answered(null, true)])!;
    expect(calibration.steps).toMatchObject([
      { confidence: 'guess', count: 1, right: 0, share: 0 },
      { confidence: 'sure', count: 10, right: 7, share: 0.7 },
    ]);
    const expected = (7 * 0.05 ** 2 + 3 * 0.95 ** 2 + 0.35 ** 2) / 11;
    expect(calibration.brier).toBeCloseTo(expected, 12);
  });

  test('is best for who is sure of what is right, and always within bounds', () => {
    const answers = fc.array(
      fc
        .tuple(fc.constantFrom('guess' as const, 'unsure' as const, 'sure' as const), fc.boolean())
        .map(([confidence, right]) => answered(confidence, right)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(answers, (some) => {
        const { brier, count, steps } = calibrationOf(some)!;
        expect(brier).toBeGreaterThanOrEqual(0.05 ** 2 - 1e-12);
        expect(brier).toBeLessThanOrEqual(0.95 ** 2 + 1e-12);
        expect(count).toBe(some.length);
        expect(steps.reduce((sum, step) => sum + step.count, 0)).toBe(count);
      }),
    );
  });
});
