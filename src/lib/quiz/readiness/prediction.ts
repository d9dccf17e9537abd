import type { Beforehand } from './first-sights.ts';

/** A question that may be asked. */
export interface Asked {
  /** The chance that it will be recalled, in [0, 1]; null where it was never studied. */
  readonly recall: number | null;
  /** The chance of being right by guessing, in [0, 1]. */
  readonly guess: number;
}

/** How many of some questions will be right, as a share. */
export interface Prediction {
  /** Of how many questions, and how many of them were never studied. */
  readonly count: number;
  readonly unseen: number;
  readonly share: number;
  /** Where the score will lie with 95 % confidence. */
  readonly low: number;
  readonly high: number;
  /** The variance of the score that is not the memory model's fault: chance, and what is not known. */
  readonly variance: number;
}

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959964;

/**
 * The score to be expected: the mean of the chances of being right. What was studied is right with
 * its chance of recall, in which lucky guesses are counted already, for a card is asked in study as it
 * is in a quiz. What was not is right as `beforehand` says.
 *
 * Its variance has three parts. By chance: the score is a sum of questions that come out each with a
 * chance of its own (Poisson binomial), Σ p(1 − p) / n². For what was never met: how sure that share
 * is. And for the memory model, which may be wrong about all cards alike: `modelError`, for the part
 * that was studied. The range is normal, with half a question added for scores that come in steps.
 *
 * @param modelVariance the variance of the model's error in a score, of shares
 * @returns null where nothing is asked
 */
export function predictScore(
  asked: readonly Asked[],
  { known, variance: ofKnown }: Pick<Beforehand, 'known' | 'variance'>,
  modelVariance: number,
): Prediction | null {
  const count = asked.length;
  if (count === 0) return null;
  let [sum, chance, open, unseen] = [0, 0, 0, 0];
  for (const { recall, guess } of asked) {
    const right = recall ?? guess + (1 - guess) * known;
    sum += right;
    chance += right * (1 - right);
    if (recall !== null) continue;
    unseen++;
    open += 1 - guess;
  }
  const share = Math.min(1, sum / count);
  const variance = chance / count ** 2 + ofKnown * (open / count) ** 2;
  const studied = (count - unseen) / count;
  const half = Z * Math.sqrt(variance + modelVariance * studied ** 2) + 1 / (2 * count);
  const [low, high] = [Math.max(0, share - half), Math.min(1, share + half)];
  return { count, unseen, share, low, high, variance };
}
