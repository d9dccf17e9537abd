import { CONFIDENCES, type Confidence } from '../journal/index.ts';
import type { Outcome } from './outcomes.ts';

/** The chance of being right that each step stands for, where a number is needed. */
const STATED: Readonly<Record<Confidence, number>> = { guess: 0.35, unsure: 0.65, sure: 0.95 };

/** The answers of one step of confidence. */
export interface ConfidenceStep {
  readonly confidence: Confidence;
  readonly stated: number;
  readonly count: number;
  readonly right: number;
  /** Mean credit, in [0, 1]. */
  readonly share: number;
}

/** How well the learner knew what the learner knows. */
export interface Calibration {
  /** From least sure to most; steps that nobody chose are left out. */
  readonly steps: readonly ConfidenceStep[];
  readonly count: number;
  /**
   * The Brier score: mean of (stated chance − credit)², 0 at best; always saying 50 % scores 0.25
   * (G. W. Brier, Monthly Weather Review 78, 1950).
   */
  readonly brier: number;
}

/** @returns null where no answer says how sure it was */
export function calibrationOf(
  answers: readonly Pick<Outcome, 'response' | 'grade' | 'confidence'>[],
): Calibration | null {
  const said = answers.filter(({ confidence, response }) => confidence !== null && response);
  if (said.length === 0) return null;
  const steps = CONFIDENCES.flatMap((confidence) => {
    const own = said.filter((one) => one.confidence === confidence);
    if (own.length === 0) return [];
    const right = own.filter(({ grade }) => grade.verdict === 'right').length;
    const share = own.reduce((sum, { grade }) => sum + grade.credit, 0) / own.length;
    return [{ confidence, stated: STATED[confidence], count: own.length, right, share }];
  });
  const errors = said.map(({ confidence, grade }) => (STATED[confidence!] - grade.credit) ** 2);
  return {
    steps,
    count: said.length,
    brier: errors.reduce((sum, error) => sum + error, 0) / said.length,
  };
}
