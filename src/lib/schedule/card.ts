import {
  DAY_MS,
  MINUTE_MS,
  type Instant,
  type LocalDay,
  type Moment,
} from '../primitives/index.ts';
import { fuzzRange, seededInterval, type FuzzRange } from './fuzz.ts';
import { elapsedDays, forgettingUnder } from './forgetting.ts';
import { memoryModel, type Memory } from './memory.ts';
import { AGAIN, EASY, GOOD, HARD, RATINGS, type Rating } from './rating.ts';
import type { ScheduleSettings } from './settings.ts';

const DAY_MINUTES = DAY_MS / MINUTE_MS;

/** `learning` and `relearning` cards come back within the day; `review` cards after whole days. */
export type Phase = 'learning' | 'review' | 'relearning';

/** Where a card that has been seen stands. A card without one is new. */
export interface CardSchedule {
  readonly phase: Phase;
  readonly memory: Memory;
  /** Index of the current (re)learning step; 0 in review. */
  readonly step: number;
  /** The local day on which the card is due. */
  readonly dueDay: LocalDay;
  /** The instant at which a (re)learning card is due; null in review. */
  readonly dueAt: Instant | null;
  readonly lastDay: LocalDay;
  readonly lastAt: Instant;
  readonly reviews: number;
  readonly lapses: number;
}

/** What of a card its next answer depends on: all but when it comes again. */
export type Learned = Omit<CardSchedule, 'dueDay' | 'dueAt'>;

/** A card that was answered and has no day yet. */
export interface Answered extends Learned {
  /** Until it comes again within its (re)learning steps; null where whole days are to be found. */
  readonly minutes: number | null;
}

/**
 * A card after an answer. FSRS moves the memory by whole elapsed days; steps of minutes lead through
 * the first day; the interval is fuzzed by the card's own seed, unless it was chosen.
 *
 * @param schedule null for a new card
 * @param id the card's id: it seeds the fuzz
 * @param chosen whole days, with an eye on other cards; taken only where it lies within the fuzz
 */
export function gradeCard(
  id: string,
  schedule: Learned | null,
  rating: Rating,
  moment: Pick<Moment, 'now' | 'day'>,
  settings: ScheduleSettings,
  chosen?: number,
): CardSchedule {
  return scheduleCard(id, answerCard(schedule, rating, moment, settings), settings, chosen);
}

/** The first half of `gradeCard`, and all that an answer with another one after it needs. */
export function answerCard(
  schedule: Learned | null,
  rating: Rating,
  moment: Pick<Moment, 'now' | 'day'>,
  settings: ScheduleSettings,
): Answered {
  const model = memoryModel(settings.parameters);
  const elapsed = schedule === null ? 0 : elapsedDays(schedule.lastDay, moment.day);
  const forgotten = schedule?.phase === 'review' && rating === AGAIN;
  const next = nextStep(schedule, rating, settings);
  return {
    memory: model.next(schedule?.memory ?? null, elapsed, rating),
    lastDay: moment.day,
    lastAt: moment.now,
    reviews: (schedule?.reviews ?? 0) + 1,
    lapses: (schedule?.lapses ?? 0) + (forgotten ? 1 : 0),
    phase: next?.phase ?? 'review',
    step: next?.step ?? 0,
    minutes: next?.minutes ?? null,
  };
}

/**
 * The second half of `gradeCard`: when the card comes again.
 *
 * @param chosen as for `gradeCard`
 */
export function scheduleCard(
  id: string,
  answered: Answered,
  settings: ScheduleSettings,
  chosen?: number,
): CardSchedule {
  const { memory, lastDay, lastAt, reviews, lapses, phase, step, minutes } = answered;
  const days =
    minutes === null
      ? intervalIn(intervalRange(memory, settings), chosen, fuzzSeed(id, reviews - 1))
      : Math.floor(minutes / DAY_MINUTES);
  return {
    memory,
    lastDay,
    lastAt,
    reviews,
    lapses,
    phase,
    step,
    dueDay: lastDay + days,
    dueAt: minutes === null ? null : lastAt + minutes * MINUTE_MS,
  };
}

/** The whole days among which the next interval of a memory is chosen. */
export function intervalRange(
  { stability }: Pick<Memory, 'stability'>,
  { parameters, desiredRetention, maximumInterval }: ScheduleSettings,
): FuzzRange {
  const wanted = forgettingUnder(parameters).interval(stability, desiredRetention);
  return fuzzRange(wanted, maximumInterval);
}

/** What was chosen, where it lies within the fuzz; else what the seed says. */
function intervalIn(range: FuzzRange, chosen: number | undefined, seed: string): number {
  if (chosen === undefined || !Number.isInteger(chosen)) return seededInterval(range, seed);
  return range.low <= chosen && chosen <= range.high ? chosen : seededInterval(range, seed);
}

/** What decides a card's next interval: the card, and how often it was answered before. */
export function fuzzSeed(id: string, reviews: number): string {
  return `${id}#${reviews}`;
}

/** The (re)learning step that an answer leads to; null where it leads to (or stays in) review. */
function nextStep(
  schedule: Learned | null,
  rating: Rating,
  settings: ScheduleSettings,
): { phase: 'learning' | 'relearning'; step: number; minutes: number } | null {
  if (schedule?.phase === 'review' && rating !== AGAIN) return null;
  const relearning = schedule?.phase === 'review' || schedule?.phase === 'relearning';
  const phase = relearning ? 'relearning' : 'learning';
  const steps = relearning ? settings.relearningSteps : settings.learningSteps;
  const current = schedule?.phase === phase ? schedule.step : 0;
  const at = (step: number) => {
    const minutes = steps[step];
    return minutes === undefined ? null : ({ phase, step, minutes } as const);
  };
  switch (rating) {
    case AGAIN:
      return at(0);
    case HARD: {
      const minutes = hardDelay(steps, current);
      return minutes === undefined ? null : { phase, step: current, minutes };
    }
    case GOOD:
      return at(current + 1);
    case EASY:
      return null;
  }
}

/**
 * Minutes after Hard, as in Anki: the same step again; at the first, between it and the next; at a
 * lone one, half as long again, but at most a day more.
 */
function hardDelay(steps: readonly number[], current: number): number | undefined {
  const here = steps[current];
  const following = steps[current + 1];
  if (here === undefined || current > 0) return here;
  return following === undefined
    ? Math.min(here * 1.5, here + DAY_MINUTES)
    : (here + following) / 2;
}

/** How long until a card comes again, as the four buttons say it. */
export type Delay =
  | { readonly unit: 'minutes'; readonly count: number }
  | { readonly unit: 'days'; readonly count: number };

/** What one of the four answers would lead to. */
export interface GradePreview {
  readonly rating: Rating;
  readonly delay: Delay;
  /** Whole days that were chosen; absent where the card's own seed decides, or comes back today. */
  readonly interval?: number;
}

/** Chooses an interval within the fuzz, no shorter than `atLeast` days. */
export type ChooseInterval = (range: FuzzRange, atLeast: number) => number;

/** What each of the four answers would lead to, in the order of the buttons. */
export function previewGrades(
  id: string,
  schedule: CardSchedule | null,
  moment: Pick<Moment, 'now' | 'day'>,
  settings: ScheduleSettings,
  choose?: ChooseInterval,
): readonly GradePreview[] {
  let atLeast = 0;
  return RATINGS.map((rating): GradePreview => {
    const after = gradeCard(id, schedule, rating, moment, settings);
    if (after.dueAt !== null) {
      const minutes = Math.round((after.dueAt - moment.now) / MINUTE_MS);
      return { rating, delay: { unit: 'minutes', count: minutes } };
    }
    const seeded = after.dueDay - moment.day;
    const count = choose?.(intervalRange(after.memory, settings), atLeast) ?? seeded;
    atLeast = count;
    const delay = { unit: 'days', count } as const;
    return choose ? { rating, delay, interval: count } : { rating, delay };
  });
}
