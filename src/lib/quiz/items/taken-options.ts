import { normalise, type Response } from '../../grading/index.ts';
import { FALSE, TRUE, type Question } from '../../bank/index.ts';

/** An answer that could be taken, or was typed, and how often it was. */
export interface TakenOption {
  readonly text: string;
  /** `typed`: a wrong answer in the learner's own words. */
  readonly role: 'key' | 'distractor' | 'typed';
  readonly count: number;
  /** Of all answers to the question that are known, in [0, 1]; 0 without any. */
  readonly share: number;
  /**
   * Whether a wrong option does its work: at least one in twenty take it (T. M. Haladyna & S. M.
   * Downing, Educ. and Psych. Measurement 53, 1993). Null for what is no distractor, and where there
   * are too few answers to tell.
   */
  readonly functions: boolean | null;
  /** How those who took it did in their other questions, in [0, 1]; null for fewer than five. */
  readonly rest: number | null;
}

/** A known answer, and the mean score of the others in the same taking (null: too few). */
export interface Known {
  readonly response: Response;
  readonly score: number;
  readonly rest: number | null;
}

/** One in twenty, of no fewer answers than this, so that one of them is a twentieth. */
const FUNCTIONING = 0.05;
export const FEWEST_FOR_OPTIONS = 20;
const FEWEST_TAKERS = 5;
/** Wrong answers that were typed once may be anything. */
const OFTEN = 2;
const MOST_TYPED = 5;

/**
 * The options of a question in the order of the bank, the key first; of typed answers the right ones
 * together and the wrong ones that came more than once, the most frequent first. Empty for types
 * whose answers are not counted one by one: orders, pairs, evidence and open questions.
 */
export function takenOptions(question: Question, known: readonly Known[]): TakenOption[] {
  const count = (
    text: string,
    role: TakenOption['role'],
    takers: readonly Known[],
  ): TakenOption => {
    const share = known.length === 0 ? 0 : takers.length / known.length;
    const tells = role === 'distractor' && known.length >= FEWEST_FOR_OPTIONS;
    const functions = tells ? share >= FUNCTIONING : null;
    return { text, role, count: takers.length, share, functions, rest: restOf(takers) };
  };
  const option = (text: string, role: 'key' | 'distractor') =>
    count(
      text,
      role,
      known.filter(({ response }) => takes(response, text)),
    );
  switch (question.type) {
    case 'choice':
      return [
        // By the verdict: since then the key may have been worded anew.
        count(
          question.answer,
          'key',
          known.filter(({ score }) => score === 1),
        ),
        ...question.distractors.map(({ text }) => option(text, 'distractor')),
      ];
    case 'multi':
      return [
        ...question.answers.map((text) => option(text, 'key')),
        ...question.distractors.map(({ text }) => option(text, 'distractor')),
      ];
    case 'truefalse':
      return [true, false].map((value) =>
        option(value ? TRUE : FALSE, value === question.answer ? 'key' : 'distractor'),
      );
    case 'cloze':
    case 'short':
    case 'number': {
      const typed = known.filter(({ response }) => response.kind === 'typed');
      const right = typed.filter(({ score }) => score === 1);
      return [count(String(question.answer), 'key', right), ...wrongTyped(typed, count)];
    }
    default:
      return [];
  }
}

function takes(response: Response, text: string): boolean {
  switch (response.kind) {
    case 'option':
      return response.text === text;
    case 'options':
      return response.texts.includes(text);
    case 'truth':
      return (response.value ? TRUE : FALSE) === text;
    default:
      return false;
  }
}

function wrongTyped(
  typed: readonly Known[],
  count: (text: string, role: 'typed', takers: readonly Known[]) => TakenOption,
): TakenOption[] {
  const alike = new Map<string, Known[]>();
  for (const one of typed) {
    if (one.score === 1 || one.response.kind !== 'typed') continue;
    const words = normalise(one.response.text);
    if (words !== '') alike.set(words, [...(alike.get(words) ?? []), one]);
  }
  return [...alike]
    .filter(([, takers]) => takers.length >= OFTEN)
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .slice(0, MOST_TYPED)
    .map(([words, takers]) => count(words, 'typed', takers));
}

function restOf(takers: readonly Known[]): number | null {
  const rests = takers.flatMap(({ rest }) => (rest === null ? [] : [rest])).sort((a, b) => a - b);
  if (rests.length < FEWEST_TAKERS) return null;
  return rests.reduce((sum, rest) => sum + rest, 0) / rests.length;
}
