/**
 * Whether a lapse makes a card a leech: at the threshold, and then again after every half of it.
 * The rule is Anki's.
 *
 * @param lapses after the lapse
 * @param threshold 0: never
 */
export function isLeech(lapses: number, threshold: number): boolean {
  if (threshold <= 0 || lapses < threshold) return false;
  return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
