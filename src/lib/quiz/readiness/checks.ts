import type { LocalDay } from '../../primitives/index.ts';
import type { EventId } from '../../journal/index.ts';
import { beforehand, type Beforehand, type FirstSight } from './first-sights.ts';
import { predictScore, type Prediction } from './prediction.ts';

/** A quiz that was finished. */
export interface FinishedQuiz {
  readonly quiz: string;
  readonly mode: 'exam' | 'practice';
  /** What a prediction for it may know: the journal before this event. */
  readonly begun: { readonly id: EventId; readonly at: number; readonly day: LocalDay };
  /** It was drawn from all there is, and not made of questions picked one by one, as mistakes are. */
  readonly drawn: boolean;
  readonly questions: readonly {
    readonly question: string;
    readonly right: boolean;
    /** As the journal had it when the quiz began; null: never studied. */
    readonly recall: number | null;
    readonly guess: number;
  }[];
}

/** A prediction held against what came of it. */
export interface Check {
  readonly quiz: string;
  readonly mode: 'exam' | 'practice';
  readonly day: LocalDay;
  readonly prediction: Prediction;
  readonly right: number;
  /** The share of right answers. */
  readonly score: number;
  /** Score less prediction: above 0, more was known than predicted. */
  readonly error: number;
  /** The score lies in the range that was predicted. */
  readonly within: boolean;
}

/** What the checks come to. */
export interface PredictionRecord {
  /** Oldest first. */
  readonly checks: readonly Check[];
  /** The mean of the errors, and of their sizes; null without any. */
  readonly bias: number | null;
  readonly size: number | null;
  /** How many scores lay within the range. */
  readonly within: number;
  /** What a prediction made now takes from all of it. */
  readonly beforehand: Beforehand;
  readonly modelVariance: number;
}

/** A score of fewer questions says little about a prediction. */
const FEWEST_QUESTIONS = 5;

/**
 * How far a score is off by the memory model’s own fault, until exams have shown it: the published
 * error of FSRS-6, RMSE in bins, with its default and with fitted parameters (open-spaced-repetition,
 * srs-benchmark). It weighs as much as so many exams.
 */
const PUBLISHED = { byDefault: 0.072, fitted: 0.046 };
const PUBLISHED_WEIGHT = 5;

/**
 * Holds every exam, and every quiz drawn from all there is, against the prediction that would have
 * been made for exactly its questions just before it: from the journal as it then stood, with what
 * quizzes before it had shown. So it comes out the same whenever it is worked out again.
 *
 * @param quizzes in any order
 * @param fitted the memory model runs on the learner’s own parameters
 */
export function examRecord(quizzes: readonly FinishedQuiz[], fitted: boolean): PredictionRecord {
  const ordered = quizzes.toSorted(
    (a, b) => a.begun.at - b.begun.at || (a.begun.id < b.begun.id ? -1 : 1),
  );
  const sights: FirstSight[] = [];
  const met = new Set<string>();
  const checks: Check[] = [];
  for (const { quiz, mode, begun, drawn, questions } of ordered) {
    const variance = modelVariance(checks, fitted);
    const prediction = predictScore(questions, beforehand(sights), variance);
    const isCheck = mode === 'exam' || drawn;
    if (prediction && isCheck && questions.length >= FEWEST_QUESTIONS) {
      const right = questions.filter((one) => one.right).length;
      const score = right / questions.length;
      const error = score - prediction.share;
      const within = prediction.low <= score && score <= prediction.high;
      checks.push({ quiz, mode, day: begun.day, prediction, right, score, error, within });
    }
    for (const { question, recall, right, guess } of questions) {
      // A right answer leaves a new card as it is; the second time it is no first sight all the same.
      if (recall === null && !met.has(question)) sights.push({ right, guess });
      met.add(question);
    }
  }
  return {
    checks,
    bias: meanOf(checks.map(({ error }) => error)),
    size: meanOf(checks.map(({ error }) => Math.abs(error))),
    within: checks.filter(({ within }) => within).length,
    beforehand: beforehand(sights),
    modelVariance: modelVariance(checks, fitted),
  };
}

/**
 * The variance of the model's error in a score: what the errors of the exams have beyond chance (the
 * method of moments of R. DerSimonian & N. Laird, Controlled Clinical Trials 7, 1986), together with
 * the published one. Never below 0.
 */
function modelVariance(checks: readonly Check[], fitted: boolean): number {
  const published = (fitted ? PUBLISHED.fitted : PUBLISHED.byDefault) ** 2;
  const excess = checks.reduce(
    (sum, { error, prediction }) => sum + error ** 2 - prediction.variance,
    0,
  );
  return Math.max(0, (PUBLISHED_WEIGHT * published + excess) / (PUBLISHED_WEIGHT + checks.length));
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
