import { ownQuestion, withOwn, type Bank } from '../bank/index.ts';
import { ownQuestions, type QuestionEvent } from '../journal/index.ts';

/**
 * A bank with the learner's own questions in it. One whose words are no longer in the document is left
 * out; its history stays.
 */
export function withOwnQuestions(bank: Bank, events: readonly QuestionEvent[]): Bank {
  const own = ownQuestions(events, bank.id).flatMap(
    ({ id, content }) => ownQuestion(bank.document, id, content) ?? [],
  );
  return withOwn(bank, own);
}
