import { isoDay, type LocalDay } from '../../primitives/index.ts';
import type { Column } from '../charts/figures.ts';
import { UNIT_NAMES, type Unit } from './unit-words.ts';
import { dayName } from '../days.ts';
import { t } from '../../language/index.ts';

/** A stretch of local days that is one bar, both ends included. */
export interface Bar {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

export type { Unit };

/** `Mon 2 Mar`, `2 Mar to 8 Mar`, `March 2026`, `2026`. */
export function barName({ from, to }: Bar, unit: Unit): string {
  if (unit === 'day') return dayName(from);
  if (unit === 'week') {
    return from === to ? dayName(from) : t('{0} to {1}', dayName(from, 'day'), dayName(to, 'day'));
  }
  return dayName(from, unit === 'month' ? 'monthOfYear' : unit);
}

/** Under a bar: `2 Mar`, `Mar`, `2026`. */
export function barTick({ from }: Bar, unit: Unit): string {
  if (unit === 'month') return dayName(from, 'month');
  return dayName(from, unit === 'week' ? 'day' : unit);
}

/** The columns that say which stretch of days a row is about. */
export function barColumns<Row extends Bar>(unit: Unit): Column<Row>[] {
  return [
    { name: UNIT_NAMES[unit], field: null, shown: (bar) => barName(bar, unit) },
    { name: null, field: 'from', raw: ({ from }) => isoDay(from) },
    { name: null, field: 'to', raw: ({ to }) => isoDay(to) },
  ];
}
