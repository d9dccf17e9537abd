/** A question that a quiz asked before it was ever studied. */
export interface FirstSight {
  readonly right: boolean;
  /** The chance of being right by guessing, in [0, 1]. */
  readonly guess: number;
}

/** How much somebody knows of what they have never met. */
export interface Beforehand {
  /** Questions that were seen for the first time in a quiz, and those of them that were right. */
  readonly count: number;
  readonly right: number;
  /** The share that is known without having been studied, beyond guessing, in [0, 1]. */
  readonly known: number;
  /** The variance of that share. */
  readonly variance: number;
}

/** With fewer first sights an unseen question counts as a guess and no more. */
export const ENOUGH_SIGHTS = 20;

/**
 * What first sights tell. A question is answered rightly when it is known, or else by a guess:
 * P = g + (1 − g)·k. Solved for k over all of them, that is the correction for guessing of formula
 * scoring (L. L. Thurstone 1919; L. Crocker & J. Algina 1986, ch. 18). The variance adds two right and
 * two wrong ones, which keeps it honest where there are few (A. Agresti & B. A. Coull, The American
 * Statistician 52, 1998).
 */
export function beforehand(sights: readonly FirstSight[]): Beforehand {
  const right = sights.filter((sight) => sight.right).length;
  const guessed = sights.reduce((sum, { guess }) => sum + guess, 0);
  /** What first sights weigh once guessing is taken out of them, and what of it was known. */
  const weight = sights.length - guessed;
  const known = right - guessed;
  const near = within((known + 2) / (weight + 4));
  return {
    count: sights.length,
    right,
    known: sights.length < ENOUGH_SIGHTS || weight <= 0 ? 0 : within(known / weight),
    variance: (near * (1 - near)) / (weight + 4),
  };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
