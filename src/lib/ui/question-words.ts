import type { Question, QuestionType } from '../bank/index.ts';
import { isOwn } from './own-question.ts';
import { longSpan } from './words.ts';
import { percent, t } from '../language/index.ts';

/** The types of questions, as a learner would call them. */
export const TYPE_WORDS: Readonly<Record<QuestionType, string>> = {
  open: t('Flashcard'),
  choice: t('Multiple choice'),
  multi: t('Several answers'),
  truefalse: t('True or false'),
  cloze: t('Fill the gap'),
  short: t('Short answer'),
  number: t('Number'),
  order: t('Put in order'),
  match: t('Match pairs'),
  evidence: t('Find the evidence'),
};

/** The type of a question, and whether it is the learner's own: `Your own · Flashcard`. */
export function kindWords(question: Pick<Question, 'id' | 'type'>): string {
  const type = TYPE_WORDS[question.type];
  return isOwn(question) ? t('Your own · {0}', type) : type;
}

/** How a card stands, as `standingOf` in the app says it. */
export type StandingShown =
  | { readonly kind: 'new' | 'suspended' | 'learning' }
  | { readonly kind: 'due'; readonly recall: number }
  | { readonly kind: 'later'; readonly days: number; readonly recall: number };

/** Questions with how they stand. */
export type NotesShown = readonly {
  readonly card: string;
  readonly question: Question;
  readonly standing: StandingShown;
}[];

/** `Due now · recall 87 %`, `Next in 4 days · recall 96 %`. */
export function standingWords(standing: StandingShown): string {
  switch (standing.kind) {
    case 'new':
      return t('New');
    case 'suspended':
      return t('Suspended');
    case 'learning':
      return t('Comes again today');
    case 'due':
      return t('Due now · recall {0}', percent(standing.recall));
    case 'later': {
      const wait = longSpan({ unit: 'days', count: standing.days });
      return t('Next in {0} · recall {1}', wait, percent(standing.recall));
    }
  }
}
