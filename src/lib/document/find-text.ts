import { foldText } from '../primitives/index.ts';

/** Characters of one block of text: UTF-16 offsets, end exclusive. */
export interface TextPlace {
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

/** A text as it is compared, and for each of its units where it stood in the original. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A search through blocks of text that stay the same from query to query. */
export type TextSearch = (query: string) => TextPlace[];

/** A single letter is everywhere: it would mark the whole page and find nothing. */
const SHORTEST = 2;

/**
 * Prepares a search that takes no notice of case, accents, the shape of quotation marks and dashes,
 * and how much space there is: `mexico's` finds `México’s`.
 *
 * @param blocks in reading order, which is the order of what is found
 */
export function textSearch(blocks: readonly { id: string; text: string }[]): TextSearch {
  const folded = blocks.map(({ id, text }) => ({ id, ...fold(text) }));
  return (query) => {
    const wanted = fold(query.trim()).text;
    if (wanted.length < SHORTEST) return [];
    return folded.flatMap(({ id, text, starts, ends }) => {
      const places: TextPlace[] = [];
      let at = text.indexOf(wanted);
      while (at !== -1) {
        const last = at + wanted.length - 1;
        places.push({ block: id, start: starts[at]!, end: ends[last]! });
        at = text.indexOf(wanted, last + 1);
      }
      return places;
    });
  };
}

function fold(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldText(character);
    const end = at + character.length;
    if (plain === '' || (plain === ' ' && folded.endsWith(' '))) {
      // An accent of its own, or more space: it belongs to the character before.
      if (ends.length > 0) ends[ends.length - 1] = end;
    } else {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit++) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { text: folded, starts, ends };
}
