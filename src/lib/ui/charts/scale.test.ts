import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centreOf, niceTicks, thinned, widthOf } from './scale.ts';

describe('niceTicks', () => {
  test.each([
    [0, 7, 4, 1, [0, 2, 4, 6, 8]],
    [0, 1, 4, 1, [0, 1]],
    [0, 103, 4, 1, [0, 50, 100, 150]],
    [0, 0, 4, 1, [0, 1]],
    [0.6, 1, 4, 0, [0.6, 0.7, 0.8, 0.9, 1]],
    [0.52, 0.97, 5, 0, [0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  ])('from %d to %d, at most %d lines', (low, high, most, least, expected) => {
    expect(niceTicks(low, high, most, least)).toEqual(expected);
  });

  test('always hold what is drawn between them', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 6 }), (high, most) => {
        const ticks = niceTicks(0, high, most, 1);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)!).toBeGreaterThanOrEqual(high);
        expect(ticks.length).toBeLessThanOrEqual(Math.max(2, most + 1));
      }),
      { numRuns: 60 },
    );
  });
});

describe('thinned', () => {
  const ticks = Array.from({ length: 30 }, (_, at) => ({
    at: (at + 0.5) / 30,
    label: `${at} Mar`,
  }));

  test('keeps all where there is room', () => {
    expect(thinned(ticks, 'last', 30, 3000, 13)).toEqual(ticks);
  });

  test.each([
    ['first', 0],
    ['last', 29],
  ] as const)('keeps the %s and lets none run into the next', (from, kept) => {
    for (const length of [200, 290, 320, 700]) {
      const shown = thinned(ticks, from, 30, length, 13);
      expect(shown).toContain(ticks[kept]);
      expect(shown.length).toBeGreaterThan(2);
      shown.slice(1).forEach((tick, index) => {
        const before = shown[index]!;
        const apart = centreOf(tick, 30, length, 13) - centreOf(before, 30, length, 13);
        expect(apart).toBeGreaterThan(widthOf(tick.label, 13));
      });
    }
  });

  test('where there is room for one, it is that one', () => {
    expect(thinned(ticks, 'last', 30, 40, 13)).toEqual([ticks[29]]);
    expect(thinned([], 'last', 30, 300, 13)).toEqual([]);
  });

  test('a label at the edge stays within the picture', () => {
    expect(centreOf({ at: 0, label: 'ten signs.' }, 0, 300, 10)).toBeCloseTo(28);
    expect(centreOf({ at: 1, label: 'ten signs.' }, 0, 300, 10)).toBeCloseTo(272);
  });
});
