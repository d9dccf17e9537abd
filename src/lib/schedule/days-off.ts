import { weekday, type LocalDay } from '../primitives/index.ts';
import type { Break, EasyDay } from './policy.ts';

/** The days on which the learner does not study, or less. */
export interface DaysOff {
  readonly breaks: readonly Break[];
  /** Monday to Sunday. */
  readonly easyDays: readonly EasyDay[];
}

/** How much a day may hold: 1 as ever, 0.5 about half, 0 nothing. */
export function roomOn(day: LocalDay, { breaks, easyDays }: DaysOff): number {
  if (breakOn(day, breaks)) return 0;
  switch (easyDays[weekday(day)]) {
    case 'none':
      // A week of nothing but free days would never bring a card.
      return easyDays.every((kind) => kind === 'none') ? 1 : 0;
    case 'fewer':
      return 0.5;
    default:
      return 1;
  }
}

/** The break that a day lies in, if any. */
export function breakOn(day: LocalDay, breaks: readonly Break[]): Break | undefined {
  return breaks.find(({ from, to }) => from <= day && day <= to);
}

/**
 * The day on which what falls on a day comes: the i-th day of a break comes on the i-th day after
 * it, and a free weekday's cards on the next day that is not free. Nothing is stored: take the break
 * away, and everything is where it was.
 */
export function comesOn(day: LocalDay, off: DaysOff): LocalDay {
  let at = day;
  while (roomOn(at, off) === 0) {
    const pause = breakOn(at, off.breaks);
    at += pause ? pause.to - pause.from + 1 : 1;
  }
  return at;
}

/** How many cards wait for a day. */
interface DayCount {
  readonly day: LocalDay;
  readonly count: number;
}

/** At most so many free weekdays lie in a row. */
const FREE_IN_A_ROW = 6;

/**
 * Where to begin reading what falls on each day, to know all that comes from a day on. It may be
 * earlier than needed, never later.
 */
export function earliestFor(day: LocalDay, { breaks, easyDays }: DaysOff): LocalDay {
  if (breaks.length === 0 && !easyDays.includes('none')) return day;
  const longest =
    breaks.reduce((sum, { from, to }) => sum + to - from + 1, 0) +
    FREE_IN_A_ROW * (breaks.length + 1);
  const reaching = breaks.filter(({ to }) => to + longest >= day).map(({ from }) => from);
  return Math.min(day, ...reaching) - FREE_IN_A_ROW;
}

/** What comes on each of the days, given what falls on each: breaks and free days moved on. */
export function movedOn(
  counts: readonly DayCount[],
  off: DaysOff,
  from: LocalDay,
  to: LocalDay,
): DayCount[] {
  const moved = new Array<number>(Math.max(0, to - from + 1)).fill(0);
  for (const { day, count } of counts) {
    const at = comesOn(day, off) - from;
    if (at in moved) moved[at] = moved[at]! + count;
  }
  return moved.map((count, at) => ({ day: from + at, count }));
}
