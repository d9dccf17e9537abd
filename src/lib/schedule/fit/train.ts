import { seededRandom, shuffled } from '../../primitives/index.ts';
import { Adam, annealed } from './adam.ts';
import { lossAndGradient } from './backward.ts';
import { firstRecalls, outlyingCards } from './firsts.ts';
import { countsOf, initialStabilities, ordered } from './initial.ts';
import { clipParameters, PARAMETER_COUNT, SPREADS, STANDARD_PARAMETERS } from './parameters.ts';
import { averageRecall, cardCount, recencyWeights, type ReviewLog } from './reviews.ts';
import { traceFor } from './trace.ts';

/** As published (fsrs-rs, `TrainingConfig`). */
const EPOCHS = 5;
const BATCH = 512;
const RATE = 0.04;
/** How strongly the parameters are held to where they began. */
const HOLD = 1;
/** With fewer scored reviews than this, only the initial stabilities are fitted. */
const FEWEST = 64;

/** The same data give the same fit, on every device. */
const SEED = 'fit';

/** As many figures as are published: more would only look exact. */
const PLACES = 1e4;

/**
 * The 21 parameters of FSRS-6 that make the scored reviews most likely: the published method
 * (fsrs-optimizer, fsrs-rs 6). Initial stabilities by curve fit; then Adam on the cross-entropy, five
 * times through all reviews in batches, recent ones weighing more, with cosine annealing and an L2
 * pull to the start; each step held within the published ranges.
 *
 * @param scored places of the reviews to be fitted to, in the order of time (see `scoredReviews`)
 * @param onprogress is told the share done, in [0, 1]
 */
export function train(
  log: ReviewLog,
  scored: Int32Array,
  onprogress: (share: number) => void = () => undefined,
): number[] {
  const all = new Set(scored);
  const outliers = outlyingCards(log, all);
  const cardOf = cardsOf(log);
  const kept = scored.filter((review) => !outliers.has(cardOf[review]!));
  if (kept.length === 0) return [...STANDARD_PARAMETERS];

  const recalls = firstRecalls(log, all, outliers);
  const initial = initialStabilities(recalls, averageRecall(log, kept));
  const start = Float64Array.from([...initial, ...STANDARD_PARAMETERS.slice(4)]);
  const parameters = Float64Array.from(start);
  if (kept.length >= FEWEST) {
    descend(log, kept, cardOf, start, parameters, onprogress);
    const trained = [...parameters.subarray(0, 4)];
    parameters.set(ordered(trained, countsOf(recalls)));
  }
  clipParameters(parameters);
  return Array.from(parameters, (value) => Math.round(value * PLACES) / PLACES);
}

function descend(
  log: ReviewLog,
  scored: Int32Array,
  cardOf: Int32Array,
  start: Float64Array,
  parameters: Float64Array,
  onprogress: (share: number) => void,
): void {
  const weights = recencyWeights(log, scored);
  const batches = batchesOf(log, scored, cardOf);
  const trace = traceFor(log);
  const adam = new Adam(PARAMETER_COUNT);
  const random = seededRandom(SEED);
  const gradient = new Float64Array(PARAMETER_COUNT);
  const steps = EPOCHS * batches.length;
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { cards, count } of shuffled(batches, random)) {
      gradient.fill(0);
      lossAndGradient(parameters, log, cards, weights, trace, gradient);
      addPenalty(parameters, start, (HOLD * count) / scored.length, gradient);
      adam.step(parameters, gradient, annealed(RATE, step, steps));
      clipParameters(parameters);
      onprogress(++step / steps);
    }
  }
}

/**
 * The L2 penalty for having left the start, in units of how far learners lie apart.
 *
 * @returns the penalty; its derivatives are added to the gradient
 */
export function addPenalty(
  parameters: Float64Array,
  start: ArrayLike<number>,
  share: number,
  gradient: Float64Array,
): number {
  let penalty = 0;
  for (let index = 0; index < PARAMETER_COUNT; index++) {
    const apart = (parameters[index]! - start[index]!) / SPREADS[index]!;
    penalty += share * apart * apart;
    gradient[index]! += (2 * share * apart) / SPREADS[index]!;
  }
  return penalty;
}

interface Batch {
  readonly cards: Int32Array;
  /** Scored reviews in it. */
  readonly count: number;
}

/** Cards with their whole histories, those of like length together, about 512 scored reviews each. */
function batchesOf(log: ReviewLog, scored: Int32Array, cardOf: Int32Array): Batch[] {
  const counts = new Map<number, number>();
  for (const review of scored) {
    const card = cardOf[review]!;
    counts.set(card, (counts.get(card) ?? 0) + 1);
  }
  const length = (card: number) => log.starts[card + 1]! - log.starts[card]!;
  const cards = [...counts.keys()].sort((a, b) => length(a) - length(b) || a - b);
  const batches: Batch[] = [];
  let batch: number[] = [];
  let count = 0;
  for (const card of cards) {
    const more = counts.get(card)!;
    if (count > 0 && count + more > BATCH) {
      batches.push({ cards: Int32Array.from(batch), count });
      batch = [];
      count = 0;
    }
    batch.push(card);
    count += more;
  }
  if (count > 0) batches.push({ cards: Int32Array.from(batch), count });
  return batches;
}

/** By review, its card. */
function cardsOf(log: ReviewLog): Int32Array {
  const cards = new Int32Array(log.elapsed.length);
  for (let card = 0; card < cardCount(log); card++) {
    cards.fill(card, log.starts[card], log.starts[card + 1]);
  }
  return cards;
}
