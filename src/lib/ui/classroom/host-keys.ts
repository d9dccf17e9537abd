/** What keys do while a teacher leads a session; see `sideSteps` for those that hang on the question. */
export const HOST_KEYS = {
  next: [' ', 'ArrowRight', 'PageDown'],
  pause: ['p'],
  discuss: ['d'],
  skip: ['s'],
  lock: ['l'],
} as const;

/** What keys do on the board. */
export const BOARD_KEYS = { full: ['f'] } as const;

/** Whether a key that is pressed is for the page: for no control in it, nor for the browser. */
export function isForPage(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
  const own = 'a, button, input, select, textarea, summary, dialog, [contenteditable]';
  return target instanceof Element && target.closest(own) === null;
}
