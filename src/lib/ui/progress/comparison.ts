import { percent } from '../words.ts';
import { t } from '../../language/index.ts';

/** Differences smaller than this are chance, in the played weeks as in real ones. */
const SAME = 0.005;

/** `about 28 % fewer`, `about as many`. */
function moreOrFewer(ratio: number): string {
  if (Math.abs(ratio - 1) < SAME) return t('about as many');
  return t('about {0} {1}', percent(Math.abs(ratio - 1)), ratio < 1 ? 'fewer' : 'more');
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
  const aiming = t('Aiming at {0} instead of {1}', percent(goal), percent(current));
  if (reviews === null || known === null) return t('{0}: nothing to review as yet.', aiming);
  const same = Math.abs(known - 1) < SAME;
  const cards = same
    ? t('as many cards known at any time')
    : t(
        'on average {0} {1} cards known at any time',
        percent(Math.abs(known - 1)),
        known < 1 ? 'fewer' : 'more',
      );
  return t('{0}: {1} reviews, and {2}.', aiming, moreOrFewer(reviews), cards);
}
