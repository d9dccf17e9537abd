import type { Question } from '../bank/index.ts';
import { t } from '../language/index.ts';
import type { QuizTable } from './quiz-table.ts';

const HINTS = {
  choice: t('Choose one'),
  truefalse: t('True or false?'),
  cloze: t('Type your answer'),
  short: t('Type your answer'),
  number: t('Type a number'),
  order: t('First at the top'),
  open: t('Answer, then compare'),
};

/** What is asked of the learner; where there are several things to do, how far that is done. */
export function hintWords(question: Question, taken: readonly string[], table: QuizTable): string {
  switch (question.type) {
    case 'multi':
      return t('{0} of {1} chosen', taken.length, question.answers.length);
    case 'evidence':
      return t('{0} of {1} pointed out', taken.length, table.key.length);
    case 'match': {
      const matched = taken.filter((one) => one !== '').length;
      return t('{0} of {1} matched', matched, table.items.length);
    }
    default:
      return HINTS[question.type];
  }
}
