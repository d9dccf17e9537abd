import type { LocalDay } from '../primitives/index.ts';
import type { CatchUp } from './policy.ts';

/** Of the daily limit: so much waiting is no day's work. */
const MUCH = 1.5;
/** After so many days without an answer … */
const AWAY_DAYS = 3;
/** … so many cards are too many at once. */
const AWAY_CARDS = 50;
const MOST_DAYS = 60;

/** Whether to offer to spread what waits over several days. */
export function isBacklog(waiting: number, reviewsPerDay: number, daysAway: number): boolean {
  if (reviewsPerDay > 0 && waiting > MUCH * reviewsPerDay) return true;
  return daysAway >= AWAY_DAYS && waiting > AWAY_CARDS;
}

/** Overdue cards that anybody can take on in a day. */
const FEW = 30;

/**
 * Over how many days to catch up, unless the learner says otherwise: so that on each day there comes
 * at most half as much again as on a usual one, and no more than the limit allows.
 *
 * @param usual cards that come on a usual day
 */
export function catchUpDays(overdue: number, usual: number, reviewsPerDay: number): number {
  // At least half of the limit goes to what is overdue, or it would never end.
  const allowed = Math.max(reviewsPerDay - usual, reviewsPerDay / 2, 1);
  const room = Math.min(allowed, Math.max(FEW, usual / 2));
  return Math.min(MOST_DAYS, Math.max(2, Math.ceil(overdue / room)));
}

/** Whether a day is one of those on which the learner catches up. */
export function isCatchingUp(catchUp: CatchUp | null, day: LocalDay): catchUp is CatchUp {
  return catchUp !== null && day >= catchUp.from && day < catchUp.from + catchUp.days;
}

/**
 * How many of the overdue cards a day of catching up still takes. After each day so much may be left
 * as an even course leaves; so it does not matter what was counted, skipped or done beyond the share.
 *
 * @param overdue cards that waited when it was begun and still wait
 */
export function catchUpShare(
  { from, days, cards }: CatchUp,
  day: LocalDay,
  overdue: number,
): number {
  const daysAfter = Math.max(0, from + days - 1 - day);
  return Math.max(0, overdue - Math.floor((cards * daysAfter) / days));
}

/** What each day of catching up would bring: its own cards and its share. */
export function catchUpLoads(
  overdue: number,
  days: number,
  coming: (ahead: number) => number,
): { readonly ahead: number; readonly own: number; readonly share: number }[] {
  const after = (done: number) => Math.floor((overdue * (days - done)) / days);
  return Array.from({ length: days }, (_, ahead) => ({
    ahead,
    own: coming(ahead),
    share: after(ahead) - after(ahead + 1),
  }));
}
