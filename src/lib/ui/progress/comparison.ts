import { percent, t } from '../../language/index.ts';

/** Differences smaller than this are chance, in the played weeks as in real ones. */
const SAME = 0.005;

/** `about 28 % fewer reviews`, `about as many reviews`. */
function reviewWords(ratio: number): string {
  if (Math.abs(ratio - 1) < SAME) return t('about as many reviews');
  const difference = percent(Math.abs(ratio - 1));
  return ratio < 1
    ? t('about {0} fewer reviews', difference)
    : t('about {0} more reviews', difference);
}

/** `on average 4 % fewer cards known at any time`. */
function knownWords(ratio: number): string {
  if (Math.abs(ratio - 1) < SAME) return t('as many cards known at any time');
  const difference = percent(Math.abs(ratio - 1));
  return ratio < 1
    ? t('on average {0} fewer cards known at any time', difference)
    : t('on average {0} more cards known at any time', difference);
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
  if (goal === current) return t('This is what you aim at now: {0}.', percent(current));
  const goals = [percent(goal), percent(current)] as const;
  if (reviews === null || known === null) {
    return t('Aiming at {0} instead of {1}: nothing to review as yet.', ...goals);
  }
  return t(
    'Aiming at {0} instead of {1}: {2}, and {3}.',
    ...goals,
    reviewWords(reviews),
    knownWords(known),
  );
}
