import { eachQuestion, type CheckContext, type Item, type Rule } from '../types.ts';
import { percent } from '../../../language/index.ts';

const LOW = 0.45;
const HIGH = 0.55;
/** Below this, one question more or less moves the share by more than the rule allows. */
const ENOUGH = 10;

/** Rule 12, the bank. */
export const trueFalseBalance: Rule = {
  name: 'truefalse-balance',
  about: `45 to 55 % of the true/false questions are true (judged from ${ENOUGH} on).`,
  scope: 'bank',
  check: ({ items }: CheckContext) => {
    const all = items.flatMap(({ question }) => (question.type === 'truefalse' ? [question] : []));
    if (all.length < ENOUGH) return [];
    const right = all.filter(({ answer }) => answer).length;
    const share = right / all.length;
    if (share >= LOW && share <= HIGH) return [];
    return [
      {
        question: '',
        message: `${right} of ${all.length} true/false questions are true (${percent(share)}). Turn some of the others round, to between ${percent(LOW)} and ${percent(HIGH)}.`,
      },
    ];
  },
};

const NEGATION = /\b(?:not|never|no longer|cannot|\w+n[’']t)\b/i;

/** Rule 12, one question. */
export const trueFalseNot = eachQuestion(
  {
    name: 'truefalse-not',
    about: 'No statement is made false by inserting “not”.',
    english: true,
  },
  ({ question, stem, quotes }: Item) => {
    if (question.type !== 'truefalse' || question.answer) return [];
    const word = NEGATION.exec(stem)?.[0];
    if (!word || NEGATION.test(quotes)) return [];
    return [`The statement seems to be made false by “${word}”. Change a fact in it instead.`];
  },
);
