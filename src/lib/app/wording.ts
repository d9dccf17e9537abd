import { BLANK, type Bank, type Question } from '../bank/index.ts';
import { cardId, type Wording } from '../journal/index.ts';

/** The answer of a question, where it is one text; null where it is a number, a list, a passage. */
export function answerText(question: Question): string | null {
  return 'answer' in question && typeof question.answer === 'string' ? question.answer : null;
}

/** A bank whose questions are worded as the learner has worded them; the same bank where none is. */
export function wordedBank(bank: Bank, edits: ReadonlyMap<string, Wording>): Bank {
  if (edits.size === 0) return bank;
  const questions = bank.questions.map((question) => {
    const wording = edits.get(cardId(bank.id, question.id));
    return wording ? worded(question, wording) : question;
  });
  return { ...bank, questions };
}

/**
 * A question in the learner's words. Words that the question cannot take are passed over, for the bank
 * may have changed since: a cloze without its gap, a key that is also a wrong option.
 */
export function worded(question: Question, wording: Wording): Question {
  const { prompt, answer, explanation } = wording;
  const result = {
    ...question,
    ...(prompt !== undefined && takesPrompt(question, prompt) && { prompt }),
    ...(explanation !== undefined && { explanation }),
  };
  if (answer === undefined || !takesAnswer(question, answer)) return result;
  return { ...result, answer } as Question;
}

/** A prompt says something, and that of a cloze has its one gap. */
export function takesPrompt(question: Question, prompt: string): boolean {
  if (question.type === 'cloze') return prompt.split(BLANK).length === 2;
  return prompt.trim() !== '';
}

/** An answer is one text, says something, and is none of the wrong options. */
export function takesAnswer(question: Question, answer: string): boolean {
  if (answerText(question) === null || answer.trim() === '') return false;
  return !('distractors' in question && question.distractors.some(({ text }) => text === answer));
}
