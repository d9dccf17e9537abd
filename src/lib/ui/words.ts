import { locale, plural, t } from '../language/index.ts';

/** A stretch of time in a unit that suits it. */
export interface Span {
  readonly unit: 'minutes' | 'days';
  readonly count: number;
}

const DAYS_A_MONTH = 30.4;
const DAYS_A_YEAR = 365.25;

function measured({ unit, count }: Span): [number, 'minute' | 'hour' | 'day' | 'month' | 'year'] {
  if (unit === 'minutes') {
    return count < 60 ? [Math.max(1, count), 'minute'] : [Math.round(count / 60), 'hour'];
  }
  if (count < 45) return [count, 'day'];
  if (count < DAYS_A_YEAR) return [Math.round(count / DAYS_A_MONTH), 'month'];
  return [Math.round((count / DAYS_A_YEAR) * 10) / 10, 'year'];
}

/** `10 min`, `4 d`, `2 mo`, `1.3 y`. */
export function shortSpan(span: Span): string {
  const [count, unit] = measured(span);
  const SHORT = { minute: t('min'), hour: t('h'), day: t('d'), month: t('mo'), year: t('y') };
  return `${count.toLocaleString(locale())} ${SHORT[unit]}`;
}

/** `10 minutes`, `1 day`, `2 months`. */
export function longSpan(span: Span): string {
  const [count, unit] = measured(span);
  switch (unit) {
    case 'minute':
      return plural(count, 'minute');
    case 'hour':
      return plural(count, 'hour');
    case 'day':
      return plural(count, 'day');
    case 'month':
      return plural(count, 'month');
    case 'year':
      return plural(count, 'year');
  }
}

/** How long ago a day was: `today`, `yesterday`, `3 days ago`, `2 months ago`. */
export function agoWords(days: number): string {
  if (days <= 0) return t('today');
  return days === 1 ? t('yesterday') : t('{0} ago', longSpan({ unit: 'days', count: days }));
}

const SECOND_MS = 1000;
const MINUTE_S = 60;
const HOUR_S = 3600;

/** Time that was spent: `40 seconds`, `12 minutes`, `1 hour 5 minutes`. */
export function longTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / SECOND_MS);
  if (seconds < MINUTE_S) return plural(seconds, 'second');
  const minutes = Math.round(seconds / MINUTE_S);
  if (seconds < HOUR_S - MINUTE_S / 2) return plural(minutes, 'minute');
  const rest = minutes % 60;
  const hours = plural(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${plural(rest, 'minute')}`;
}

const MEGABYTE = 1_000_000;

/** A size on the device, no finer than browsers give it: `Less than 1 MB`, `About 12 MB`. */
export function longSize(bytes: number): string {
  if (bytes < MEGABYTE) return t('Less than 1 MB');
  return t('About {0} MB', Math.round(bytes / MEGABYTE).toLocaleString(locale()));
}
