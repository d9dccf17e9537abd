import type { FirstRecall } from './firsts.ts';
import { INITIAL_STABILITY, STANDARD_PARAMETERS } from './parameters.ts';

/** The forgetting curve with the standard decay: the first intervals alone do not tell another. */
const DECAY = STANDARD_PARAMETERS[20]!;
const FACTOR = Math.expm1(-Math.log(0.9) / DECAY);
/** Thirds taken off the range until it is narrower than any use. */
const NARROW = 1e-9;
/** How strongly a single rating's stability is held to the standard one, per day apart. */
const HOLD = 1 / 16;

/**
 * The initial stability after one rating, in days: where the forgetting curve meets the recall of the
 * first intervals best (fsrs-rs, `search_parameters`: cross-entropy, each length of interval counted
 * with one more card of average recall, and an L1 pull to the standard value).
 */
function curveFit(recalls: readonly FirstRecall[], average: number, standard: number): number {
  const points = recalls.map(({ days, count, recalled }) => ({
    days,
    count,
    recall: (recalled + average) / (count + 1),
  }));
  const loss = (stability: number) => {
    let sum = Math.abs(stability - standard) * HOLD;
    for (const { days, count, recall } of points) {
      const predicted = Math.pow(1 + (FACTOR * days) / stability, -DECAY);
      sum -= count * (recall * Math.log(predicted) + (1 - recall) * Math.log(1 - predicted));
    }
    return sum;
  };
  let { from, to }: { from: number; to: number } = INITIAL_STABILITY;
  while (to - from > NARROW) {
    const low = from + (to - from) / 3;
    const high = to - (to - from) / 3;
    if (loss(low) < loss(high)) to = high;
    else from = low;
  }
  return (from + to) / 2;
}

/**
 * The four initial stabilities, in days, from what became of the first intervals.
 *
 * @param recalls by first rating (place 0: Again)
 * @param average recall of all scored reviews, in [0, 1]
 */
export function initialStabilities(
  recalls: readonly (readonly FirstRecall[])[],
  average: number,
): number[] {
  const counts = countsOf(recalls);
  const found = recalls.map((mine, index) =>
    counts[index]! > 0 ? curveFit(mine, average, STANDARD_PARAMETERS[index]!) : null,
  );
  return ordered(found, counts);
}

export function countsOf(recalls: readonly (readonly FirstRecall[])[]): number[] {
  return recalls.map((mine) => mine.reduce((sum, { count }) => sum + count, 0));
}

/** Published: where on a logarithmic scale Hard lies between Again and Good, and Good between Hard and Easy. */
const HARD_BY_AGAIN = 0.41;
const GOOD_BY_EASY = 0.54;

const PAIRS = [
  [0, 1],
  [1, 2],
  [2, 3],
  [0, 2],
  [1, 3],
  [0, 3],
] as const;

/**
 * Brings the initial stabilities into their order, Again never above Easy, the one with less evidence
 * giving way; and fills in those without evidence (fsrs-rs, `smooth_and_fill`).
 *
 * @param counts how many first intervals speak for each
 */
export function ordered(found: readonly (number | null)[], counts: readonly number[]): number[] {
  const values = found.map((value, index) => (counts[index]! > 0 ? value : null));
  for (const [small, big] of PAIRS) {
    const low = values[small]!;
    const high = values[big]!;
    if (low === null || high === null || low <= high) continue;
    if (counts[small]! > counts[big]!) values[big] = low;
    else values[small] = high;
  }
  return filled(values).map((value) =>
    Math.min(INITIAL_STABILITY.to, Math.max(INITIAL_STABILITY.from, value)),
  );
}

function filled(values: readonly (number | null)[]): number[] {
  const known = values.flatMap((value, index) => (value === null ? [] : [index]));
  const [first] = known;
  if (known.length === values.length) return known.map((index) => values[index]!);
  if (first === undefined) return STANDARD_PARAMETERS.slice(0, 4);
  if (known.length === 1) {
    const scale = values[first]! / STANDARD_PARAMETERS[first]!;
    return STANDARD_PARAMETERS.slice(0, 4).map((standard) => standard * scale);
  }
  // In logarithms: hard = a × again + (1 − a) × good, and good = (1 − b) × hard + b × easy.
  const a = HARD_BY_AGAIN;
  const b = GOOD_BY_EASY;
  let [again, hard, good, easy] = values.map((value) => (value === null ? null : Math.log(value)));
  if (again != null && easy != null && hard == null && good == null) {
    hard = (a * again + (1 - a) * b * easy) / (1 - (1 - a) * (1 - b));
  }
  if (hard == null && good != null) {
    if (again != null) hard = a * again + (1 - a) * good;
    else hard = (good - b * easy!) / (1 - b);
  }
  if (good == null) {
    if (easy != null) good = (1 - b) * hard! + b * easy;
    else good = (hard! - a * again!) / (1 - a);
  }
  again ??= (hard! - (1 - a) * good) / a;
  easy ??= (good - (1 - b) * hard!) / b;
  return [again, hard!, good, easy].map(Math.exp);
}
