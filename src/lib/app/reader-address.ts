import { findParagraph, type Document, type TextPlace } from '../document/index.ts';

/** What an address of the reader points at. */
export interface Destination {
  /** The section or paragraph in the fragment; null where there is none. */
  readonly id: string | null;
  /** The words that an answer rests on. */
  readonly cited: TextPlace | null;
  /** Passages to be read one after the other, where the cited words are one of them. */
  readonly tour: readonly TextPlace[];
}

/**
 * Reads `/read?mark=12-80#history-6`, and in `tour=history-6:12-80,trade-2:0-40` the passages that are
 * to be read one after the other. What is not in the document is ignored: the page then simply
 * opens, at the paragraph where there is one.
 */
export function destinationOf(url: URL, document: Document): Destination {
  // A browser that knows no text fragments leaves them in the address.
  const [id = ''] = url.hash.slice(1).split(':~:', 1);
  if (!id) return { id: null, cited: null, tour: [] };
  const cited = placeIn(document, id, url.searchParams.get('mark') ?? '');
  const tour = (url.searchParams.get('tour') ?? '').split(',').flatMap((stop) => {
    const [block = '', range = ''] = stop.split(':', 2);
    return placeIn(document, block, range) ?? [];
  });
  return { id, cited, tour: tour.some((stop) => isSame(stop, cited)) ? tour : [] };
}

export function isSame(one: TextPlace, other: TextPlace | null): boolean {
  return one.block === other?.block && one.start === other.start && one.end === other.end;
}

/** @param range e.g. `12-80` */
function placeIn(document: Document, block: string, range: string): TextPlace | null {
  const text = findParagraph(document, block)?.paragraph.text;
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(range) ?? [];
  const [start, end] = [Number(from), Number(to)];
  return text !== undefined && start < end && end <= text.length ? { block, start, end } : null;
}
