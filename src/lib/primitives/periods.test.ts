import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from './time.ts';
import { periodFinder, periodsBetween, startOfPeriod } from './periods.ts';

// 4 October 2024, a Friday.
const FRIDAY = 20_000;

const units = fc.constantFrom('day', 'week', 'month', 'year');

describe('periods', () => {
  test('a week begins on Monday', () => {
    expect(isoDay(startOfPeriod(FRIDAY, 'week'))).toBe('2024-09-30');
  });

  test('months and years are those of the calendar', () => {
    const shown = (unit: 'month' | 'year', from: number, to: number) =>
      periodsBetween(from, to, unit).map((period) => [isoDay(period.from), isoDay(period.to)]);
    expect(shown('month', FRIDAY, FRIDAY + 60)).toEqual([
      ['2024-10-04', '2024-10-31'],
      ['2024-11-01', '2024-11-30'],
      ['2024-12-01', '2024-12-03'],
    ]);
    expect(shown('year', FRIDAY, FRIDAY + 100)).toEqual([
      ['2024-10-04', '2024-12-31'],
      ['2025-01-01', '2025-01-12'],
    ]);
  });

  test('cover every day once, and each day is found in its own', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9000, max: 40_000 }),
        fc.nat(900),
        units,
        (from, more, unit) => {
          const to = from + more;
          const periods = periodsBetween(from, to, unit);
          expect(periods[0]!.from).toBe(from);
          expect(periods.at(-1)!.to).toBe(to);
          const find = periodFinder(periods);
          periods.forEach((period, index) => {
            if (index > 0) expect(period.from).toBe(periods[index - 1]!.to + 1);
            expect([find(period.from), find(period.to)]).toEqual([index, index]);
          });
          expect([find(from - 1), find(to + 1)]).toEqual([-1, -1]);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('of no days there are none', () => {
    expect(periodsBetween(2, 1, 'day')).toEqual([]);
    expect(periodFinder([])(1)).toBe(-1);
  });
});
