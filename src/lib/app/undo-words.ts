import { BLANK, type Question } from '../bank/index.ts';
import { isReview, type Stroke, type Undoable } from './undo.ts';
import { plural, t } from '../language/index.ts';

const GRADES = { 1: t('Again'), 2: t('Hard'), 3: t('Good'), 4: t('Easy') } as const;

const NAMES = {
  bury: t('Bury'),
  suspend: t('Suspend'),
  resume: t('Back in the queue'),
  tag: t('Tags'),
  edit: t('Edit'),
  reset: t('Start over'),
} as const;

/** Characters of a question that are enough to know it by. */
const ENOUGH = 48;

/** `Taken back: Good on “Who founded the town?”`, `Taken back: Bury on 12 cards`. */
export function takenBackWords(stroke: Stroke, question: Question | undefined): string {
  const cards = new Set(stroke.map(({ card }) => card)).size;
  const names = namesOf(stroke);
  if (cards > 1) return t('Taken back: {0} on {1}', names, plural(cards, 'card'));
  return question
    ? t('Taken back: {0} on “{1}”', names, shortened(question))
    : t('Taken back: {0}', names);
}

/** `Good`, `Suspend`; `Again and Suspend` where a grade set its card aside. */
function namesOf(stroke: Stroke): string {
  const review = stroke.find(isReview);
  const other = stroke.find((event) => event !== review);
  if (review && other) return t('{0} and {1}', nameOf(review), nameOf(other));
  return nameOf(review ?? other ?? stroke[0]);
}

function nameOf(event: Undoable): string {
  switch (event.kind) {
    case 'review':
      return GRADES[event.rating];
    case 'flag':
      return event.flagged ? t('Flag') : t('Flag taken off');
    default:
      return NAMES[event.kind];
  }
}

function shortened({ prompt }: Question): string {
  const words = prompt.replaceAll(BLANK, '…');
  if (words.length <= ENOUGH) return words;
  const cut = words.lastIndexOf(' ', ENOUGH);
  return `${words.slice(0, cut > 0 ? cut : ENOUGH)} …`;
}
