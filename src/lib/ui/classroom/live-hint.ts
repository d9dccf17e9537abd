import { t } from '../../language/index.ts';

const HINTS: Readonly<Record<string, string>> = {
  choice: t('Choose one'),
  truefalse: t('True or false?'),
  cloze: t('Type your answer'),
  short: t('Type your answer'),
  number: t('Type a number'),
  open: t('Answer in your own words'),
  order: t('First at the top'),
};

interface Question {
  readonly type: string;
  /** How many options are to be taken. */
  readonly take: number;
  readonly items: readonly string[];
}

/** What a student is to do; where there are several things, how far that is done. */
export function liveHint({ type, take, items }: Question, taken: readonly string[]): string {
  if (type === 'multi') return t('{0} of {1} chosen', taken.length, take);
  if (type !== 'match') return HINTS[type] ?? '';
  return t('{0} of {1} matched', taken.filter((one) => one !== '').length, items.length);
}
