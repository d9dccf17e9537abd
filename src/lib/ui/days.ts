import { locale } from '../language/index.ts';
import { DAY_MS, type LocalDay } from '../primitives/index.ts';

export { isoDay } from '../primitives/index.ts';

const FORMATS = {
  /** `M` */
  letter: new Intl.DateTimeFormat(locale(), { weekday: 'narrow', timeZone: 'UTC' }),
  /** `Mon 23 Nov` */
  short: new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }),
  /** `Monday 23 November` */
  long: new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }),
  /** `23 Nov` */
  day: new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  /** `Mon 23 Nov 2026` */
  dated: new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
  /** `Nov` */
  month: new Intl.DateTimeFormat(locale(), { month: 'short', timeZone: 'UTC' }),
};

/** A local day in words. A local day is a date on a calendar, so no time zone may shift it. */
export function dayName(day: LocalDay, format: keyof typeof FORMATS = 'short'): string {
  return FORMATS[format].format(new Date(day * DAY_MS)).replaceAll(',', '');
}

const DATE = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric' });

/** The date of an instant where the learner is: `23 November 2026`. */
export function dateOf(at: number): string {
  return DATE.format(new Date(at));
}

/** The local day of a date as a date field gives it, e.g. `2026-01-03`; null where it gives none. */
export function dayOf(date: string): LocalDay | null {
  const day = Date.parse(`${date}T00:00Z`) / DAY_MS;
  return Number.isInteger(day) ? day : null;
}
