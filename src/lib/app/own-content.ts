import { isOwn, type OwnQuestion, type Question } from '../bank/index.ts';

/** A question of the learner's own as the journal keeps it; null where it is none. */
export function ownContent(question: Question): OwnQuestion | null {
  if (!isOwn(question)) return null;
  if (question.type !== 'open' && question.type !== 'short' && question.type !== 'cloze')
    return null;
  const { type, prompt, explanation, cites } = question;
  const { paragraph, start, end, exact } = cites[0];
  const accept = question.type === 'open' ? [] : question.accept;
  const cite = { paragraph, start, end, exact };
  return { type, prompt, answer: question.answer, accept, explanation, cite };
}
