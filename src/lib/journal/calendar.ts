import { weekday, type LocalDay } from '../primitives/index.ts';
import type { DayAnswers } from './answer-statistics.ts';

/** A day of the calendar; a day to come is not in it. */
export interface CalendarDay extends DayAnswers {
  /** 0 none, 1 to 4 by quarters of the busiest day shown. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/**
 * The last weeks up to today, oldest day first; the first day is a Monday.
 *
 * @param days those on which anything was answered
 */
export function calendar(
  days: readonly DayAnswers[],
  today: LocalDay,
  weeks: number,
): CalendarDay[] {
  const known = new Map(days.map((answered) => [answered.day, answered]));
  const monday = today - weekday(today) - 7 * (weeks - 1);
  const shown = Array.from(
    { length: today - monday + 1 },
    (_, at) => known.get(monday + at) ?? { day: monday + at, answers: 0, milliseconds: 0 },
  );
  const most = shown.reduce((highest, { answers }) => Math.max(highest, answers), 1);
  return shown.map((day) => ({
    ...day,
    level: Math.ceil((4 * day.answers) / most) as CalendarDay['level'],
  }));
}
