import { seededRandom } from '../primitives/index.ts';

/** Of each stretch of an interval, the share by which it may vary. The table is Anki's. */
const RANGES = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
];

/** The whole days among which an interval may be chosen, both ends included. */
export interface FuzzRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The span over which an interval may vary, so that cards learned together drift apart.
 *
 * @param interval days, unrounded
 * @param maximum days
 */
export function fuzzRange(interval: number, maximum: number): FuzzRange {
  const wanted = Math.min(interval, maximum);
  if (wanted < 2.5) {
    const days = Math.min(maximum, Math.max(1, Math.round(wanted)));
    return { low: days, high: days };
  }
  let delta = 1;
  for (const { from, to, share } of RANGES) {
    delta += share * Math.max(0, Math.min(wanted, to) - from);
  }
  // Never under two days: an interval of three that becomes one would feel like a mistake.
  const low = Math.min(maximum, Math.max(2, Math.round(wanted - delta)));
  return { low, high: Math.min(maximum, Math.max(low, Math.round(wanted + delta))) };
}

/**
 * A day of the span, by the seed alone: on every device the same, and so the interval on the button
 * is the interval that happens.
 *
 * @param seed e.g. card id and number of reviews
 */
export function seededInterval({ low, high }: FuzzRange, seed: string): number {
  return low + Math.floor(seededRandom(seed)() * (high - low + 1));
}
