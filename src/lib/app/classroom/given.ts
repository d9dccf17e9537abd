import { FALSE, TRUE } from '../../bank/index.ts';
import type { Response } from '../../grading/index.ts';
import type { Asked } from '../../classroom/index.ts';

/**
 * What was taken on a phone’s screen, as a response: see `responseOf` for what is taken. Of the question
 * the phone has only what went over the wire.
 */
export function given(question: Asked, taken: readonly string[]): Response {
  switch (question.type) {
    case 'truefalse':
      return { kind: 'truth', value: taken[0] === TRUE };
    case 'choice':
      return { kind: 'option', text: taken[0] ?? '' };
    case 'multi':
      return { kind: 'options', texts: taken };
    case 'order':
      return { kind: 'sequence', items: taken };
    case 'match': {
      const pairs = question.items.map((left, at) => ({ left, right: taken[at] ?? '' }));
      return { kind: 'pairs', pairs: pairs.filter(({ right }) => right !== '') };
    }
    case 'open':
      return { kind: 'written', text: taken[0] ?? '' };
    default:
      return { kind: 'typed', text: taken[0] ?? '' };
  }
}

/** Whether what was taken makes an answer. */
export function isGiven(question: Asked, taken: readonly string[]): boolean {
  if (question.type === 'multi') return taken.length === question.take;
  if (question.type === 'match') return taken.some((one) => one !== '');
  return (taken[0] ?? '').trim() !== '';
}

/** One more option: of a choice it takes the place of the last, of several it is added or put back. */
export function withTaken(question: Asked, taken: readonly string[], option: string): string[] {
  if (question.type !== 'multi') return [option];
  if (taken.includes(option)) return taken.filter((one) => one !== option);
  return taken.length < question.take ? [...taken, option] : [...taken];
}

/** A response as it was taken on screen: the way back from `given`. */
export function takenOf(question: Asked, response: Response): readonly string[] {
  switch (response.kind) {
    case 'truth':
      return [response.value ? TRUE : FALSE];
    case 'options':
      return response.texts;
    case 'sequence':
      return response.items;
    case 'pairs': {
      const partner = new Map(response.pairs.map(({ left, right }) => [left, right]));
      return question.items.map((left) => partner.get(left) ?? '');
    }
    case 'passage':
      return [];
    default:
      return [response.text];
  }
}
