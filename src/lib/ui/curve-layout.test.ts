import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowestShown, placedMarks, spreadLabels } from './curve-layout.ts';

describe('the marks under the curve', () => {
  it('hide one another only where there is no room left', () => {
    const places = fc.array(fc.nat({ max: 60 }), { maxLength: 4 });
    fc.assert(
      fc.property(places, (given) => {
        const sorted = [...given].sort((a, b) => a - b);
        const placed = placedMarks(sorted, (mark) => mark, 4);
        expect(placed.map(({ mark }) => mark)).toEqual(sorted);
        for (const [index, a] of placed.entries()) {
          for (const b of placed.slice(index + 1)) {
            if (a.row === b.row) expect(b.x - a.x).toBeGreaterThanOrEqual(21);
          }
        }
      }),
    );
    expect(placedMarks([5, 5, 5], (mark) => mark, 2).map(({ row }) => row)).toEqual([0, 1, 1]);
  });
});

describe('the axis', () => {
  it('begins where the shape of the curve is seen', () => {
    expect([[1, 0.8], [1, 0.6], [0.3, 0.9], []].map(lowestShown)).toEqual([0.6, 0.4, 0, 0.6]);
  });
});

describe('two labels', () => {
  it('stay within the picture and off each other, in their order', () => {
    const at = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(at, at, (first, second) => {
        const [a, b] = spreadLabels(first, second, 90, 0, 300);
        expect(Math.abs(a - b)).toBeGreaterThanOrEqual(89.999);
        expect(Math.min(a, b)).toBeGreaterThanOrEqual(0);
        expect(Math.max(a, b)).toBeLessThanOrEqual(300);
        if (first < second) expect(a).toBeLessThan(b);
        if (first > second) expect(a).toBeGreaterThan(b);
      }),
    );
  });
});
