import { percent } from '../words.ts';

/** Differences smaller than this are chance, in the played weeks as in real ones. */
const SAME = 0.005;

/** `about 28 % fewer`, `about as many`. */
function moreOrFewer(ratio: number): string {
  if (Math.abs(ratio - 1) < SAME) return 'about as many';
  return `about ${percent(Math.abs(ratio - 1))} ${ratio < 1 ? 'fewer' : 'more'}`;
}

/**
 * What another goal would come to, in one sentence.
 *
 * @param current goals in [0, 1]
 * @param comparison what of the other goal there is for one of the current one
 */
export function comparisonWords(
  current: number,
  goal: number,
  comparison: { readonly reviews: number | null; readonly known: number | null },
): string {
  const { reviews, known } = comparison;
  if (goal === current) return `This is what you aim at now: ${percent(current)}.`;
  const aiming = `Aiming at ${percent(goal)} instead of ${percent(current)}`;
  if (reviews === null || known === null) return `${aiming}: nothing to review as yet.`;
  const same = Math.abs(known - 1) < SAME;
  const cards = same
    ? 'as many cards known at any time'
    : `on average ${percent(Math.abs(known - 1))} ${known < 1 ? 'fewer' : 'more'} cards known at any time`;
  return `${aiming}: ${moreOrFewer(reviews)} reviews, and ${cards}.`;
}
