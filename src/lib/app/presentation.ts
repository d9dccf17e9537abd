import { TRUE, FALSE, type Question } from '../bank/index.ts';
import type { Response, Span } from '../grading/index.ts';

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
