import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekday } from '../primitives/index.ts';
import { comesOn, earliestFor, movedOn, roomOn, type DaysOff } from './days-off.ts';
import type { EasyDay } from './policy.ts';

/** A Monday. */
const MONDAY = 20_003;
const ANY: EasyDay[] = Array.from({ length: 7 }, () => 'normal');
const SUNDAYS_FREE: EasyDay[] = ANY.map((kind, day) => (day === 6 ? 'none' : kind));

function off(changes: Partial<DaysOff> = {}): DaysOff {
  return { breaks: [], easyDays: ANY, ...changes };
}

describe('what falls on a day', () => {
  it('comes on that day', () => {
    expect(weekday(MONDAY)).toBe(0);
    expect(comesOn(MONDAY, off())).toBe(MONDAY);
  });

  it('of a break, comes on the day after it that has its number', () => {
    const pause = off({ breaks: [{ from: MONDAY + 2, to: MONDAY + 4 }] });
    expect([1, 2, 3, 4, 5].map((day) => comesOn(MONDAY + day, pause) - MONDAY)).toEqual([
      1, 5, 6, 7, 5,
    ]);
  });

  it('is moved again where it lands in another break or on a free day', () => {
    const breaks = [
      { from: MONDAY, to: MONDAY + 2 },
      { from: MONDAY + 4, to: MONDAY + 4 },
    ];
    expect(comesOn(MONDAY + 1, off({ breaks }))).toBe(MONDAY + 5);
    expect(comesOn(MONDAY + 6, off({ easyDays: SUNDAYS_FREE }))).toBe(MONDAY + 7);
    const saturday = [{ from: MONDAY + 5, to: MONDAY + 5 }];
    expect(comesOn(MONDAY + 5, off({ breaks: saturday, easyDays: SUNDAYS_FREE }))).toBe(MONDAY + 7);
  });

  it('comes when it falls where every weekday is free, for it would never come', () => {
    const never = off({ easyDays: ANY.map(() => 'none') });
    expect(comesOn(MONDAY, never)).toBe(MONDAY);
    expect(roomOn(MONDAY, never)).toBe(1);
  });

  it('has half the room on a weekday that is to hold fewer', () => {
    const easyDays = ANY.map((kind, day) => (day === 6 ? ('fewer' as const) : kind));
    expect(roomOn(MONDAY + 6, off({ easyDays }))).toBe(0.5);
    expect(comesOn(MONDAY + 6, off({ easyDays }))).toBe(MONDAY + 6);
  });
});

const day = fc.integer({ min: MONDAY - 40, max: MONDAY + 40 });
const daysOff: fc.Arbitrary<DaysOff> = fc.record({
  breaks: fc.array(
    fc.record({ from: day, length: fc.nat({ max: 20 }) }).map(({ from, length }) => ({
      from,
      to: from + length,
    })),
    { maxLength: 4 },
  ),
  easyDays: fc.array(fc.constantFrom<EasyDay>('normal', 'fewer', 'none'), {
    minLength: 7,
    maxLength: 7,
  }),
});

describe('any days off', () => {
  it('move what falls on them forward, to a day with room', () => {
    fc.assert(
      fc.property(day, daysOff, (falls, given) => {
        const comes = comesOn(falls, given);
        expect(comes).toBeGreaterThanOrEqual(falls);
        expect(roomOn(comes, given)).toBeGreaterThan(0);
        if (roomOn(falls, given) > 0) expect(comes).toBe(falls);
      }),
    );
  });

  it('lose no card of a forecast', () => {
    fc.assert(
      fc.property(day, daysOff, (today, given) => {
        const first = earliestFor(today, given);
        // Whatever falls before that day comes before today.
        for (let falls = first - 60; falls < first; falls++) {
          expect(comesOn(falls, given)).toBeLessThan(today);
        }
        const counts = Array.from({ length: today + 200 - first }, (_, at) => ({
          day: first + at,
          count: 1,
        }));
        const forecast = movedOn(counts, given, today, today + 500);
        const expected = counts.filter((each) => comesOn(each.day, given) >= today).length;
        expect(forecast.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
        for (const each of forecast) if (each.count) expect(roomOn(each.day, given)).not.toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});
