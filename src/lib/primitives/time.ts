/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A learner's local day: whole days since 1970-01-01 on the learner's own calendar. */
export type LocalDay = number;

/** Minutes east of UTC, so +120 for Madrid in summer (the negative of `Date.getTimezoneOffset`). */
export type OffsetMinutes = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The hour at which a learner's day begins: a card studied at 01:30 belongs to the evening before. */
export const DEFAULT_ROLLOVER_HOUR = 4;

/**
 * The local day that an instant belongs to.
 *
 * @param offset minutes east of UTC at that instant, at that place (daylight saving included)
 * @param rolloverHour 0–23
 */
export function localDay(
  at: Instant,
  offset: OffsetMinutes,
  rolloverHour: number = DEFAULT_ROLLOVER_HOUR,
): LocalDay {
  return Math.floor((at + offset * MINUTE_MS - rolloverHour * HOUR_MS) / DAY_MS);
}

/** The first instant of a local day, for an offset that holds on that day. */
export function startOfLocalDay(
  day: LocalDay,
  offset: OffsetMinutes,
  rolloverHour: number = DEFAULT_ROLLOVER_HOUR,
): Instant {
  return day * DAY_MS - offset * MINUTE_MS + rolloverHour * HOUR_MS;
}

/** A local day as ISO 8601, e.g. `2026-01-03`. */
export function isoDay(day: LocalDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The weekday of a local day, Monday 0 to Sunday 6: day 0, 1 January 1970, was a Thursday. */
export function weekday(day: LocalDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** What the outside world says of the moment: handed to everything that needs it. */
export interface Moment {
  readonly now: Instant;
  readonly offset: OffsetMinutes;
  readonly day: LocalDay;
}
