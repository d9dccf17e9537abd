import type { TextPlace } from './find-text.ts';
import { documentText, findParagraph } from './text.ts';
import type { Document } from './types.ts';

/** Longer quotes are named by how they begin and end: an address is to stay one that can be sent. */
const LONGEST = 120;
const ENDS = 5;
const AROUND = 3;

/**
 * A text directive, `:~:text=[prefix-,]start[,end][,-suffix]`: put behind the fragment of an
 * address, it makes browsers that know it mark these words, in any page that holds them. Words that
 * stand more than once in the document get some of those around them.
 *
 * Source: https://wicg.github.io/scroll-to-text-fragment/#syntax
 *
 * @param place whole words of a paragraph
 * @returns null where the place holds no words
 */
export function textDirective(document: Document, place: TextPlace): string | null {
  const text = findParagraph(document, place.block)?.paragraph.text ?? '';
  const quote = text.slice(place.start, place.end).trim();
  if (quote === '') return null;
  const words = quote.split(/\s+/);
  const isLong = quote.length > LONGEST && words.length > 2 * ENDS;
  const parts = isLong
    ? [words.slice(0, ENDS).join(' '), words.slice(-ENDS).join(' ')].map(encode)
    : [encode(quote)];
  if (documentText(document).split(quote).length > 2) {
    const before = wordsOf(text.slice(0, place.start)).slice(-AROUND).join(' ');
    const after = wordsOf(text.slice(place.end)).slice(0, AROUND).join(' ');
    if (before) parts.unshift(`${encode(before)}-`);
    if (after) parts.push(`-${encode(after)}`);
  }
  return `:~:text=${parts.join(',')}`;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The dash and the comma part the directive, and the ampersand parts directives. */
function encode(words: string): string {
  // A half of a pair, cut off by a selection, cannot be encoded.
  return encodeURIComponent(words.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('-', '%2D');
}
