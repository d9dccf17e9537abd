import { describe, expect, test } from 'vitest';
import { dayName } from './days.ts';
import { agoWords, longSize, longTime } from './words.ts';

describe('longTime', () => {
  test.each([
    [0, '0 seconds'],
    [1000, '1 second'],
    [59_400, '59 seconds'],
    [59_600, '1 minute'],
    [12 * 60_000, '12 minutes'],
    [59.6 * 60_000, '1 hour'],
    [65 * 60_000, '1 hour 5 minutes'],
    [121 * 60_000, '2 hours 1 minute'],
  ])('%i ms is %s', (milliseconds, words) => {
    expect(longTime(milliseconds)).toBe(words);
  });
});

test('longSize is no finer than browsers are', () => {
  expect(longSize(0)).toBe('Less than 1 MB');
  expect(longSize(12_345_678)).toBe('About 12 MB');
  expect(longSize(1_234_500_000)).toBe('About 1,235 MB');
});

test('dayName knows no time zone: a local day is a date', () => {
  // 23 November 2026
  expect(dayName(20_780)).toBe('Mon 23 Nov');
  expect(dayName(20_780, 'letter')).toBe('M');
  expect(dayName(20_780, 'long')).toBe('Monday 23 November');
});

test('agoWords says how long ago a day was', () => {
  expect([-1, 0, 1, 3, 61].map(agoWords)).toEqual([
    'today',
    'today',
    'yesterday',
    '3 days ago',
    '2 months ago',
  ]);
});
