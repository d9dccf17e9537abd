import { seededRandom } from '../primitives/index.ts';

/** Of each stretch of an interval, the share by which it may vary. The table is Anki's. */
const RANGES = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
];

/**
 * Rounds an interval to whole days, spread a little so that cards learned together drift apart. The
 * seed alone decides, so the interval on the button is the interval that happens.
 *
 * @param interval days, unrounded
 * @param seed e.g. card id and number of reviews
 */
export function fuzzedInterval(interval: number, maximum: number, seed: string): number {
  const wanted = Math.min(interval, maximum);
  if (wanted < 2.5) return Math.min(maximum, Math.max(1, Math.round(wanted)));
  let delta = 1;
  for (const { from, to, share } of RANGES) {
    delta += share * Math.max(0, Math.min(wanted, to) - from);
  }
  // Never under two days: an interval of three that becomes one would feel like a mistake.
  const low = Math.min(maximum, Math.max(2, Math.round(wanted - delta)));
  const high = Math.min(maximum, Math.max(low, Math.round(wanted + delta)));
  return low + Math.floor(seededRandom(seed)() * (high - low + 1));
}
