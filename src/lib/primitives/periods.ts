import { DAY_MS, weekday, type LocalDay } from './time.ts';

export type PeriodUnit = 'day' | 'week' | 'month' | 'year';

/** A stretch of whole local days, both ends included. */
export interface Period {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

const WEEK_DAYS = 7;

/** The first day of the period of the calendar that a day lies in; weeks begin on Monday. */
export function startOfPeriod(day: LocalDay, unit: PeriodUnit): LocalDay {
  if (unit === 'day') return day;
  if (unit === 'week') return day - weekday(day);
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), unit === 'month' ? date.getUTCMonth() : 0) / DAY_MS;
}

/** The first day of the period after the one that begins on `start`. */
function nextPeriod(start: LocalDay, unit: PeriodUnit): LocalDay {
  if (unit === 'day') return start + 1;
  if (unit === 'week') return start + WEEK_DAYS;
  const date = new Date(start * DAY_MS);
  const year = date.getUTCFullYear();
  return (
    (unit === 'month' ? Date.UTC(year, date.getUTCMonth() + 1) : Date.UTC(year + 1, 0)) / DAY_MS
  );
}

/** The periods of the calendar from one day to another; the first and the last may be cut short. */
export function periodsBetween(from: LocalDay, to: LocalDay, unit: PeriodUnit): Period[] {
  const periods: Period[] = [];
  for (let start = startOfPeriod(from, unit); start <= to;) {
    const next = nextPeriod(start, unit);
    periods.push({ from: Math.max(from, start), to: Math.min(to, next - 1) });
    start = next;
  }
  return periods;
}

/** Which of some periods, in order and without gaps, a day lies in: its index; -1 for none. */
export function periodFinder(periods: readonly Period[]): (day: LocalDay) => number {
  const first = periods[0];
  const last = periods[periods.length - 1];
  if (!first || !last) return () => -1;
  const indexes = new Int32Array(last.to - first.from + 1);
  periods.forEach(({ from, to }, index) => {
    indexes.fill(index, from - first.from, to - first.from + 1);
  });
  return (day) => indexes[day - first.from] ?? -1;
}
