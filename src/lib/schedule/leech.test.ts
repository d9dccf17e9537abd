import { expect, it } from 'vitest';
import { isLeech } from './leech.ts';

const lapsesAt = (threshold: number, most: number) =>
  Array.from({ length: most + 1 }, (_, lapses) => lapses).filter((lapses) =>
    isLeech(lapses, threshold),
  );

it('a card becomes a leech at the threshold, and again after every half of it', () => {
  expect(lapsesAt(8, 20)).toEqual([8, 12, 16, 20]);
  expect(lapsesAt(3, 8)).toEqual([3, 5, 7]);
  expect(lapsesAt(1, 3)).toEqual([1, 2, 3]);
});

it('no card is one where the threshold is 0', () => {
  expect(lapsesAt(0, 20)).toEqual([]);
});
