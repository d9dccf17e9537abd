import { shownWith, TRUE, type Question } from '../bank/index.ts';
import type { LiveQuestion } from '../classroom/index.ts';
import type { Response } from '../grading/index.ts';
import { LETTERS, type Letter } from './types.ts';

/** What cards can answer: one of at most four options. */
export type CardQuestion = Extract<Question, { readonly type: 'choice' | 'truefalse' }>;

export function isForCards(question: Question): question is CardQuestion {
  return (
    question.type === 'truefalse' ||
    (question.type === 'choice' && question.distractors.length < LETTERS.length)
  );
}

/** An option as it stands on the board. */
export interface LetteredOption {
  readonly letter: Letter;
  readonly text: string;
  readonly right: boolean;
  /** Why it is right, or wrong; '' where its author gave no reason of its own. */
  readonly why: string;
}

/**
 * The options of a question with their letters: on the board and in grading the same.
 *
 * @param seed of the session; each question has an order of its own
 */
export function optionsFor(question: LiveQuestion, seed: string): LetteredOption[] {
  if (!isForCards(question)) return [];
  const { options, key } = shownWith(question, `${seed}/${question.id}`);
  return options.map((text, at) => ({
    letter: LETTERS[at]!,
    text,
    right: key.includes(text),
    why: whyOf(question, text, key.includes(text)),
  }));
}

function whyOf(question: CardQuestion, text: string, right: boolean): string {
  if (right) return question.explanation;
  if (question.type === 'truefalse') return '';
  return question.distractors.find((one) => one.text === text)?.why ?? '';
}

/** @returns null for a letter that stands on no option: C for true or false, say */
export function responseTo(question: LiveQuestion, seed: string, letter: Letter): Response | null {
  const option = optionsFor(question, seed).find((one) => one.letter === letter);
  return option ? responseWith(question, option.text) : null;
}

/** The response that takes an option. */
export function responseWith({ type }: LiveQuestion, text: string): Response {
  return type === 'truefalse' ? { kind: 'truth', value: text === TRUE } : { kind: 'option', text };
}
