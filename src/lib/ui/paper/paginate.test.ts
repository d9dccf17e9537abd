import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate } from './paginate.ts';

test('fills a page before it begins the next', () => {
  expect(paginate([40, 40, 30, 90, 10], 100)).toEqual([[0, 1], [2], [3, 4]]);
  expect(paginate([], 100)).toEqual([]);
});

test('a block higher than a page has one to itself', () => {
  expect(paginate([10, 150, 10], 100)).toEqual([[0], [1], [2]]);
});

test('keeps every block, once and in order, and fills no page beyond what it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 120 })), (heights) => {
      const pages = paginate(heights, 100);
      expect(pages.flat()).toEqual(heights.map((_, place) => place));
      for (const page of pages) {
        const filled = page.reduce((sum, place) => sum + heights[place]!, 0);
        expect(page.length === 1 || filled <= 100).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
