import type { Citation } from '../document/index.ts';

/**
 * The reader's address for a cited passage. The fragment is the paragraph, so that it works without
 * JavaScript too; `mark` says which characters to highlight.
 *
 * Links to it carry `data-sveltekit-keepfocus`: the reader moves the focus to the words itself. Kit would
 * do it for the fragment a moment later, and write the reader's address over the one before where
 * somebody has gone back within that moment.
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

/** A passage as an address names it. */
interface Stop {
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

/** The reader at one of several passages that are to be read one after the other. */
export function tourHref(tour: readonly Stop[], at: Stop | undefined = tour[0]): string {
  if (!at) return '/read';
  const stops = tour.map(({ block, start, end }) => `${block}:${start}-${end}`).join(',');
  return `/read?mark=${at.start}-${at.end}&tour=${stops}#${at.block}`;
}

/** The reader at a section or a paragraph. */
export function placeHref(id: string): string {
  return `/read#${id}`;
}

/** Studying all cards about a paragraph or a section, or one card, due or not. */
export function studyHref(about: 'paragraph' | 'section' | 'card', id: string): string {
  return `/study?${about}=${encodeURIComponent(id)}`;
}

/** Studying these cards, due or not. */
export function studyCardsHref(cards: readonly string[]): string {
  return `/study?${cards.map((card) => `card=${encodeURIComponent(card)}`).join('&')}`;
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

/** Printing what is chosen for a quiz; the seed is of one's own, '' for any. */
export function printHref(seed: string): string {
  const own = seed.trim();
  return own === '' ? '/print' : `/print?seed=${encodeURIComponent(own)}`;
}
