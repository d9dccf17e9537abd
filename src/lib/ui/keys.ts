/**
 * The name of what was pressed, with what was held: `Enter`, `Shift+Enter`, `Control+a`. The form is
 * that of `aria-keyshortcuts`.
 */
export function pressed(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}): string {
  const held = [
    ...(event.ctrlKey ? ['Control'] : []),
    ...(event.metaKey ? ['Meta'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
  ];
  return [...held, event.key].join('+');
}

/** What keys do in the field that searches a document. */
export const SEARCH_KEYS = {
  next: ['Enter'],
  previous: ['Shift+Enter'],
  close: ['Escape'],
} as const;

/** What keys do in the table of cards. */
export const TABLE_KEYS = {
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  chooseUp: ['Shift+ArrowUp'],
  chooseDown: ['Shift+ArrowDown'],
  all: ['Control+a', 'Meta+a'],
  none: ['Escape'],
} as const;

/** What keys do in the table of a class's answers. */
export const GRID_KEYS = {
  row: ['ArrowUp', 'ArrowDown'],
  column: ['ArrowLeft', 'ArrowRight'],
  ends: ['Home', 'End'],
} as const;
export type GridKey = (typeof GRID_KEYS)[keyof typeof GRID_KEYS][number];

/** What keys do in a stack of answer sheets that is typed in. */
export const SHEET_KEYS = { next: ['Enter', 'ArrowDown'], previous: ['ArrowUp'] } as const;

/** What keys do on the number of a line that is to be put in order. */
export const ORDER_KEYS = { up: ['ArrowUp'], down: ['ArrowDown'] } as const;

/** Whether a key is among those of an action. */
export function isAmong(keys: readonly string[], key: string): boolean {
  return keys.includes(key);
}
