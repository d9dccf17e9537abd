import type { Question } from '../../bank/index.ts';
import { guessChance } from '../guessing.ts';
import { FEWEST_TAKINGS } from './discrimination.ts';
import type { ItemFigures } from './figures.ts';
import { FEWEST_FOR_OPTIONS, type TakenOption } from './taken-options.ts';

/** A rule of the standard for questions. */
export interface BrokenRule {
  /** Its place in the standard: part A is checked by machine, part B judged by a reader. */
  readonly place: `${'A' | 'B'} ${number}`;
  /** What it asks. */
  readonly words: string;
  /** The rule of the checker (`bank/check`) that looks for the same by machine; null: none can. */
  readonly checker: string | null;
}

/** Something in the answers that speaks against a question. */
export interface ItemFinding {
  readonly kind: keyof typeof BROKEN;
  readonly rule: BrokenRule;
  /** What was seen. */
  readonly message: string;
  /** How to mend it. */
  readonly mend: string;
}

/** What each finding breaks. A test holds the checker's names to the rules that there are. */
export const BROKEN = {
  'key-beaten': {
    place: 'A 6',
    words: 'Exactly one key.',
    checker: 'one-key',
  },
  'best-miss': {
    place: 'B 2',
    words: 'Exactly one answer can be defended.',
    checker: 'distractor-elsewhere',
  },
  'often-wrong': {
    place: 'B 2',
    words: 'Exactly one answer can be defended.',
    checker: null,
  },
  'at-chance': {
    place: 'B 1',
    words: 'The key is stated or entailed by the cited passage alone.',
    checker: 'key-grounded',
  },
  weak: {
    place: 'B 4',
    words: 'It is worth knowing: a claim, reason, number or actor, not a stray detail.',
    checker: null,
  },
  'too-easy': {
    place: 'B 5',
    words: 'An educated outsider could not guess it.',
    checker: 'blind-strategies',
  },
  unused: {
    place: 'B 6',
    words: 'Each distractor is a mistake that a half-careful reader makes.',
    checker: 'option-kind',
  },
} as const satisfies Readonly<Record<string, BrokenRule>>;

/** Below this a question hardly tells who knows from who does not (R. L. Ebel 1965). */
const WEAK = 0.2;
/** From here on hardly anybody is wrong, so that no distractor can be at work. */
const EASY = 0.95;
/** A wrong answer that so many gave, and so large a part of all, is no slip. */
const OFTEN = { count: 3, share: 0.2 };

/**
 * What the answers to a question say against it, the gravest first. Nothing is said before there are
 * enough answers to say it: ten, or twenty for single options.
 */
export function findingsIn(question: Question, figures: ItemFigures): ItemFinding[] {
  const beaten = keyBeaten(figures);
  const missed = bestMiss(figures);
  return [
    ...beaten,
    ...missed,
    ...atChance(question, figures),
    ...(beaten.length === 0 ? oftenWrong(figures) : []),
    ...(missed.length === 0 ? weak(figures) : []),
    ...easyOrUnused(question, figures),
  ];
}

function finding(kind: keyof typeof BROKEN, message: string, mend: string): ItemFinding {
  return { kind, rule: BROKEN[kind], message, mend };
}

function mostTaken({ options }: ItemFigures): TakenOption | undefined {
  const wrong = options.filter(({ role }) => role !== 'key');
  return wrong.toSorted((a, b) => b.count - a.count)[0];
}

function keyBeaten(figures: ItemFigures): ItemFinding[] {
  const { count, options } = figures;
  const wrong = mostTaken(figures);
  const keys = options.filter(({ role }) => role === 'key');
  const key = keys.toSorted((a, b) => a.count - b.count)[0];
  if (!key || !wrong || count < FEWEST_TAKINGS || wrong.count <= key.count) return [];
  return [
    finding(
      'key-beaten',
      `“${wrong.text}” was given ${times(wrong.count)}, the key “${key.text}” ${times(key.count)}.`,
      'Read the cited passage again: is the key right, and is the other answer wrong by it? If both can be defended, narrow the stem or replace that answer.',
    ),
  ];
}

function bestMiss({ discrimination, options }: ItemFigures): ItemFinding[] {
  const { correlation, upperLower, high } = discrimination;
  const below = upperLower !== null ? upperLower < 0 : high !== null && high < 0;
  if (!below || correlation === null || correlation >= 0) return [];
  const key = options.find(({ role }) => role === 'key');
  const drawn = options.find(
    ({ role, rest }) => role !== 'key' && rest !== null && key?.rest != null && rest > key.rest,
  );
  const lure = drawn
    ? ` Those who gave “${drawn.text}” did better elsewhere than those who gave the key.`
    : '';
  return [
    finding(
      'best-miss',
      `Who did best in the other questions misses this one more often than who did worst.${lure}`,
      'Look for a second answer that somebody who knows much could defend, or for a key that is wrong. Narrow the stem until only the key is left.',
    ),
  ];
}

function atChance(question: Question, figures: ItemFigures): ItemFinding[] {
  const { count, right, difficulty } = figures;
  const chance = guessChance(question);
  if (chance === 0 || count < FEWEST_TAKINGS || difficulty.share > chance) return [];
  return [
    finding(
      'at-chance',
      `Right ${right} of ${count} times: no more than guessing would bring (${Math.round(chance * 100)} %).`,
      'Does the cited passage say it plainly enough? Cite the sentence that does, or ask for what it says.',
    ),
  ];
}

function oftenWrong({ options }: ItemFigures): ItemFinding[] {
  return options
    .filter(({ role }) => role === 'typed')
    .filter(({ count, share }) => count >= OFTEN.count && share >= OFTEN.share)
    .map(({ text, count }) =>
      finding(
        'often-wrong',
        `“${text}” was typed ${times(count)}, and is not accepted.`,
        'If it is right as well, add it to “accept”. If not, say in the stem what is asked, and in the explanation why this is wrong.',
      ),
    );
}

function weak({ discrimination }: ItemFigures): ItemFinding[] {
  const { correlation, high } = discrimination;
  if (correlation === null || high === null || high >= WEAK) return [];
  return [
    finding(
      'weak',
      `Who does well elsewhere does no better here (${correlation.toFixed(2)}; from ${WEAK.toFixed(2)} on a question tells something).`,
      'Ask for something that follows from understanding the passage, or say more plainly what is asked.',
    ),
  ];
}

function easyOrUnused(
  question: Question,
  { count, right, difficulty, options }: ItemFigures,
): ItemFinding[] {
  if (count < FEWEST_FOR_OPTIONS || guessChance(question) === 0) return [];
  if (difficulty.share >= EASY) {
    return [
      finding(
        'too-easy',
        `Right ${right} of ${count} times, so that no distractor is at work.`,
        'It may be well known by now. If somebody who has not read the text can guess it as well, make the distractors mistakes that readers really make.',
      ),
    ];
  }
  const distractors = options.filter(({ role }) => role === 'distractor');
  const dropped =
    options.length > 3 ? ', or leave it out: three options are enough (Rodriguez 2005).' : '.';
  return distractors
    .filter(({ functions }) => functions === false)
    .map((option) =>
      finding(
        'unused',
        option.count === 0
          ? `Nobody took “${option.text}” in ${count} answers.`
          : `“${option.text}” was taken ${times(option.count)} in ${count}: less than one in twenty.`,
        `Put in its place a mistake that a half-careful reader makes, of the same kind as the others${dropped}`,
      ),
    );
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
