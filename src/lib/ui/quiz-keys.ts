/**
 * Which option a key stands for: 1 to 9, a to i, and t or f where the options are True and False.
 *
 * @returns its place, or null
 */
export function optionForKey(key: string, options: readonly string[]): number | null {
  const letter = key.toLowerCase();
  if (letter.length !== 1) return null;
  if (options.length === 2 && options[0] === 'True' && 'tf'.includes(letter)) {
    return 'tf'.indexOf(letter);
  }
  const place = Math.max('123456789'.indexOf(letter), 'abcdefghi'.indexOf(letter));
  return place >= 0 && place < options.length ? place : null;
}
