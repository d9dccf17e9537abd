import type { Question } from '../../bank/index.ts';
import { guessChance } from '../guessing.ts';
import { FEWEST_TAKINGS } from './discrimination.ts';
import type { ItemFigures } from './figures.ts';
import { BROKEN, type BrokenRule } from './rules.ts';
import { FEWEST_FOR_OPTIONS, type TakenOption } from './taken-options.ts';
import { locale, percent, t } from '../../language/index.ts';

/** Something in the answers that speaks against a question. */
export interface ItemFinding {
  readonly kind: keyof typeof BROKEN;
  readonly rule: BrokenRule;
  /** What was seen. */
  readonly message: string;
  /** How to mend it. */
  readonly mend: string;
}

/** Below this a question hardly tells who knows from who does not (R. L. Ebel 1965). */
const WEAK = 0.2;
/** From here on hardly anybody is wrong, so that no distractor can be at work. */
const EASY = 0.95;
const TWO_PLACES = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
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
      t(
        '“{0}” was given {1}, the key “{2}” {3}.',
        wrong.text,
        times(wrong.count),
        key.text,
        times(key.count),
      ),
      t(
        'Read the cited passage again: is the key right, and is the other answer wrong by it? If both can be defended, narrow the stem or replace that answer.',
      ),
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
  const missed = t(
    'Who did best in the other questions misses this one more often than who did worst.',
  );
  return [
    finding(
      'best-miss',
      drawn
        ? `${missed} ${t('Those who gave “{0}” did better elsewhere than those who gave the key.', drawn.text)}`
        : missed,
      t(
        'Look for a second answer that somebody who knows much could defend, or for a key that is wrong. Narrow the stem until only the key is left.',
      ),
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
      t(
        'Right {0} of {1} times: no more than guessing would bring ({2}).',
        right,
        count,
        percent(chance),
      ),
      t(
        'Does the cited passage say it plainly enough? Cite the sentence that does, or ask for what it says.',
      ),
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
        t('“{0}” was typed {1}, and is not accepted.', text, times(count)),
        t(
          'If it is right as well, add it to “accept”. If not, say in the stem what is asked, and in the explanation why this is wrong.',
        ),
      ),
    );
}

function weak({ discrimination }: ItemFigures): ItemFinding[] {
  const { correlation, high } = discrimination;
  if (correlation === null || high === null || high >= WEAK) return [];
  return [
    finding(
      'weak',
      t(
        'Who does well elsewhere does no better here ({0}; from {1} on a question tells something).',
        correlation.toLocaleString(locale(), TWO_PLACES),
        WEAK.toLocaleString(locale(), TWO_PLACES),
      ),
      t(
        'Ask for something that follows from understanding the passage, or say more plainly what is asked.',
      ),
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
        t('Right {0} of {1} times, so that no distractor is at work.', right, count),
        t(
          'It may be well known by now. If somebody who has not read the text can guess it as well, make the distractors mistakes that readers really make.',
        ),
      ),
    ];
  }
  const distractors = options.filter(({ role }) => role === 'distractor');
  const mend =
    options.length > 3
      ? t(
          'Put in its place a mistake that a half-careful reader makes, of the same kind as the others, or leave it out: three options are enough (Rodriguez 2005).',
        )
      : t(
          'Put in its place a mistake that a half-careful reader makes, of the same kind as the others.',
        );
  return distractors
    .filter(({ functions }) => functions === false)
    .map((option) =>
      finding(
        'unused',
        option.count === 0
          ? t('Nobody took “{0}” in {1} answers.', option.text, count)
          : t(
              '“{0}” was taken {1} in {2}: less than one in twenty.',
              option.text,
              times(option.count),
              count,
            ),
        mend,
      ),
    );
}

function times(count: number): string {
  return count === 1 ? t('once') : t('{0} times', count);
}
