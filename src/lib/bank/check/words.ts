import { readValues } from '../values.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Reading text as words, for comparing: small letters, no accents, no possessive endings. */

/** One name for the United States, which texts call by five, so that it also meets “American”. */
export function oneAmerica(text: string): string {
  return text.replace(
    /\bU\.\s?S\.(?:\s?A\.)?|\bUSA?\b|\bUnited States(?: of America)?\b/g,
    'America',
  );
}

export function words(text: string): string[] {
  const plain = oneAmerica(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/'s\b|'(?=\s|$)/g, '');
  return plain.match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
}

/** How many words a text has as a person counts them: what stands between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}_]/u.test(part)).length;
}

/** The words that carry meaning, stemmed. */
export function contentWords(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}

/**
 * A word without the endings that grammar adds. Lighter than Porter's: “organised” meets
 * “organising” but “organisation” stays itself, so two words with one stem are really one word.
 */
export function stem(word: string): string {
  let root = word;
  if (root.length > 4 && root.endsWith('ies')) root = `${root.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh)es$/.test(root)) root = root.slice(0, -2);
  else if (root.length > 3 && /[^sui]s$/.test(root)) root = root.slice(0, -1);
  if (root.length > 5 && root.endsWith('ied')) root = `${root.slice(0, -3)}y`;
  else if (root.length > 5 && root.endsWith('ing')) root = undouble(root.slice(0, -3));
  else if (root.length > 4 && /[^e]ed$/.test(root)) root = undouble(root.slice(0, -2));
  if (root.length > 5 && root.endsWith('ly')) root = root.slice(0, -2);
  return root.length > 3 && root.endsWith('e') ? root.slice(0, -1) : root;
}

function undouble(root: string): string {
  return /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}

/** Whether two stems are of one family: extradited – extradition, violence – violent. */
export function related(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared++;
  return shared >= 4 && (shared === shorter || (shared >= 5 && shared >= shorter - 2));
}

/** What two sets share, from 0 to 1. Source: Jaccard (1912). Two empty sets share nothing. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * A text in the form in which one is looked for inside another: numbers in figures, no articles, a
 * space around every word.
 */
export function phrase(text: string): string {
  let figures = '';
  let at = 0;
  for (const { value, percent, start, end } of readValues(text)) {
    figures += `${text.slice(at, start)} ${value}${percent ? ' percent' : ''} `;
    at = end;
  }
  figures += text.slice(at);
  const kept = words(figures).filter((word) => !/^(?:a|an|the)$/.test(word));
  return kept.length > 0 ? ` ${kept.join(' ')} ` : '';
}

/** Whether one phrase (see `phrase`) holds another. */
export function holds(whole: string, part: string): boolean {
  return part !== '' && whole.includes(part);
}

/**
 * How nearly two sequences of words are the same, from 0 to 1: twice the longest common subsequence
 * over both lengths (Ratcliff and Obershelp's measure, on words).
 */
export function sameness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let at = 0; at < b.length; at++) {
      next.push(word === b[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    }
    row = next;
  }
  return (2 * row[b.length]!) / (a.length + b.length);
}
