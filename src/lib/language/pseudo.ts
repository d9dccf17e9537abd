import type { Language } from './index.ts';

/** Begins and ends words that are written from right to left. */
const [RLO, PDF] = ['\u202e', '\u202c'];

/**
 * English words, written from right to left: what is not marked as a text of the app stands out, and
 * whatever is laid out for left to right only.
 *
 * @see https://cldr.unicode.org/development/pseudolocales `ar-XB`, the bidi pseudo-locale
 */
export const PSEUDO: Language = {
  locale: 'en-GB',
  phrases: {},
  disguise: (text) => text.replace(/\p{L}[\p{L}\p{M}’']*/gu, (word) => `${RLO}${word}${PDF}`),
};
