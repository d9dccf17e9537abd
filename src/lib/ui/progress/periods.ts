import { DAY_MS, isoDay, type LocalDay } from '../../primitives/index.ts';
import type { Column } from '../charts/figures.ts';
import { UNIT_NAMES, type Unit } from './unit-words.ts';
import { dayName } from '../days.ts';
import { locale, t } from '../../language/index.ts';

/** A stretch of local days that is one bar, both ends included. */
export interface Bar {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

export type { Unit };

const FORMATS = {
  /** `2 Mar` */
  day: new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  /** `March 2026` */
  month: new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  /** `2026` */
  year: new Intl.DateTimeFormat(locale(), { year: 'numeric', timeZone: 'UTC' }),
};

function format(day: LocalDay, as: keyof typeof FORMATS): string {
  return FORMATS[as].format(new Date(day * DAY_MS));
}

/** `Mon 2 Mar`, `2 Mar to 8 Mar`, `March 2026`, `2026`. */
export function barName({ from, to }: Bar, unit: Unit): string {
  if (unit === 'day') return dayName(from);
  if (unit === 'week') {
    return from === to ? dayName(from) : t('{0} to {1}', format(from, 'day'), format(to, 'day'));
  }
  return format(from, unit);
}

/** Under a bar: `2 Mar`, `Mar`, `2026`. */
export function barTick({ from }: Bar, unit: Unit): string {
  if (unit === 'month') return dayName(from, 'month');
  return format(from, unit === 'week' ? 'day' : unit);
}

/** The columns that say which stretch of days a row is about. */
export function barColumns<Row extends Bar>(unit: Unit): Column<Row>[] {
  return [
    { name: UNIT_NAMES[unit], field: null, shown: (bar) => barName(bar, unit) },
    { name: null, field: 'from', raw: ({ from }) => isoDay(from) },
    { name: null, field: 'to', raw: ({ to }) => isoDay(to) },
  ];
}
