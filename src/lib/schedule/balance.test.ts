import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, weekday } from '../primitives/index.ts';
import { balancedInterval, type Balance } from './balance.ts';
import { fuzzRange, seededInterval } from './fuzz.ts';
import type { EasyDay } from './policy.ts';

const TODAY = 20_000;
const ANY: EasyDay[] = Array.from({ length: 7 }, () => 'normal');
const off = { breaks: [], easyDays: ANY };

function balance(changes: Partial<Balance> = {}): Balance {
  return { load: () => 0, off, ...changes };
}

describe('an interval chosen within the fuzz', () => {
  it('takes the emptiest day most often, and every day now and then', () => {
    const load = (day: number) => (day === TODAY + 12 ? 10 : 20);
    const drawn = Array.from({ length: 1000 }, (_, at) =>
      balancedInterval({ low: 10, high: 14 }, TODAY, balance({ load }), at / 1000),
    );
    expect(drawn.filter((days) => days === 12).length).toBeGreaterThan(800);
    expect(new Set(drawn).size).toBe(5);
  });

  it('is chosen evenly where all days are alike', () => {
    const drawn = Array.from({ length: 1000 }, (_, at) =>
      balancedInterval({ low: 10, high: 14 }, TODAY, balance(), at / 1000),
    );
    for (const days of [10, 11, 12, 13, 14]) {
      expect(drawn.filter((each) => each === days)).toHaveLength(200);
    }
  });

  it('leaves out breaks, free weekdays and the days of siblings, where there is another day', () => {
    const breaks = [{ from: TODAY + 10, to: TODAY + 11 }];
    const avoid = new Set([TODAY + 12]);
    const all = (range: { low: number; high: number }) =>
      new Set(
        Array.from({ length: 100 }, (_, at) =>
          balancedInterval(range, TODAY, balance({ off: { ...off, breaks }, avoid }), at / 100),
        ),
      );
    expect(all({ low: 10, high: 14 })).toEqual(new Set([13, 14]));
    expect(all({ low: 10, high: 12 })).toEqual(new Set([12]));
    expect(all({ low: 10, high: 11 })).toEqual(new Set([10, 11]));
    const free = ANY.map((kind, day) => (day === weekday(TODAY + 13) ? ('none' as const) : kind));
    const chosen = balancedInterval(
      { low: 13, high: 14 },
      TODAY,
      balance({ off: { breaks: [], easyDays: free } }),
      0,
    );
    expect(chosen).toBe(14);
  });

  it('lies within the fuzz, is never shorter than what a worse answer got, and repeats', () => {
    const days = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(
        fc.record({ low: days, more: fc.nat({ max: 20 }) }),
        fc.nat({ max: 450 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 9 }),
        fc.array(fc.constantFrom<EasyDay>('normal', 'fewer', 'none'), {
          minLength: 7,
          maxLength: 7,
        }),
        ({ low, more }, atLeast, random, loads, easyDays) => {
          const range = { low, high: low + more };
          const given = balance({
            load: (day) => loads[day % loads.length]!,
            off: { breaks: [{ from: TODAY + 3, to: TODAY + 9 }], easyDays },
            avoid: new Set([TODAY + low]),
          });
          const chosen = balancedInterval(range, TODAY, given, random, atLeast);
          expect(chosen).toBeGreaterThanOrEqual(Math.min(range.high, Math.max(low, atLeast)));
          expect(chosen).toBeLessThanOrEqual(range.high);
          expect(balancedInterval(range, TODAY, given, random, atLeast)).toBe(chosen);
        },
      ),
    );
  });
});

describe('balancing a deck', () => {
  /** The loads of 28 days, of cards whose intervals of about 30 days are chosen one by one. */
  function loads(choose: (load: ReadonlyMap<number, number>, index: number) => number): number[] {
    const load = new Map<number, number>();
    for (let card = 0; card < 1400; card++) {
      const day = TODAY + (card % 28) + choose(load, card);
      load.set(day, (load.get(day) ?? 0) + 1);
    }
    return Array.from({ length: 28 }, (_, at) => load.get(TODAY + 30 + at) ?? 0);
  }
  const range = fuzzRange(30, 36_500);
  const balanced = (easyDays: readonly EasyDay[]) =>
    loads((load, card) =>
      balancedInterval(
        range,
        TODAY + (card % 28),
        { load: (day) => load.get(day) ?? 0, off: { breaks: [], easyDays } },
        seededRandom(`card ${card}`)(),
      ),
    );
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = (values: number[]) =>
    Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2))) / mean(values);

  it('levels the days: their spread is much less than what chance alone leaves', () => {
    const chance = loads((_, card) => seededInterval(range, `card ${card}`)).slice(3, -3);
    const level = balanced(ANY).slice(3, -3);
    expect(spread(level)).toBeLessThan(0.6 * spread(chance));
  });

  it('gives a weekday with less room about half, and a free one nothing', () => {
    const share = (kind: EasyDay) => {
      const counts = balanced(ANY.map((other, day) => (day === 6 ? kind : other)));
      const sundays = counts.filter((_, at) => weekday(TODAY + 30 + at) === 6);
      return mean(sundays) / mean(counts);
    };
    expect(share('fewer')).toBeGreaterThan(0.4);
    expect(share('fewer')).toBeLessThan(0.7);
    expect(share('none')).toBe(0);
  });
});
