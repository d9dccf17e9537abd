import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsInView } from './windowed.ts';

it('draws what is on the screen, whatever is scrolled, and never much more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -900_000, max: 2000 }),
      fc.integer({ min: 40, max: 200 }),
      fc.integer({ min: 200, max: 2000 }),
      fc.nat(10_000),
      (top, row, height, count) => {
        const { from, to } = rowsInView({ top, row, height }, count);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(count);
        expect(from).toBeLessThanOrEqual(to);
        expect(to - from).toBeLessThanOrEqual(height / row + 18);
        for (let index = 0; index < count; index += 1 + Math.floor(count / 50)) {
          const above = top + (index + 1) * row <= 0;
          const below = top + index * row >= height;
          if (!above && !below) {
            expect(index).toBeGreaterThanOrEqual(from);
            expect(index).toBeLessThan(to);
          }
        }
      },
    ),
  );
});
