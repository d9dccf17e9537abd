import { MINUTE_MS, type LocalDay } from '../primitives/index.ts';
import type { CardSchedule } from './card.ts';
import { elapsedDays, recallOn, type Parameters } from './forgetting.ts';
import { fuzzRange } from './fuzz.ts';
import { memoryModel, type Memory } from './memory.ts';
import { AGAIN, type Rating } from './rating.ts';
import type { ScheduleSettings } from './settings.ts';

/** How the time until a card comes again was found. */
export type IntervalReason =
  | {
      readonly kind: 'step';
      readonly phase: 'learning' | 'relearning';
      /** Index of the step, and the minutes of all of them. */
      readonly step: number;
      readonly steps: readonly number[];
      readonly minutes: number;
    }
  | {
      readonly kind: 'days';
      /** Days, unrounded, until recall falls to the desired retention. */
      readonly wanted: number;
      /** The whole days that were allowed, both ends included. */
      readonly low: number;
      readonly high: number;
      readonly days: number;
      /** There was one day only; the card's own seed drew it; or it was chosen for its load. */
      readonly by: 'only' | 'seed' | 'load';
      /** The maximum interval cut it short. */
      readonly cut: boolean;
    };

/** Why a card that was answered comes again when it does. */
export interface AnswerReason {
  /** Whole local days since the answer before; null for the first. */
  readonly elapsed: number | null;
  /** The probability of recall that was predicted for the moment, in [0, 1]; null for the first. */
  readonly recall: number | null;
  /** It was in review and forgotten. */
  readonly lapse: boolean;
  readonly interval: IntervalReason;
}

/**
 * Takes an answer apart that `gradeCard` put together.
 *
 * @param before null for a new card; its memory under the parameters of the settings
 * @param settings those that held when it was given
 * @param chosen the interval that came with it
 */
export function explainAnswer(
  before: CardSchedule | null,
  after: CardSchedule,
  rating: Rating,
  settings: ScheduleSettings,
  chosen?: number,
): AnswerReason {
  return {
    elapsed: before && elapsedDays(before.lastDay, after.lastDay),
    recall: before && recallOn(before, after.lastDay, settings),
    lapse: before?.phase === 'review' && rating === AGAIN,
    interval: intervalReason(after, settings, chosen),
  };
}

function intervalReason(
  after: CardSchedule,
  settings: ScheduleSettings,
  chosen: number | undefined,
): IntervalReason {
  const { phase, step } = after;
  if (after.dueAt !== null && phase !== 'review') {
    const steps = phase === 'learning' ? settings.learningSteps : settings.relearningSteps;
    const minutes = (after.dueAt - after.lastAt) / MINUTE_MS;
    return { kind: 'step', phase, step, steps, minutes };
  }
  const { maximumInterval, desiredRetention } = settings;
  const model = memoryModel(settings.parameters);
  const wanted = model.interval(after.memory.stability, desiredRetention);
  const range = fuzzRange(wanted, maximumInterval);
  const days = after.dueDay - after.lastDay;
  const by = range.low === range.high ? 'only' : chosen === days ? 'load' : 'seed';
  return { kind: 'days', wanted, ...range, days, by, cut: wanted > maximumInterval };
}

/** The memory between one answer and the next: it falls from certainty. */
export interface Stretch {
  /** The answer's local day; never earlier than the one before, whatever a clock did. */
  readonly day: LocalDay;
  readonly rating: Rating;
  /** The recall just before the answer, in [0, 1]; null at the first. */
  readonly before: number | null;
  /** Days, after the answer. */
  readonly stability: number;
}

/**
 * The forgetting curve of a card as one set of parameters sees it: a stretch for each answer, oldest
 * first.
 */
export function forgettingCurve(
  answers: readonly { readonly rating: Rating; readonly day: LocalDay }[],
  parameters: Parameters,
): Stretch[] {
  const model = memoryModel(parameters);
  const stretches: Stretch[] = [];
  let memory: Memory | null = null;
  for (const { rating, day } of answers) {
    const last = stretches[stretches.length - 1];
    const at = Math.max(day, last?.day ?? day);
    const elapsed = last ? at - last.day : 0;
    const before = last ? model.retrievability(elapsed, last.stability) : null;
    memory = model.next(memory, elapsed, rating);
    stretches.push({ day: at, rating, before, stability: memory.stability });
  }
  return stretches;
}

/** The recall on a day, fractions allowed, in [0, 1]; null before the first answer. */
export function recallAlong(
  stretches: readonly Stretch[],
  day: number,
  parameters: Parameters,
): number | null {
  const stretch = stretches.findLast((one) => one.day <= day);
  if (!stretch) return null;
  return memoryModel(parameters).retrievability(day - stretch.day, stretch.stability);
}
