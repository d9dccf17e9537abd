import { seededRandom, shuffled, type Random } from '../primitives/index.ts';
import { optionOrder, type Question } from '../bank/index.ts';
import type { Response, Span } from '../grading/index.ts';

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

/**
 * What was taken on screen, as the response that the grading takes. Taken are: the options; the typed
 * text; the items of an order, all of them; the partners of a match in the order of its pairs, '' where
 * none is chosen yet; the sentences, as `spanName` names them.
 */
export function responseOf(question: Question, taken: readonly string[]): Response {
  switch (question.type) {
    case 'truefalse':
      return { kind: 'truth', value: taken[0] === TRUE };
    case 'multi':
      return { kind: 'options', texts: taken };
    case 'choice':
      return { kind: 'option', text: taken[0] ?? '' };
    case 'order':
      return { kind: 'sequence', items: taken };
    case 'match': {
      const pairs = question.pairs.map(({ left }, place) => ({ left, right: taken[place] ?? '' }));
      return { kind: 'pairs', pairs: pairs.filter(({ right }) => right !== '') };
    }
    case 'evidence':
      return { kind: 'passage', spans: taken.map(spanNamed) };
    case 'open':
      return { kind: 'written', text: taken[0] ?? '' };
    default:
      return { kind: 'typed', text: taken[0] ?? '' };
  }
}

/** A response as it was taken on screen: the way back from `responseOf`. */
export function takenIn(question: Question, response: Response): readonly string[] {
  switch (response.kind) {
    case 'options':
      return response.texts;
    case 'truth':
      return [response.value ? TRUE : FALSE];
    case 'sequence':
      return response.items;
    case 'pairs': {
      const partner = new Map(response.pairs.map(({ left, right }) => [left, right]));
      const pairs = question.type === 'match' ? question.pairs : [];
      return pairs.map(({ left }) => partner.get(left) ?? '');
    }
    case 'passage':
      return response.spans.map(spanName);
    default:
      return [response.text];
  }
}

/** A sentence by where it stands, e.g. `history-6:0-120`. */
export function spanName({ paragraph, start, end }: Span): string {
  return `${paragraph}:${start}-${end}`;
}

function spanNamed(name: string): Span {
  const [, paragraph = '', start, end] = /^(.*):(\d+)-(\d+)$/.exec(name) ?? [];
  return { paragraph, start: Number(start), end: Number(end) };
}
