/** Letters, figures and what joins them: what a word is made of. */
const WORD = /[\p{L}\p{N}\p{M}’'%$€£-]/u;

/**
 * A selection in a text, made whole: without space at its ends, and with every word that it cuts.
 *
 * @returns null where it holds no word
 */
export function wholeWords(
  text: string,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | null {
  let [start, end] = [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))];
  const isWord = (at: number) => WORD.test(text.charAt(at));
  while (start < end && !isWord(start)) start++;
  while (end > start && !isWord(end - 1)) end--;
  if (start === end) return null;
  while (start > 0 && isWord(start - 1)) start--;
  while (end < text.length && isWord(end)) end++;
  return { start, end };
}

/** The sentence of a text that holds a place in it. */
export function sentenceAt(text: string, place: number, language: string): string {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  return sentences
    .segment(text)
    .containing(Math.min(place, text.length - 1))!
    .segment.trim();
}
