import type { Attachment } from 'svelte/attachments';

/** A part of a page that is long: its name in the address, what it is called, what is in it or how it stands. */
export interface Part {
  readonly id: string;
  readonly label: string;
  readonly words?: string;
  /** A page of its own, not a part of this one. */
  readonly href?: string;
}

/** Parts that belong together. */
export interface PartGroup {
  readonly title?: string;
  readonly parts: readonly Part[];
}

/** Of the window: what has come so far up is what is read. */
const READ_FROM = 0.3;

/**
 * Tells which of the parts in it, marked with `data-part`, is being read: the last whose head has come
 * into the upper third of the window; at the foot of the page, the last of all.
 */
export function watchParts(onpart: (id: string | null) => void): Attachment<HTMLElement> {
  return (page) => {
    const look = () => {
      const parts = [...page.querySelectorAll<HTMLElement>('[data-part]')];
      const { scrollHeight } = document.documentElement;
      const atFoot = scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2;
      const read = parts.filter(
        (part) => atFoot || part.getBoundingClientRect().top < innerHeight * READ_FROM,
      );
      onpart((read.at(-1) ?? parts[0])?.dataset.part ?? null);
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(page);
    addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      removeEventListener('scroll', look);
    };
  };
}
