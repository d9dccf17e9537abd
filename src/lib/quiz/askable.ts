import { withPassages, type Bank, type Question } from '../bank/index.ts';

/**
 * The questions of a bank that a quiz can ask, as it asks them. What is to be named from memory only
 * cannot be answered by choosing partners: such backs of a match are left to the cards.
 */
export function askable(bank: Bank): Question[] {
  return bank.questions
    .filter((question) => !(question.type === 'match' && question.recall))
    .map((question) =>
      question.type === 'evidence' ? withPassages(question, bank.document) : question,
    );
}

/** The section that a question belongs to: that of the passage its key rests on. */
export function sectionOf(question: Question): string {
  return question.cites[0].section;
}
