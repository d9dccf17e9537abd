import { BLANK, type Gap } from '../types.ts';
import type { Report } from './parse.ts';
import type { QuestionSource } from './schema.ts';

/** `{{words}}`, or `{{2::words}}`. */
const GAP = /\{\{(?:([1-9]\d?)::)?(.*?)\}\}/g;

/**
 * The gaps of a cloze in the order of their numbers, the first without: each with the prompt in
 * which it alone is open, and with the other wordings that are right. The number is the author's,
 * so that a gap added later leaves the others their cards. Undefined where they are not well
 * written, which is reported.
 */
export function compileGaps(
  { prompt, accept }: Extract<QuestionSource, { type: 'cloze' }>,
  report: Report,
): readonly [Gap, ...Gap[]] | undefined {
  const gaps = [...prompt.matchAll(GAP)].map(([written, number = '1', words]) => ({
    ...{ written, number: Number(number), answer: words!.trim() },
  }));
  const fault = (field: string, message: string) => {
    report([field], message);
    return undefined;
  };
  if (gaps.length === 0 || gaps.some(({ answer }) => answer === '')) {
    return fault('prompt', 'a cloze has at least one gap, written {{like this}}');
  }
  if (new Set(gaps.map(({ answer }) => answer)).size < gaps.length) {
    return fault('prompt', 'two gaps of a cloze hold the same words; leave one open');
  }
  const numbers = gaps.map(({ number }) => number).sort((a, b) => a - b);
  if (numbers[0] !== 1 || new Set(numbers).size < numbers.length) {
    return fault('prompt', 'number the gaps after the first: {{one}} and {{2::another}}');
  }
  if (gaps.length > 1 && Array.isArray(accept) && accept.length > 0) {
    return fault('accept', 'with several gaps, write under each gap’s words what else is right');
  }
  const byGap = Array.isArray(accept) ? { [gaps[0]!.answer]: accept } : accept;
  const stray = Object.keys(byGap).find((words) => !gaps.some(({ answer }) => answer === words));
  if (stray !== undefined) return fault('accept', `no gap of the prompt holds “${stray}”`);
  const compiled = gaps
    .map(({ written, number, answer }): Gap => {
      const opened = prompt.replace(written, BLANK);
      const shown = opened.replace(GAP, (_gap, _number, words: string) => words.trim());
      return { number, prompt: shown, answer, accept: byGap[answer] ?? [] };
    })
    .sort((a, b) => a.number - b.number);
  return compiled as [Gap, ...Gap[]];
}
