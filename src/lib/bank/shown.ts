import { t } from '../language/index.ts';
import { seededRandom, shuffled, type Random } from '../primitives/index.ts';
import { optionOrder } from './options.ts';
import type { Question } from './types.ts';

export const TRUE = t('True');
export const FALSE = t('False');

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

/** Of the options that a question is answered by, the right ones; none where there are no options. */
export function keyOptions(question: Question): readonly string[] {
  switch (question.type) {
    case 'truefalse':
      return [question.answer ? TRUE : FALSE];
    case 'choice':
      return [question.answer];
    case 'multi':
      return question.answers;
    default:
      return [];
  }
}

/** @param seed the same seed shows the same order */
export function shownWith(question: Question, seed: string): Shown {
  const random = seededRandom(seed);
  const key = keyOptions(question);
  switch (question.type) {
    case 'truefalse':
      return { ...NOTHING, options: [TRUE, FALSE], key };
    case 'choice':
    case 'multi':
      return { ...NOTHING, options: optionOrder(question, random), key };
    case 'order':
      return { ...NOTHING, items: disordered(question.items, random) };
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

/** Shuffled, and never into the right order. */
function disordered(items: readonly string[], random: Random): string[] {
  const order = shuffled(items, random);
  const same = order.every((item, place) => item === items[place]);
  return same ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
