/** What is written in several ways and means the same, in the way that it is compared. */
const SAME: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  ς: 'σ',
  '\u00ad': '',
};
const WRITTEN_OTHERWISE = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g');

/**
 * A text as a search compares it: without case, accents, the shape of quotation marks and dashes;
 * every space is the same space. A whole text folds to what its characters fold to.
 */
export function foldText(text: string): string {
  // By way of both cases, so that ß and ẞ are SS; marks off before and after, for either may bring some.
  return withoutMarks(withoutMarks(text).toLowerCase().toUpperCase().toLowerCase())
    .replace(/\s/g, ' ')
    .replace(WRITTEN_OTHERWISE, (character) => SAME[character]!);
}

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}
