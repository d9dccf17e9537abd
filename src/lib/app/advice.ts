import { checkBank } from '../bank/check/index.ts';
import type { Bank, Question } from '../bank/index.ts';

/**
 * What the rules for questions would have otherwise in a question of the learner's own, in words. It
 * is judged beside the others on its paragraph. That it has no explanation is nobody's business.
 */
export function adviceOn(bank: Bank, question: Question): string[] {
  const [{ paragraph, section }] = question.cites;
  const beside = bank.questions.filter(
    ({ id, cites }) => id !== question.id && cites[0].paragraph === paragraph,
  );
  const { problems } = checkBank({ ...bank, questions: [...beside, question] }, { part: section });
  const messages = problems
    .filter((problem) => problem.question === question.id)
    .filter(({ rule }) => rule !== 'explanation' || question.explanation !== '')
    .map(({ message }) => message);
  return [...new Set(messages)];
}
