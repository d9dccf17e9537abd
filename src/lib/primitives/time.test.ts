import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, isoDay, localDay, MINUTE_MS, startOfLocalDay } from './index.ts';

/** `2026-03-29T03:30+02:00` → the local day that it belongs to, as a date. */
function dayOf(moment: string, rolloverHour?: number): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(moment)!;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return isoDay(localDay(Date.parse(moment), offset, rolloverHour));
}

/** Minutes east of UTC in a time zone, as the platform knows it. */
function offsetIn(zone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

describe('localDay', () => {
  it('begins at the rollover hour, four in the morning where nothing else is said', () => {
    expect(dayOf('2026-01-03T03:59:59.999+01:00')).toBe('2026-01-02');
    expect(dayOf('2026-01-03T04:00:00.000+01:00')).toBe('2026-01-03');
    expect(dayOf('2026-01-03T00:00+01:00', 0)).toBe('2026-01-03');
    expect(dayOf('2026-01-02T23:59+01:00', 0)).toBe('2026-01-02');
    expect(dayOf('2026-01-03T22:59+01:00', 23)).toBe('2026-01-02');
    expect(dayOf('2026-01-03T23:00+01:00', 23)).toBe('2026-01-03');
  });

  it('is the learner’s day and not that of UTC', () => {
    expect(dayOf('2026-01-03T23:30-05:00')).toBe('2026-01-03');
    expect(dayOf('2026-01-03T04:30+14:00')).toBe('2026-01-03');
    expect(dayOf('2026-01-03T10:00+05:45')).toBe('2026-01-03');
  });

  it('holds on the days when the clocks change in Madrid', () => {
    // 29 March 2026: 02:00 becomes 03:00. 25 October: 03:00 becomes 02:00.
    expect(dayOf('2026-03-29T01:59+01:00')).toBe('2026-03-28');
    expect(dayOf('2026-03-29T03:00+02:00')).toBe('2026-03-28');
    expect(dayOf('2026-03-29T03:59+02:00')).toBe('2026-03-28');
    expect(dayOf('2026-03-29T04:00+02:00')).toBe('2026-03-29');
    expect(dayOf('2026-10-25T02:30+02:00')).toBe('2026-10-24');
    expect(dayOf('2026-10-25T02:30+01:00')).toBe('2026-10-24');
    expect(dayOf('2026-10-25T04:00+01:00')).toBe('2026-10-25');
  });

  it('holds on the days when the clocks change in New York', () => {
    // 8 March 2026: 02:00 becomes 03:00. 1 November: 02:00 becomes 01:00.
    expect(dayOf('2026-03-08T01:59-05:00', 2)).toBe('2026-03-07');
    expect(dayOf('2026-03-08T03:00-04:00', 2)).toBe('2026-03-08');
    expect(dayOf('2026-03-08T04:00-04:00')).toBe('2026-03-08');
    expect(dayOf('2026-11-01T01:30-04:00', 1)).toBe('2026-11-01');
    expect(dayOf('2026-11-01T01:30-05:00', 1)).toBe('2026-11-01');
    expect(dayOf('2026-11-01T03:59-05:00')).toBe('2026-10-31');
    expect(dayOf('2026-11-01T04:00-05:00')).toBe('2026-11-01');
  });

  it.each([
    ['Europe/Madrid', '2026-03-28'],
    ['Europe/Madrid', '2026-10-24'],
    ['America/New_York', '2026-03-07'],
    ['America/New_York', '2026-10-31'],
  ])('never goes back and skips no day in %s from %s, whatever the rollover hour', (zone, from) => {
    const start = Date.parse(`${from}T00:00Z`);
    const times = Array.from({ length: 3 * 24 * 4 }, (_, index) => start + index * 15 * MINUTE_MS);
    const offsets = times.map((at) => offsetIn(zone, at));
    expect(new Set(offsets).size).toBe(2);
    const steps = new Set<number>();
    for (let rollover = 0; rollover < 24; rollover++) {
      const days = times.map((at, index) => localDay(at, offsets[index]!, rollover));
      for (let index = 1; index < days.length; index++) steps.add(days[index]! - days[index - 1]!);
    }
    expect([...steps].sort()).toEqual([0, 1]);
  });

  it('counts on below 1970', () => {
    expect(localDay(0, 0, 0)).toBe(0);
    expect(localDay(-1, 0, 0)).toBe(-1);
    expect(localDay(0, 0)).toBe(-1);
    expect(dayOf('1969-12-25T12:00+00:00')).toBe('1969-12-25');
    expect(localDay(-7 * DAY_MS, 0, 0)).toBe(-7);
  });
});

describe('startOfLocalDay', () => {
  const day = fc.integer({ min: -100_000, max: 100_000 });
  const offset = fc.integer({ min: -12 * 60, max: 14 * 60 });
  const rollover = fc.integer({ min: 0, max: 23 });

  it('is the first instant of its day', () => {
    fc.assert(
      fc.property(day, offset, rollover, (wanted, minutes, hour) => {
        const start = startOfLocalDay(wanted, minutes, hour);
        expect(localDay(start, minutes, hour)).toBe(wanted);
        expect(localDay(start - 1, minutes, hour)).toBe(wanted - 1);
        expect(localDay(start + DAY_MS - 1, minutes, hour)).toBe(wanted);
      }),
    );
  });

  it('is four in the morning where nothing else is said', () => {
    expect(startOfLocalDay(0, 0)).toBe(4 * HOUR_MS);
    expect(startOfLocalDay(20_000, 60)).toBe(20_000 * DAY_MS + 3 * HOUR_MS);
  });
});

describe('isoDay', () => {
  it('writes a day as people of all countries can sort it', () => {
    expect(isoDay(0)).toBe('1970-01-01');
    expect(isoDay(-1)).toBe('1969-12-31');
    expect(isoDay(20_515)).toBe('2026-03-03');
  });
});
