import type { Attachment } from 'svelte/attachments';

/** A long list on the screen, in pixels. */
export interface ListView {
  /** Of the first row, from the top of the screen: below zero once it is scrolled away. */
  readonly top: number;
  readonly row: number;
  readonly height: number;
}

/** Rows that are drawn beyond either edge of the screen, so that a flick finds them there. */
const SPARE = 8;

/** The rows that stand on the screen and some around them, end exclusive. */
export function rowsInView(
  { top, row, height }: ListView,
  count: number,
): { from: number; to: number } {
  const at = (pixels: number) => Math.min(count, Math.max(0, pixels / row));
  const from = Math.max(0, Math.floor(at(-top)) - SPARE);
  return { from, to: Math.min(count, Math.max(from, Math.ceil(at(height - top)) + SPARE)) };
}

/**
 * Tells where a list stands whenever the page scrolls or changes its size. All its rows, marked with
 * `data-row`, are of one height.
 */
export function watchRows(onview: (view: ListView) => void): Attachment<HTMLElement> {
  return (list) => {
    const look = () => {
      const row = list.querySelector('[data-row]')?.getBoundingClientRect().height;
      if (row) onview({ top: list.getBoundingClientRect().top, row, height: innerHeight });
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(list);
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      sizes.disconnect();
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  };
}
