import type { Question } from '../bank/index.ts';
import { parseNumber } from './number.ts';
import { allowedSlips, normalise, slips } from './text.ts';

/** What the learner answered. Options are given by their text: positions are a matter of display. */
export type Response =
  | { readonly kind: 'option'; readonly text: string }
  | { readonly kind: 'options'; readonly texts: readonly string[] }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'typed'; readonly text: string };

export type Verdict = 'right' | 'partly' | 'wrong';

export interface Grade {
  readonly verdict: Verdict;
  /** From 0 to 1. */
  readonly credit: number;
  /** Why, in words for the learner, where there is something to say beyond the verdict. */
  readonly note?: string;
}

const RIGHT: Grade = { verdict: 'right', credit: 1 };
const WRONG: Grade = { verdict: 'wrong', credit: 0 };

/** The types that `gradeResponse` can grade; the others are graded by the learner. */
export const GRADABLE = ['choice', 'multi', 'truefalse', 'cloze', 'short', 'number'] as const;
export type GradableQuestion = Extract<Question, { type: (typeof GRADABLE)[number] }>;

export function isGradable(question: Question): question is GradableQuestion {
  return (GRADABLE as readonly string[]).includes(question.type);
}

/**
 * Grades a response. A response of a kind that the question does not take is wrong; nothing throws.
 * For `multi` each right option taken and each wrong one left adds to the credit, each error takes
 * it away; never below 0.
 */
export function gradeResponse(question: GradableQuestion, response: Response): Grade {
  switch (question.type) {
    case 'choice': {
      if (response.kind !== 'option') return WRONG;
      if (response.text === question.answer) return RIGHT;
      const taken = question.distractors.find(({ text }) => text === response.text);
      return taken ? { ...WRONG, note: taken.why } : WRONG;
    }
    case 'truefalse':
      return response.kind === 'truth' && response.value === question.answer ? RIGHT : WRONG;
    case 'multi':
      return response.kind === 'options' ? gradeOptions(question, response.texts) : WRONG;
    case 'number': {
      if (response.kind !== 'typed') return WRONG;
      const value = parseNumber(response.text);
      if (value === undefined) return { ...WRONG, note: 'No single number could be read in this.' };
      return Math.abs(value - question.answer) <= question.tolerance ? RIGHT : WRONG;
    }
    case 'cloze':
    case 'short':
      return response.kind === 'typed'
        ? gradeTyped([question.answer, ...question.accept], response.text)
        : WRONG;
  }
}

function gradeOptions(
  question: Extract<Question, { type: 'multi' }>,
  texts: readonly string[],
): Grade {
  const taken = new Set(texts);
  const right = question.answers.filter((answer) => taken.has(answer)).length;
  const wrong = question.distractors.filter(({ text }) => taken.has(text));
  const credit = Math.max(0, (right - wrong.length) / question.answers.length);
  if (credit === 1) return RIGHT;
  const note = wrong[0]?.why ?? `${right} of ${question.answers.length} found.`;
  return credit > 0 ? { verdict: 'partly', credit, note } : { ...WRONG, note };
}

function gradeTyped(accepted: readonly string[], typed: string): Grade {
  const answer = normalise(typed);
  if (answer === '') return WRONG;
  const keys = accepted.map(normalise);
  if (keys.includes(answer)) return RIGHT;
  const number = parseNumber(typed);
  for (const [index, key] of keys.entries()) {
    // “27” for “twenty-seven”, where the key is a number and nothing else.
    if (number !== undefined && isBareNumber(accepted[index]!) && parseNumber(key) === number) {
      return RIGHT;
    }
    const most = allowedSlips(key);
    if (most > 0 && slips(answer, key, most) <= most) {
      return { ...RIGHT, note: `Right, but it is written “${accepted[index]!}”.` };
    }
  }
  return WRONG;
}

function isBareNumber(text: string): boolean {
  return /^[\d.,  ]+$/.test(text) || /^(?:[a-z]+[- ]?)+$/.test(text.toLowerCase())
    ? parseNumber(text) !== undefined
    : false;
}
