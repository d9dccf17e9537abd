import type { LocalDay } from '../../primitives/index.ts';
import { percent, plural, t } from '../../language/index.ts';

/** A score to be expected, as the quiz room gives it. */
export interface PredictionShown {
  readonly count: number;
  readonly unseen: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A prediction held against what came of it. */
export interface CheckShown {
  readonly quiz: string;
  readonly mode: 'exam' | 'practice';
  readonly day: LocalDay;
  readonly prediction: PredictionShown;
  readonly right: number;
  readonly score: number;
  /** Score less prediction. */
  readonly error: number;
  readonly within: boolean;
}

export interface RecordShown {
  readonly checks: readonly CheckShown[];
  readonly bias: number | null;
  readonly size: number | null;
  readonly within: number;
  readonly beforehand: { readonly count: number; readonly right: number };
}

/** With more than this part never studied, a prediction is a guess about guesses. */
const MOSTLY_UNSEEN = 0.8;
/** Fewer checks than this allow no average worth the name. */
const FEW_CHECKS = 3;

/** `Asked all 346 questions today, you would get about 62 % right: between 55 % and 69 %.` */
export function readyWords({ count, share, low, high }: PredictionShown): string {
  return t(
    'Asked all {0} today, you would get about {1} right: between {2} and {3}.',
    plural(count, 'question'),
    percent(share),
    percent(low),
    percent(high),
  );
}

/**
 * What is assumed of the questions that were never studied.
 *
 * @param enough how many first sights it takes to go by them
 */
export function unseenWords(
  { count, unseen }: PredictionShown,
  { beforehand }: Pick<RecordShown, 'beforehand'>,
  enough: number,
): string | null {
  if (unseen === 0) return null;
  const all =
    unseen === count
      ? t('None of them has been studied yet')
      : t('{0} of these you have never studied', plural(unseen, 'question'));
  const as =
    beforehand.count < enough
      ? t('such a question counts as a guess among its options, or as wrong where there are none')
      : t(
          'such a question counts as your quizzes have shown: you got {0} of {1} right that you had not studied, lucky guesses among them',
          beforehand.right,
          beforehand.count,
        );
  const words = `${all}; ${as}.`;
  return unseen / count > MOSTLY_UNSEEN
    ? `${words} ${t('So most of this is assumed as yet.')}`
    : words;
}

/** A difference of two shares in whole points: `9 points`. */
function points(difference: number): string {
  return plural(Math.round(Math.abs(difference) * 100), 'point');
}

/** What the checks come to, in words. */
export function recordWords({ checks, bias, size, within }: RecordShown): string {
  const last = checks[checks.length - 1];
  if (!last || bias === null || size === null) return '';
  if (checks.length < FEW_CHECKS) {
    const { prediction, score } = last;
    return t(
      'Last time {0} was predicted and you got {1}. It takes {2} quizzes to say how far off predictions are as a rule.',
      percent(prediction.share),
      percent(score),
      FEW_CHECKS,
    );
  }
  const rounded = Math.round(bias * 100);
  const mean =
    rounded === 0
      ? t('as high as predicted on average')
      : bias > 0
        ? t('{0} above the prediction on average', points(bias))
        : t('{0} below the prediction on average', points(bias));
  return t(
    'Over {0} quizzes your score was {1}. A single prediction was off by {2}, and {3} of {4} scores lay in the range that was predicted.',
    checks.length,
    mean,
    points(size),
    within,
    checks.length,
  );
}

/** `Exam of 20: 62 % predicted (45 % to 79 %), 70 % right` */
export function checkWords({ mode, prediction, score }: CheckShown): string {
  const { count, share, low, high } = prediction;
  const values = [count, percent(share), percent(low), percent(high), percent(score)] as const;
  return mode === 'exam'
    ? t('Exam of {0}: {1} predicted ({2} to {3}), {4} right', ...values)
    : t('Quiz of {0}: {1} predicted ({2} to {3}), {4} right', ...values);
}

/** `+8`, `−3`, `0`: points that the score was above the prediction. */
export function errorWords({ error }: Pick<CheckShown, 'error'>): string {
  const whole = Math.round(error * 100);
  return whole === 0 ? '0' : `${whole > 0 ? '+' : '−'}${Math.abs(whole)}`;
}
