import type { Rating } from './rating.ts';

/** What a learner presses and how long that takes: four values, Again to Easy. */
export type PerRating = readonly [number, number, number, number];

/** Of each phase the shares of the buttons, which add up to 1, and the seconds of an answer. */
export interface PhaseBehaviour {
  readonly shares: PerRating;
  readonly seconds: PerRating;
}

/**
 * How a learner answers. In review the share of Again is not used: whether a card is recalled is
 * the memory model's to say, and the others are how a recalled one is graded.
 */
export interface Behaviour {
  readonly fresh: PhaseBehaviour;
  readonly learning: PhaseBehaviour;
  readonly review: PhaseBehaviour;
  readonly relearning: PhaseBehaviour;
}

/**
 * How learners answer as a rule: the published defaults of the FSRS simulator
 * (open-spaced-repetition/fsrs-optimizer, fsrs_simulator.py), measured over many collections. Its
 * chances of one step after another are summed up here by phase.
 */
export const TYPICAL_BEHAVIOUR: Behaviour = {
  fresh: { shares: [0.24, 0.094, 0.495, 0.171], seconds: [12.75, 12.26, 8, 6.38] },
  learning: { shares: [0.143, 0.098, 0.703, 0.056], seconds: [12.75, 12.26, 8, 6.38] },
  review: { shares: [0.1, 0.2016, 0.5679, 0.1305], seconds: [13.05, 11.74, 7.42, 5.6] },
  relearning: { shares: [0.2157, 0.0643, 0.6595, 0.0605], seconds: [10.56, 10, 7.37, 5.4] },
};

/** The rating that a number in [0, 1) picks out of the shares. */
export function pickRating(shares: PerRating, from: Rating, at: number): Rating {
  let total = 0;
  for (let rating = from; rating <= 4; rating++) total += shares[rating - 1]!;
  let left = at * total;
  for (let rating = from; rating < 4; rating++) {
    left -= shares[rating - 1]!;
    if (left < 0) return rating;
  }
  return 4;
}

/** What a learner did in one phase. */
export interface Observed {
  /** How often each button was pressed, Again to Easy. */
  readonly counts: PerRating;
  /** Milliseconds that these answers took, and how many of them took a time that makes sense. */
  readonly milliseconds: PerRating;
  readonly timed: PerRating;
}

/** Answers that the typical learner weighs as much as. */
const PRIOR_ANSWERS = 40;

/**
 * A learner's behaviour in one phase, drawn towards the typical one as long as there is little to go
 * by (the mean of a Dirichlet posterior; the seconds likewise).
 */
export function measuredBehaviour(observed: Observed, typical: PhaseBehaviour): PhaseBehaviour {
  const all = observed.counts.reduce((sum, count) => sum + count, 0);
  const prior = PRIOR_ANSWERS;
  return {
    shares: perRating((at) => (observed.counts[at] + prior * typical.shares[at]) / (all + prior)),
    seconds: perRating((at) => {
      // As many prior answers as the typical learner has with this button, and never none.
      const weight = 1 + prior * typical.shares[at];
      const seconds = observed.milliseconds[at] / 1000;
      return (seconds + weight * typical.seconds[at]) / (observed.timed[at] + weight);
    }),
  };
}

function perRating(of: (at: 0 | 1 | 2 | 3) => number): PerRating {
  return [of(0), of(1), of(2), of(3)];
}
