import type { Citation } from '../document/index.ts';

/**
 * The reader's address for a cited passage. The fragment is the paragraph, so that it works without
 * JavaScript too; `mark` says which characters to highlight.
 */
export function citationHref(cite: Pick<Citation, 'paragraph' | 'start' | 'end'>): string {
  return `/read?mark=${cite.start}-${cite.end}#${cite.paragraph}`;
}
