import { FALSE, TRUE } from '../bank/index.ts';
import type { Asked } from '../classroom/index.ts';
import type { Response } from '../grading/index.ts';

/**
 * What was taken on screen, as a response.
 *
 * @param taken the options; the items in their order; for `match` a partner or '' for each item; or
 *   what was typed
 * @returns null where it makes no whole answer yet
 */
export function responseTo(
  { type, items, take }: Pick<Asked, 'type' | 'items' | 'take'>,
  taken: readonly string[],
): Response | null {
  const [first = ''] = taken;
  switch (type) {
    case 'truefalse':
      // In another language than it was taken in, it is neither.
      return first === TRUE || first === FALSE ? { kind: 'truth', value: first === TRUE } : null;
    case 'choice':
      return first === '' ? null : { kind: 'option', text: first };
    case 'multi':
      return taken.length === take ? { kind: 'options', texts: taken } : null;
    case 'order':
      return taken.length === items.length ? { kind: 'sequence', items: taken } : null;
    case 'match': {
      const pairs = items.map((left, at) => ({ left, right: taken[at] ?? '' }));
      const made = pairs.filter(({ right }) => right !== '');
      return made.length === 0 ? null : { kind: 'pairs', pairs: made };
    }
    default:
      return first.trim() === '' ? null : { kind: 'typed', text: first };
  }
}

/** What is taken on screen where this response stands: the other way round. */
export function takenAs({ items }: Pick<Asked, 'items'>, response: Response): readonly string[] {
  switch (response.kind) {
    case 'truth':
      return [response.value ? TRUE : FALSE];
    case 'options':
      return response.texts;
    case 'sequence':
      return response.items;
    case 'pairs':
      return items.map((left) => response.pairs.find((pair) => pair.left === left)?.right ?? '');
    case 'option':
    case 'typed':
      return [response.text];
    default:
      return [];
  }
}
