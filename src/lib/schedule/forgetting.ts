import type { LocalDay } from '../primitives/index.ts';

/*
 * How a memory fades, apart from how an answer moves it: Today asks only this, and need not load the
 * library that knows the other.
 */

/** The 21 parameters of FSRS-6, or null for the published defaults. */
export type Parameters = readonly number[] | null;

/** The published decay of FSRS-6, and the bounds within which ts-fsrs keeps another one. */
const PUBLISHED_DECAY = 0.1542;
const LEAST_DECAY = 0.1;
const MOST_DECAY = 0.8;

/** The power curve of FSRS-6, under one set of parameters. */
export interface Forgetting {
  /** Probability of recall, in [0, 1], this many days (fractions allowed) after a review. */
  retrievability(elapsedDays: number, stability: number): number;
  /** Days, unrounded, until recall falls to the desired retention, in (0, 1). */
  interval(stability: number, desiredRetention: number): number;
}

let published: Forgetting | undefined;
const curves = new WeakMap<readonly number[], Forgetting>();

/** The curve for a set of parameters. It is kept: the same set comes for every card. */
export function forgettingUnder(parameters: Parameters): Forgetting {
  if (parameters === null) return (published ??= curveOf(PUBLISHED_DECAY));
  const known = curves.get(parameters);
  if (known) return known;
  const curve = curveOf(Math.min(MOST_DECAY, Math.max(LEAST_DECAY, parameters[20]!)));
  curves.set(parameters, curve);
  return curve;
}

function curveOf(magnitude: number): Forgetting {
  const decay = -magnitude;
  // R(S, S) = 0.9 by definition, which fixes the factor of the power curve.
  const factor = Math.pow(0.9, 1 / decay) - 1;
  return {
    retrievability: (elapsedDays, stability) =>
      Math.pow(1 + (factor * Math.max(0, elapsedDays)) / stability, decay),
    interval: (stability, desiredRetention) =>
      (stability / factor) * (Math.pow(desiredRetention, 1 / decay) - 1),
  };
}

/**
 * Whole days between two answers. A clock set back must not make time run backwards: it counts as
 * the same day.
 */
export function elapsedDays(last: LocalDay, day: LocalDay): number {
  return Math.max(0, day - last);
}

/** Whether two sets of parameters are the same, number by number. */
export function sameParameters(a: Parameters, b: Parameters): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Of a card that was seen, what its fading depends on. */
interface Fading {
  readonly lastDay: LocalDay;
  readonly memory: { readonly stability: number };
}

/** The probability that the learner recalls the card on a day, in [0, 1]. */
export function recallOn(
  { lastDay, memory }: Fading,
  day: LocalDay,
  { parameters }: { readonly parameters: Parameters },
): number {
  return forgettingUnder(parameters).retrievability(elapsedDays(lastDay, day), memory.stability);
}
