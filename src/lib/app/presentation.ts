import { seededRandom, shuffled } from '../primitives/index.ts';
import { optionOrder, type Question } from '../bank/index.ts';
import type { GradableQuestion, Response } from '../grading/index.ts';

export const TRUE = 'True';
export const FALSE = 'False';

/** What a question puts on the table besides its prompt. */
export interface Shown {
  /** To take one or several of; empty for the types that have none. */
  readonly options: readonly string[];
  /** To bring into order, or to match with `partners`: shown, not taken. */
  readonly items: readonly string[];
  readonly partners: readonly string[];
  /** The right ones of `options`. */
  readonly key: readonly string[];
}

const NOTHING: Shown = { options: [], items: [], partners: [], key: [] };

/** @param seed the same seed shows the same order */
export function shownWith(question: Question, seed: string): Shown {
  const random = seededRandom(seed);
  switch (question.type) {
    case 'truefalse': {
      const key = [question.answer ? TRUE : FALSE];
      return { ...NOTHING, options: [TRUE, FALSE], key };
    }
    case 'choice':
      return { ...NOTHING, options: optionOrder(question, random), key: [question.answer] };
    case 'multi':
      return { ...NOTHING, options: optionOrder(question, random), key: question.answers };
    case 'order':
      return { ...NOTHING, items: shuffled(question.items, random) };
    case 'match': {
      const partners = question.pairs.map(({ right }) => right);
      return {
        ...NOTHING,
        items: question.pairs.map(({ left }) => left),
        partners: question.recall ? [] : shuffled(partners, random),
      };
    }
    default:
      return NOTHING;
  }
}

/** The options taken, as the response that the grading takes. */
export function responseOf(question: GradableQuestion, taken: readonly string[]): Response {
  switch (question.type) {
    case 'truefalse':
      return { kind: 'truth', value: taken[0] === TRUE };
    case 'multi':
      return { kind: 'options', texts: taken };
    case 'choice':
      return { kind: 'option', text: taken[0] ?? '' };
    default:
      return { kind: 'typed', text: taken[0] ?? '' };
  }
}

/** A response as it was taken on screen: the way back from `responseOf`. */
export function takenIn(response: Response): readonly string[] {
  switch (response.kind) {
    case 'options':
      return response.texts;
    case 'truth':
      return [response.value ? TRUE : FALSE];
    default:
      return [response.text];
  }
}
