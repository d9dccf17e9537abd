/** Accents of Latin, Greek and Cyrillic letters; points of Hebrew and Arabic, which may be left out. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/**
 * A typed answer without what does not matter: case, accents, punctuation, articles, spaces.
 * English and Spanish articles; everything else is language-neutral.
 */
export function normalise(answer: string): string {
  return answer
    .normalize('NFKD')
    .replace(OPTIONAL_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'`]s\b/g, 's')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?|el|la|los|las)\s+(?=\S)/, '');
}

/**
 * How many slips of typing may be forgiven in an answer: none in short words or where figures
 * stand (2014 for 2015 is a mistake, not a slip), one from five letters, two from eleven.
 */
export function allowedSlips(normalised: string): number {
  if (/\d/.test(normalised) || normalised.length < 5) return 0;
  return normalised.length < 11 ? 1 : 2;
}

/**
 * Slips between two strings: insertions, deletions, substitutions and swaps of neighbours (the
 * optimal string alignment distance). Gives up beyond `most` and returns `most + 1`.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length]!, most + 1);
}

/**
 * Whether one is the other with letters put before a word: `legal` and `illegal`, `moral` and
 * `amoral`. That makes the opposite more often than it is a slip.
 */
export function differByPrefix(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const added = long.length - short.length;
  if (added === 0) return false;
  for (let at = 0; at < short.length; at++) {
    const beginsWord = at === 0 || short[at - 1] === ' ';
    if (beginsWord && short.slice(0, at) + long.slice(at, at + added) + short.slice(at) === long) {
      return true;
    }
  }
  return false;
}
