import type { LocalDay } from '../primitives/index.ts';
import { comesOn, roomOn, type DaysOff } from './days-off.ts';
import type { FuzzRange } from './fuzz.ts';

/** What the choice of a day within the fuzz looks at. */
export interface Balance {
  /** How many cards wait for a day. */
  readonly load: (day: LocalDay) => number;
  readonly off: DaysOff;
  /** Days on which a sibling of the card comes; they are taken only where there is no other. */
  readonly avoid?: ReadonlySet<LocalDay>;
}

/** How far ahead days are balanced. Beyond it they are too empty, and too far, to matter. */
export const BALANCED_DAYS = 63;

/**
 * How strongly an emptier day is preferred. Tried from 0 to 8 on decks of 5 and of 50 cards a day:
 * the spread of the days falls until about 5, and a weekday with half the room then gets 0.55 to 0.65
 * of the others' cards (with 1, three quarters).
 */
const POWER = 5;

/**
 * An interval within the fuzz: the fewer cards wait for its day, the likelier. Days off are left
 * out, and days that are to be avoided, where there are others; weekdays with half the room count
 * double what they hold.
 *
 * @param random in [0, 1), from a seed, so that the button and the answer agree
 * @param atLeast days: a better answer's interval is never shorter than a worse one's
 */
export function balancedInterval(
  { low, high }: FuzzRange,
  today: LocalDay,
  { load, off, avoid }: Balance,
  random: number,
  atLeast = 0,
): number {
  const first = Math.min(high, Math.max(low, atLeast));
  const all = Array.from({ length: high - first + 1 }, (_, at) => first + at);
  const open = all.filter((days) => roomOn(today + days, off) > 0);
  const apart = open.filter((days) => !avoid?.has(today + days));
  const candidates = [apart, open, all].find((days) => days.length > 0)!;
  const weights = candidates.map((days) => {
    const day = comesOn(today + days, off);
    return (1 + load(day) / roomOn(day, off)) ** -POWER;
  });
  let left = random * weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = weights.findIndex((weight) => (left -= weight) < 0);
  return candidates[chosen] ?? candidates[candidates.length - 1]!;
}
