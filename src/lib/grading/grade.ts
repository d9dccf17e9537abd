import type { Question } from '../bank/index.ts';
import { gradeOrder, gradePairs, gradePassage } from './arranged.ts';
import { isBareNumber, parseNumber } from './number.ts';
import { RIGHT, WRONG, type Grade, type Response } from './response.ts';
import { allowedSlips, differByPrefix, normalise, slips } from './text.ts';
import { t } from '../language/index.ts';

/** Whether `gradeResponse` can grade it; an open question is judged by the learner, at the source. */
export function isGradable({ type }: Pick<Question, 'type'>): boolean {
  return type !== 'open';
}

/** What the learner's own judgement of an open question is worth. */
const JUDGED: Readonly<Record<Grade['verdict'], Grade>> = {
  right: RIGHT,
  partly: { verdict: 'partly', credit: 0.5 },
  wrong: WRONG,
};

/**
 * Grades a response. A response of a kind that the question does not take is wrong; nothing throws.
 * For `multi` each right option taken adds to the credit and each wrong one takes as much away; never
 * below 0: credit = max(0, (right − wrong) / answers). For `order`, `match` and `evidence` see there.
 */
export function gradeResponse(question: Question, response: Response): Grade {
  switch (question.type) {
    case 'choice': {
      if (response.kind !== 'option') return WRONG;
      if (response.text === question.answer) return RIGHT;
      const taken = question.distractors.find(({ text }) => text === response.text);
      return taken ? { ...WRONG, note: taken.why } : WRONG;
    }
    case 'truefalse':
      return response.kind === 'truth' && response.value === question.answer ? RIGHT : WRONG;
    case 'multi':
      return response.kind === 'options' ? gradeOptions(question, response.texts) : WRONG;
    case 'number':
      return response.kind === 'typed' ? gradeNumber(question, response.text) : WRONG;
    case 'cloze':
    case 'short':
      return response.kind === 'typed'
        ? gradeTyped([question.answer, ...question.accept], response.text)
        : WRONG;
    case 'order':
      return response.kind === 'sequence' ? gradeOrder(question.items, response.items) : WRONG;
    case 'match':
      return response.kind === 'pairs' ? gradePairs(question.pairs, response.pairs) : WRONG;
    case 'evidence':
      return response.kind === 'passage'
        ? gradePassage(question.passages ?? question.cites, response.spans)
        : WRONG;
    case 'open':
      return response.kind === 'judged' ? JUDGED[response.verdict] : WRONG;
  }
}

function gradeOptions(
  question: Extract<Question, { type: 'multi' }>,
  texts: readonly string[],
): Grade {
  const taken = new Set(texts);
  const right = question.answers.filter((answer) => taken.has(answer)).length;
  const wrong = question.distractors.filter(({ text }) => taken.has(text));
  const credit = Math.max(0, (right - wrong.length) / question.answers.length);
  if (credit === 1) return RIGHT;
  const note = wrong[0]?.why ?? t('{0} of {1} found.', right, question.answers.length);
  return credit > 0 ? { verdict: 'partly', credit, note } : { ...WRONG, note };
}

const SCALES = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

function gradeNumber(question: Extract<Question, { type: 'number' }>, typed: string): Grade {
  const value = parseNumber(typed);
  if (value === undefined) return { ...WRONG, note: t('No single number could be read in this.') };
  // Where the unit is “billion dollars”, both 20 and 20 billion mean the same.
  const scale = /\b(hundred|thousand|million|billion|trillion)s?\b/.exec(question.unit)?.[1];
  const readings = scale ? [value, value / SCALES[scale as keyof typeof SCALES]] : [value];
  // 2.6 lies within 0.1 of 2.5 though binary fractions put it a hair beyond.
  const hair = 1e-9 * Math.max(1, Math.abs(question.answer));
  const near = (reading: number) =>
    Math.abs(reading - question.answer) <= question.tolerance + hair;
  return readings.some(near) ? RIGHT : WRONG;
}

function gradeTyped(accepted: readonly string[], typed: string): Grade {
  if (accepted.some((key) => key.trim() === typed.trim())) return RIGHT;
  const answer = normalise(typed);
  if (answer === '') return WRONG;
  if (accepted.some((key) => normalise(key) === answer)) return RIGHT;
  const number = parseNumber(typed);
  // “27” for “twenty-seven”, where the key is a number and nothing else.
  const meant = (key: string) => isBareNumber(key) && parseNumber(key) === number;
  if (number !== undefined && accepted.some(meant)) return RIGHT;
  const slipped = accepted.find((key) => isSlip(answer, normalise(key)));
  return slipped === undefined
    ? WRONG
    : { ...RIGHT, note: t('Right, but it is written “{0}”.', slipped) };
}

/** Whether the answer is the key with a slip of typing, and says nothing else by it. */
function isSlip(answer: string, key: string): boolean {
  const most = allowedSlips(key);
  if (most === 0 || slips(answer, key, most) > most || differByPrefix(answer, key)) return false;
  const [typed, meant] = [parseNumber(answer), parseNumber(key)];
  return typed === undefined || meant === undefined || typed === meant;
}
