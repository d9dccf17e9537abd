import { describe, expect, test } from 'vitest';
import { LIMITS, readSteps, readWhole, retentionMeaning } from './settings-input.ts';

describe('readWhole', () => {
  test.each(['0', '200', ' 25 '])('takes %j', (text) => {
    expect(readWhole(text, LIMITS.newPerDay)).toEqual({ ok: true, value: Number(text) });
  });

  test.each(['', '-1', '201', '2.5', '1e2', 'ten', '٣'])(
    'refuses %j and says what it takes',
    (text) => {
      expect(readWhole(text, LIMITS.newPerDay)).toEqual({
        ok: false,
        error: 'Enter a whole number from 0 to 200.',
      });
    },
  );
});

describe('readSteps', () => {
  test.each([
    ['1, 10', [1, 10]],
    ['10', [10]],
    ['1 10 60', [1, 10, 60]],
    [' 5;15 , ', [5, 15]],
  ])('takes %j', (text, value) => {
    expect(readSteps(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', /at least one/],
    ['ten', /“ten” is not a whole number/],
    ['1.5', /“1.5” is not/],
    ['0, 10', /1 minute or more/],
    ['1, 1440', /less than a day/],
    ['10, 1', /longer than the one before/],
    ['10, 10', /longer than the one before/],
    ['1, 2, 3, 4, 5, 6', /5 steps at most/],
  ])('refuses %j', (text, words) => {
    const read = readSteps(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error).toMatch(words);
  });
});

describe('retentionMeaning', () => {
  test('90 % is the measure', () => {
    expect(retentionMeaning(0.9, null)).toEqual({ oneIn: 10, workload: 1 });
  });

  test('more retention costs more reviews, less costs fewer', () => {
    expect(retentionMeaning(0.95, null).workload).toBeGreaterThan(1.5);
    expect(retentionMeaning(0.8, null).workload).toBeLessThan(0.7);
    expect(retentionMeaning(0.97, null).oneIn).toBe(33);
  });
});
