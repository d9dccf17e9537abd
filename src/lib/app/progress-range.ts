import { periodsBetween, startOfPeriod, type LocalDay, type Period } from '../primitives/index.ts';

/** How far the Progress screen looks back and ahead. */
export type ProgressRange = 'month' | 'quarter' | 'year' | 'all';

/** Stretches of days that are shown as one bar each, oldest first. */
export interface Span {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly periods: readonly Period[];
}

const MONTH_DAYS = 30;
const WEEKS = 13;
const MONTHS = 12;
/** Beyond so many days of history, a bar is a longer stretch. */
const MOST_DAYS = 45;
const MOST_WEEKS_DAYS = 200;
const MOST_MONTHS_DAYS = 3 * 366;

/** @param first the first day with an answer; null before any */
export function lookBack(range: ProgressRange, today: LocalDay, first: LocalDay | null): Span {
  switch (range) {
    case 'month':
      return span(today - MONTH_DAYS + 1, today, 'day');
    case 'quarter':
      return span(startOfPeriod(today, 'week') - 7 * (WEEKS - 1), today, 'week');
    case 'year':
      return span(monthsFrom(today, 1 - MONTHS), today, 'month');
    case 'all':
      return everything(first ?? today, today);
  }
}

function everything(first: LocalDay, today: LocalDay): Span {
  const days = today - first;
  if (days < MONTH_DAYS) return lookBack('month', today, first);
  if (days < MOST_DAYS) return span(first, today, 'day');
  const unit = days < MOST_WEEKS_DAYS ? 'week' : days < MOST_MONTHS_DAYS ? 'month' : 'year';
  return span(startOfPeriod(first, unit), today, unit);
}

/** The same distance ahead, today included; beyond a year nothing waits that could be foreseen. */
export function lookAhead(range: ProgressRange, today: LocalDay): Span {
  switch (range) {
    case 'month':
      return span(today, today + MONTH_DAYS - 1, 'day');
    case 'quarter':
      return span(today, startOfPeriod(today, 'week') + 7 * WEEKS - 1, 'week');
    case 'year':
    case 'all':
      return span(today, monthsFrom(today, MONTHS) - 1, 'month');
  }
}

/** The same days by week, where they were shown singly. */
export function coarser({ unit, periods }: Span): Span {
  const [first, last] = [periods[0], periods[periods.length - 1]];
  if (unit !== 'day' || !first || !last) return { unit, periods };
  return span(first.from, last.to, 'week');
}

function span(from: LocalDay, to: LocalDay, unit: Span['unit']): Span {
  return { unit, periods: periodsBetween(from, to, unit) };
}

/** The first day of the month that lies so many months from a day's own. */
function monthsFrom(day: LocalDay, months: number): LocalDay {
  let start = startOfPeriod(day, 'month');
  for (let left = months; left < 0; left++) start = startOfPeriod(start - 1, 'month');
  // No month is longer than 31 days, so that many after its first lie within the next.
  for (let left = months; left > 0; left--) start = startOfPeriod(start + 31, 'month');
  return start;
}
