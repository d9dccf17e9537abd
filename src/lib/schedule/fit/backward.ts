import { bonusOf, forward } from './forward.ts';
import { DIFFICULTY, STABILITY } from './parameters.ts';
import type { ReviewLog } from './reviews.ts';
import {
  coefficients,
  FORGOTTEN,
  FORGOTTEN_AT_CEILING,
  RECALLED,
  SAME_DAY,
  SAME_DAY_KEPT,
  type Coefficients,
  type Trace,
} from './trace.ts';

/** Predictions are held off 0 and 1, where the loss is infinite. */
const LEAST = 1e-7;

/**
 * The summed binary cross-entropy of the predicted recall of some cards' reviews, and its derivatives
 * with respect to the 21 parameters, by reverse-mode differentiation written out by hand. Checked
 * against the published losses and gradients, and against finite differences.
 *
 * @param cards which of the log's cards, by place
 * @param weights by review: how much each counts; 0 for not at all
 * @param gradient the derivatives are added to it
 * @returns the loss, in nats
 */
export function lossAndGradient(
  parameters: ArrayLike<number>,
  log: ReviewLog,
  cards: Int32Array,
  weights: Float64Array,
  trace: Trace,
  gradient: Float64Array,
): number {
  const model = coefficients(parameters);
  let loss = 0;
  for (const card of cards) {
    const start = log.starts[card]!;
    let end = log.starts[card + 1]!;
    // What comes after the last review that counts moves nothing that counts.
    while (end > start && weights[end - 1] === 0) end--;
    if (end === start) continue;
    forward(model, log, start, end, trace);
    loss += backward(model, log, start, end, weights, trace, gradient);
  }
  return loss;
}

/** Goes back over the reviews that were last run forwards. Its names: `byX` is dLoss/dX. */
function backward(
  model: Coefficients,
  log: ReviewLog,
  start: number,
  end: number,
  weights: Float64Array,
  trace: Trace,
  gradient: Float64Array,
): number {
  let loss = 0;
  // By the memory as it was after the review at hand.
  let byStability = 0;
  let byDifficulty = 0;
  for (let at = end - start - 1; at >= 0; at--) {
    const rating = log.ratings[start + at]!;
    const days = log.elapsed[start + at]!;
    const weight = weights[start + at]!;
    // Where the range holds a value, what made it has no say.
    const newStability = trace.newStability[at]!;
    if (newStability < STABILITY.from || newStability > STABILITY.to) byStability = 0;
    const newDifficulty = trace.newDifficulty[at]!;
    if (newDifficulty < DIFFICULTY.from || newDifficulty > DIFFICULTY.to) byDifficulty = 0;
    if (at === 0) {
      firstBack(model, rating, byStability, byDifficulty, gradient);
      break;
    }
    let byRecall = 0;
    if (weight > 0 && days > 0) {
      const predicted = trace.recall[at]!;
      const held = Math.min(1 - LEAST, Math.max(LEAST, predicted));
      loss -= weight * Math.log(rating > 1 ? held : 1 - held);
      if (held === predicted) byRecall = weight * (rating > 1 ? -1 / held : 1 / (1 - held));
    }
    // The last review is only predicted: what it does to the memory, nobody asks any more.
    if (byStability === 0 && byDifficulty === 0) {
      byStability = curveBack(model, trace, at, days, byRecall, gradient);
      continue;
    }
    const { w } = model;
    const before = trace.stability[at]!;
    const difficulty = trace.difficulty[at]!;
    const gain = trace.gain[at]!;
    const power = trace.power[at]!;
    let byOldStability = 0;
    let byOldDifficulty = difficultyBack(model, difficulty, rating, byDifficulty, gradient);
    switch (trace.kind[at]) {
      case RECALLED: {
        const by = byStability * before * gain * (power - 1);
        const bonus = bonusOf(model, rating);
        const made = by * bonus;
        const steep = byStability * before * gain * power * bonus;
        byOldStability = byStability + ((1 - w[9]!) * made) / before;
        byOldDifficulty -= made / (11 - difficulty);
        byRecall -= steep * w[10]!;
        gradient[8]! += made;
        gradient[9]! -= made * trace.logStability[at]!;
        gradient[10]! += steep * (1 - trace.recall[at]!);
        if (rating === 2) gradient[15]! += by;
        if (rating === 4) gradient[16]! += by;
        break;
      }
      case FORGOTTEN: {
        const made = byStability * gain * (power - 1);
        const steep = byStability * gain * power;
        byOldStability = (steep * w[13]!) / (before + 1);
        byOldDifficulty -= (made * w[12]!) / difficulty;
        byRecall -= made * w[14]!;
        gradient[11]! += made / w[11]!;
        gradient[12]! -= made * Math.log(difficulty);
        gradient[13]! += steep * Math.log1p(before);
        gradient[14]! += made * (1 - trace.recall[at]!);
        break;
      }
      case FORGOTTEN_AT_CEILING: {
        byOldStability = byStability * model.ceiling;
        gradient[17]! -= byOldStability * before * w[18]!;
        gradient[18]! -= byOldStability * before * w[17]!;
        break;
      }
      case SAME_DAY: {
        const made = byStability * before * gain;
        byOldStability = byStability * gain * (1 - w[19]!);
        gradient[17]! += made * (rating - 3 + w[18]!);
        gradient[18]! += made * w[17]!;
        gradient[19]! -= made * trace.logStability[at]!;
        break;
      }
      case SAME_DAY_KEPT:
      default:
        byOldStability = byStability;
    }
    byStability = byOldStability + curveBack(model, trace, at, days, byRecall, gradient);
    byDifficulty = byOldDifficulty;
  }
  return loss;
}

function firstBack(
  { w }: Coefficients,
  rating: number,
  byStability: number,
  byDifficulty: number,
  gradient: Float64Array,
): void {
  gradient[rating - 1]! += byStability;
  gradient[4]! += byDifficulty;
  gradient[5]! -= byDifficulty * (rating - 1) * Math.exp(w[5]! * (rating - 1));
}

/** @returns dLoss by the difficulty before the review, as far as the difficulty after it goes */
function difficultyBack(
  { w, easyDifficulty }: Coefficients,
  before: number,
  rating: number,
  by: number,
  gradient: Float64Array,
): number {
  if (by === 0) return 0;
  const step = ((rating - 3) * (10 - before)) / 9;
  const byMoved = by * (1 - w[7]!);
  gradient[4]! += by * w[7]!;
  // easyDifficulty = w4 − e^(3 w5) + 1
  gradient[5]! -= by * w[7]! * 3 * (w[4]! + 1 - easyDifficulty);
  gradient[6]! -= byMoved * step;
  gradient[7]! += by * (easyDifficulty - (before - w[6]! * step));
  return byMoved * (1 + (w[6]! * (rating - 3)) / 9);
}

/** @returns dLoss by the stability before the review, as far as the forgetting curve goes */
function curveBack(
  { w, factor, factorByDecay }: Coefficients,
  trace: Trace,
  at: number,
  days: number,
  byRecall: number,
  gradient: Float64Array,
): number {
  if (byRecall === 0) return 0;
  const stability = trace.stability[at]!;
  const part = days / stability;
  const made = byRecall * trace.recall[at]!;
  const decayed = (made * w[20]! * part) / (1 + factor * part);
  gradient[20]! -= made * trace.logBase[at]! + decayed * factorByDecay;
  return (decayed * factor) / stability;
}
