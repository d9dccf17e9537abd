/** A full stop after one of these ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:(?:\p{L}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|St|No|vs|etc|cf|Inc|Ltd|Co)\.)$/u;

/** A sentence and where it stands in its paragraph, end exclusive. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function sentences(paragraph: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(/[.!?][”’"')\]]*\s+(?=[“‘"'([]*[\p{Lu}\p{N}])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (ABBREVIATION.test(paragraph.slice(start, match.index + 1))) continue;
    found.push({ text: paragraph.slice(start, end), start, end });
    start = match.index + match[0].length;
  }
  if (start < paragraph.length) {
    found.push({ text: paragraph.slice(start), start, end: paragraph.length });
  }
  return found;
}
