import type { Citation } from '../document/index.ts';

/**
 * The reader's address for a cited passage. The fragment is the paragraph, so that it works without
 * JavaScript too; `mark` says which characters to highlight.
 *
 * @param card the card that leads there: what is then read is read for it
 */
export function citationHref(
  cite: Pick<Citation, 'paragraph' | 'start' | 'end'>,
  card?: string,
): string {
  const about = card === undefined ? '' : `&card=${encodeURIComponent(card)}`;
  return `/read?mark=${cite.start}-${cite.end}${about}#${cite.paragraph}`;
}

/** The reader at a section or a paragraph. */
export function placeHref(id: string): string {
  return `/read#${id}`;
}

/** Studying all cards about a paragraph or a section, or one card, due or not. */
export function studyHref(about: 'paragraph' | 'section' | 'card', id: string): string {
  return `/study?${about}=${encodeURIComponent(id)}`;
}

/** Setting up a quiz on one section. */
export function quizHref(section: string): string {
  return `/quiz?section=${encodeURIComponent(section)}`;
}

/** Why a card comes again when it does. */
export function whyHref(card: string): string {
  return `/why?card=${encodeURIComponent(card)}`;
}

/** Repairing a card that is forgotten again and again. */
export function repairHref(card: string): string {
  return `/repair?card=${encodeURIComponent(card)}`;
}
