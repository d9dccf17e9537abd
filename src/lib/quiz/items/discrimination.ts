/** How well a question tells those who know from those who do not. */
export interface Discrimination {
  /** Takings that have enough other answers to say how well the rest of them went. */
  readonly count: number;
  /**
   * The correlation of the score in this question with the mean score in the other questions of the
   * same taking, in [−1, 1]: the corrected point-biserial, for the question itself is left out of
   * what it is compared with (L. Crocker & J. Algina, Introduction to Classical and Modern Test
   * Theory, 1986, ch. 14). Null where it is not defined or rests on too little: `why` says which.
   */
  readonly correlation: number | null;
  /** Where the true correlation lies with 95 % confidence, by Fisher's z. */
  readonly low: number | null;
  readonly high: number | null;
  /**
   * The share of right answers in the upper 27 % of takings less that in the lower 27 %, in [−1, 1]
   * (T. L. Kelley, J. Educ. Psych. 30, 1939; R. L. Ebel, Measuring Educational Achievement, 1965).
   * Null where a group would have fewer than five.
   */
  readonly upperLower: number | null;
  /** `few`: too few takings. `alike`: all answers, or all the rest, went alike. */
  readonly why: 'few' | 'alike' | null;
}

/** Fewer takings than this tell nothing: the error of a correlation would be a third or more. */
export const FEWEST_TAKINGS = 10;
/** Who answered fewer other questions has shown too little of what they know. */
export const FEWEST_OTHERS = 4;
/** Kelley's share of the takings in each of the two groups, and how many that must be. */
const GROUP = 0.27;
const FEWEST_IN_GROUP = 5;
/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959964;

/** A score in the question, and the mean of the others in the same taking. */
export interface Pair {
  readonly score: number;
  readonly rest: number;
}

export function discriminationOf(pairs: readonly Pair[]): Discrimination {
  const count = pairs.length;
  const nothing = { count, correlation: null, low: null, high: null, upperLower: null };
  if (count < FEWEST_TAKINGS) return { ...nothing, why: 'few' };
  const upperLower = upperLowerOf(pairs);
  const correlation = correlationOf(pairs);
  if (correlation === null) return { ...nothing, upperLower, why: 'alike' };
  // At ±1 Fisher's z is infinite, and the interval a point.
  const z = Math.atanh(correlation);
  const half = Z / Math.sqrt(count - 3);
  const [low, high] = [Math.tanh(z - half), Math.tanh(z + half)];
  return { count, correlation, low, high, upperLower, why: null };
}

/** Variances below this are rounding, and no variance. */
const HAIR = 1e-12;

/** Pearson's correlation, summed in an order that does not depend on that of the takings. */
function correlationOf(given: readonly Pair[]): number | null {
  const pairs = given.toSorted((a, b) => a.rest - b.rest || a.score - b.score);
  const mean = (of: (pair: Pair) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [score, rest] = [mean((pair) => pair.score), mean((pair) => pair.rest)];
  const both = mean((pair) => (pair.score - score) * (pair.rest - rest));
  const ofScore = mean((pair) => (pair.score - score) ** 2);
  const ofRest = mean((pair) => (pair.rest - rest) ** 2);
  if (ofScore < HAIR || ofRest < HAIR) return null;
  return Math.max(-1, Math.min(1, both / Math.sqrt(ofScore * ofRest)));
}

function upperLowerOf(pairs: readonly Pair[]): number | null {
  const size = Math.floor(GROUP * pairs.length);
  if (size < FEWEST_IN_GROUP) return null;
  const ascending = pairs.toSorted((a, b) => a.rest - b.rest);
  return groupMean(ascending.toReversed(), size) - groupMean(ascending, size);
}

/**
 * The mean score of the first so many pairs. Of those that tie for the last places each counts in
 * part, so that the order in which they came decides nothing.
 */
function groupMean(ordered: readonly Pair[], size: number): number {
  const edge = ordered[size - 1]!.rest;
  const within = ordered.slice(0, size).filter(({ rest }) => rest !== edge);
  const tied = ordered.filter(({ rest }) => rest === edge);
  const sum = (group: readonly Pair[]) => group.reduce((total, { score }) => total + score, 0);
  return (sum(within) + ((size - within.length) * sum(tied)) / tied.length) / size;
}
