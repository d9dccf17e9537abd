import { expect, test } from 'vitest';
import { isoDay } from '../primitives/index.ts';
import { coarser, lookAhead, lookBack, type ProgressRange, type Span } from './progress-range.ts';

// 4 October 2024, a Friday.
const TODAY = 20_000;

function ends({ unit, periods }: Span): [string, number, string, string] {
  return [unit, periods.length, isoDay(periods[0]!.from), isoDay(periods.at(-1)!.to)];
}

test.each<[ProgressRange, [string, number, string, string]]>([
  ['month', ['day', 30, '2024-09-05', '2024-10-04']],
  ['quarter', ['week', 13, '2024-07-08', '2024-10-04']],
  ['year', ['month', 12, '2023-11-01', '2024-10-04']],
])('looks back a %s, in bars that are whole but for the last', (range, expected) => {
  expect(ends(lookBack(range, TODAY, null))).toEqual(expected);
});

test.each<[number | null, [string, number, string, string]]>([
  [null, ['day', 30, '2024-09-05', '2024-10-04']],
  [TODAY - 3, ['day', 30, '2024-09-05', '2024-10-04']],
  [TODAY - 40, ['day', 41, '2024-08-25', '2024-10-04']],
  [TODAY - 100, ['week', 15, '2024-06-24', '2024-10-04']],
  [TODAY - 400, ['month', 15, '2023-08-01', '2024-10-04']],
  [TODAY - 2000, ['year', 6, '2019-01-01', '2024-10-04']],
])('looks back on everything since the first answer', (first, expected) => {
  expect(ends(lookBack('all', TODAY, first))).toEqual(expected);
});

test.each<[ProgressRange, [string, number, string, string]]>([
  ['month', ['day', 30, '2024-10-04', '2024-11-02']],
  ['quarter', ['week', 13, '2024-10-04', '2024-12-29']],
  ['year', ['month', 12, '2024-10-04', '2025-09-30']],
  ['all', ['month', 12, '2024-10-04', '2025-09-30']],
])('looks ahead as far (%s), from today', (range, expected) => {
  expect(ends(lookAhead(range, TODAY))).toEqual(expected);
});

test('puts single days together into weeks, and leaves longer stretches', () => {
  expect(ends(coarser(lookBack('month', TODAY, null)))).toEqual([
    'week',
    5,
    '2024-09-05',
    '2024-10-04',
  ]);
  const quarter = lookBack('quarter', TODAY, null);
  expect(coarser(quarter)).toEqual(quarter);
});
