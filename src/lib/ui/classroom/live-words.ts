import type { Question } from '../../bank/index.ts';
import { t } from '../../language/index.ts';

/** An option as it is said: those of true and false come over the wire in English. */
export function optionWords(type: string, text: string): string {
  if (type !== 'truefalse') return text;
  return text === 'True' ? t('True') : t('False');
}

/** Why each of the wrong options is wrong, by the option. */
export function whysOf(question: Question): ReadonlyMap<string, string> {
  const wrong = 'distractors' in question ? question.distractors : [];
  return new Map(wrong.map(({ text, why }) => [text, why]));
}

/** The right answer of a question that is answered without options; empty for those that have them. */
export function keyLines(question: Question): readonly string[] {
  switch (question.type) {
    case 'open':
    case 'cloze':
    case 'short':
      return [question.answer];
    case 'number':
      return [`${question.answer} ${question.unit}`.trim()];
    case 'order':
      return question.items;
    case 'match':
      return question.pairs.map(({ left, right }) => `${left}: ${right}`);
    default:
      return [];
  }
}

/** A share from 0 to 1 as a whole percentage. */
export function percentOf(share: number): number {
  return Math.round(100 * share);
}

interface Score {
  readonly answered: number;
  readonly verdicts: { readonly right: number };
}

interface Verdicts {
  readonly answered: number;
  readonly verdicts: { readonly right: number; readonly partly: number; readonly wrong: number };
}

/** How a class answered: `3 of 5 have it right`; that nobody has answered is no such share. */
export function scoreWords({ answered, verdicts }: Score): string {
  if (answered === 0) return t('Nobody answered');
  return t('{0} of {1} have it right', verdicts.right, answered);
}

/** The same of the vote before a discussion. */
export function firstScoreWords({ answered, verdicts }: Score): string {
  if (answered === 0) return t('Nobody answered in the first vote');
  return t('In the first vote: {0} of {1}', verdicts.right, answered);
}

/** How a class answered, for its teacher: `3 right, 1 partly, 1 not`. */
export function verdictWords({ answered, verdicts }: Verdicts): string {
  if (answered === 0) return t('Nobody answered');
  return t('{0} right, {1} partly, {2} not', verdicts.right, verdicts.partly, verdicts.wrong);
}

/** The same of the vote before a discussion. */
export function firstVerdictWords({ answered, verdicts }: Verdicts): string {
  if (answered === 0) return t('Nobody answered in the first vote');
  return t(
    'In the first vote: {0} right, {1} partly, {2} not',
    verdicts.right,
    verdicts.partly,
    verdicts.wrong,
  );
}

/** How many of the class are there. */
export function hereWords(present: number, students: number): string {
  return students === 0 ? t('Nobody here yet') : t('{0} of {1} here', present, students);
}

/** How many of the class have answered; null where there is no class yet. */
export function answeredWords(answered: number, students: number): string | null {
  return students === 0 ? null : t('{0} of {1} have answered', answered, students);
}

interface Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The marked words with what is near them, cut at spaces: a projector has no room for a whole page.
 *
 * @param around characters before and after the marked words
 */
export function nearWords({ text, start, end }: Words, around: number) {
  const from = start <= around ? 0 : text.indexOf(' ', start - around) + 1;
  const to = end + around >= text.length ? text.length : text.lastIndexOf(' ', end + around);
  const [first, last] = [Math.min(from, start), Math.max(to, end)];
  return {
    before: (first > 0 ? '… ' : '') + text.slice(first, start),
    words: text.slice(start, end),
    after: text.slice(end, last) + (last < text.length ? ' …' : ''),
  };
}

/**
 * What an answer that is saved is worth, once its question has closed: of two votes the second counts,
 * for those who gave one.
 *
 * @param answered in which vote it was given
 */
export function savedWords(phase: 'discussing' | 'closed', vote: 1 | 2, answered: 1 | 2): string {
  if (phase === 'discussing')
    return t('Your answer is saved. When you vote again, the new one counts.');
  if (vote === 1) return t('Your answer is saved.');
  return answered === 2
    ? t('Your second answer is saved. It is the one that counts.')
    : t('You did not vote again, so your first answer counts.');
}
