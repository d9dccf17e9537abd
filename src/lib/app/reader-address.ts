import { findParagraph, type Document, type TextPlace } from '../document/index.ts';

/** What an address of the reader points at. */
export interface Destination {
  /** The section or paragraph in the fragment; null where there is none. */
  readonly id: string | null;
  /** The words that an answer rests on. */
  readonly cited: TextPlace | null;
}

/**
 * Reads `/read?mark=12-80#history-6`. What is not in the document is ignored: the page then simply
 * opens, at the paragraph where there is one.
 */
export function destinationOf(url: URL, document: Document): Destination {
  const id = url.hash.slice(1);
  if (!id) return { id: null, cited: null };
  const text = findParagraph(document, id)?.paragraph.text;
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(url.searchParams.get('mark') ?? '') ?? [];
  const start = Number(from);
  const end = Number(to);
  const inText = text !== undefined && start < end && end <= text.length;
  return { id, cited: inText ? { block: id, start, end } : null };
}
