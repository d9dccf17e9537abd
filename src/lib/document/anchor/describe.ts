import type { Citation, Document } from '../types.ts';
import { findParagraph } from '../text.ts';

/** Characters of context kept on each side of a quote (the usual length in Web Annotation clients). */
export const CONTEXT_LENGTH = 32;

/** A place in a document by paragraph address and UTF-16 offsets, end exclusive. */
export interface Place {
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Describes a place so that it can be found again, also in a changed text.
 *
 * @returns undefined where the place is empty or does not lie within a paragraph of the document
 */
export function describe(document: Document, place: Place): Citation | undefined {
  const placed = findParagraph(document, place.paragraph);
  if (!placed) return undefined;
  const { text } = placed.paragraph;
  const { start, end } = place;
  if (!(Number.isInteger(start) && Number.isInteger(end))) return undefined;
  if (start < 0 || end > text.length || start >= end) return undefined;
  return {
    document: document.id,
    section: placed.section.id,
    paragraph: placed.paragraph.id,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    start,
    end,
  };
}
