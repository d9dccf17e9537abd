import { locale } from '../language/index.ts';
import { DAY_MS, type LocalDay } from '../primitives/index.ts';

export { isoDay } from '../primitives/index.ts';

/** How a day can be written. */
const STYLES = {
  /** `M` */
  letter: { weekday: 'narrow' },
  /** `Mon 23 Nov` */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** `Monday 23 November` */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** `23 Nov` */
  day: { day: 'numeric', month: 'short' },
  /** `Mon 23 Nov 2026` */
  dated: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** `Nov` */
  month: { month: 'short' },
  /** `March 2026` */
  monthOfYear: { month: 'long', year: 'numeric' },
  /** `2026` */
  year: { year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Made when they are first wanted: the first of them takes a browser ten milliseconds. */
const formats = new Map<keyof typeof STYLES, Intl.DateTimeFormat>();

/** A local day in words. A local day is a date on a calendar, so no time zone may shift it. */
export function dayName(day: LocalDay, style: keyof typeof STYLES = 'short'): string {
  let format = formats.get(style);
  if (!format) {
    format = new Intl.DateTimeFormat(locale(), { ...STYLES[style], timeZone: 'UTC' });
    formats.set(style, format);
  }
  return format.format(new Date(day * DAY_MS)).replaceAll(',', '');
}

/** The date of an instant where the learner is: `23 November 2026`. */
export function dateOf(at: number): string {
  return new Date(at).toLocaleDateString(locale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** The local day of a date as a date field gives it, e.g. `2026-01-03`; null where it gives none. */
export function dayOf(date: string): LocalDay | null {
  const day = Date.parse(`${date}T00:00Z`) / DAY_MS;
  return Number.isInteger(day) ? day : null;
}
