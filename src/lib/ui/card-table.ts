import { isAmong, pressed, TABLE_KEYS } from './keys.ts';
import { t } from '../language/index.ts';

/** What the table of all cards is sorted by. */
export type Column = 'text' | 'due' | 'recall' | 'lapses';

/** The columns with their names, in the language that is spoken. */
export function tableColumns(): readonly { readonly by: Column; readonly label: string }[] {
  return [
    { by: 'text', label: t('Question') },
    { by: 'due', label: t('State') },
    { by: 'recall', label: t('Recall') },
    { by: 'lapses', label: t('Lapses') },
  ];
}

/** A column's `aria-sort`; undefined where the table is not sorted by it. */
export function sortedAs(
  order: { readonly by: string; readonly down: boolean },
  by: Column,
): 'ascending' | 'descending' | undefined {
  if (order.by !== by) return undefined;
  return order.down ? 'descending' : 'ascending';
}

/** What a key does in the table. */
export type TableStep =
  | { readonly kind: 'all' | 'none' }
  | {
      readonly kind: 'row';
      /** Rows, from 0. */
      readonly from: number;
      readonly to: number;
      /** All on the way are chosen. */
      readonly choosing: boolean;
      /** The control that has the focus, and has it in the other row, too. */
      readonly on: 'input' | 'button';
    };

/** Up and down go from row to row, and with Shift choose on the way; null where a key does nothing. */
export function tableStep(event: KeyboardEvent, rows: number, chosen: number): TableStep | null {
  const { shiftKey, target } = event;
  const key = pressed(event);
  if (isAmong(TABLE_KEYS.all, key)) return { kind: 'all' };
  if (isAmong(TABLE_KEYS.none, key) && chosen > 0) return { kind: 'none' };
  const down = isAmong([...TABLE_KEYS.down, ...TABLE_KEYS.chooseDown], key);
  if (!down && !isAmong([...TABLE_KEYS.up, ...TABLE_KEYS.chooseUp], key)) return null;
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  if (!row) return null;
  const from = Number(row.dataset.row);
  const to = Math.min(rows - 1, Math.max(0, from + (down ? 1 : -1)));
  const on = target instanceof HTMLInputElement ? 'input' : 'button';
  return { kind: 'row', from, to, choosing: shiftKey, on };
}
