import { expect, test } from 'vitest';
import { goodIntervals } from './fit-change.ts';

test('the intervals of a card that is always Good are the published ones', () => {
  expect(goodIntervals(null, 0.9, 5)).toEqual([2, 11, 46, 163, 498]);
});

test('they are shorter for who wants to know more, and never none', () => {
  const [first, second] = goodIntervals(null, 0.97, 2);
  expect(first).toBe(1);
  expect(second).toBeLessThan(11);
});
