import { HOUR_MS, MINUTE_MS, type Instant, type LocalDay } from '../primitives/index.ts';
import { elapsedDays, memoryModel, type Phase, type Rating } from '../schedule/index.ts';
import type { CardEvent, CardId } from './events.ts';
import { foldCard } from './fold.ts';
import type { SettingsTimeline } from './timeline.ts';

/** One answer that counts, and what the schedule knew of its card just before. */
export interface Answer {
  readonly day: LocalDay;
  /** By the learner's clock at the time, 0 to 23. */
  readonly hour: number;
  readonly rating: Rating;
  /** The phase in which the card was asked; `new` for the first time. */
  readonly phase: Phase | 'new';
  /** Whole local days since the answer before; 0 for the first and on the same day. */
  readonly elapsed: number;
  /**
   * The probability of recall that was predicted, in [0, 1]; null where nothing was predicted: for
   * new cards, in the steps of minutes, on the same day, and for what a quiz found wrong (what it
   * found right moves no card, so that its wrong answers alone would lie about memory).
   */
  readonly predicted: number | null;
  /** Whole; a duration that makes no sense is 0. */
  readonly milliseconds: number;
}

/**
 * All answers of one card that count, oldest first: its events, in any order, are folded, and each
 * answer meets the memory as the parameters of its time had it. What was undone is not among them.
 */
export function cardAnswers(
  card: CardId,
  events: readonly CardEvent[],
  timeline: SettingsTimeline,
): Answer[] {
  const answers: Answer[] = [];
  foldCard(card, events, timeline, (event, rating, before, { parameters }) => {
    const elapsed = before === null ? 0 : elapsedDays(before.lastDay, event.day);
    const isPredicted = event.kind === 'review' && before?.phase === 'review' && elapsed > 0;
    answers.push({
      day: event.day,
      hour: hourOf(event.at, event.offset),
      rating,
      phase: before?.phase ?? 'new',
      elapsed,
      predicted: isPredicted
        ? memoryModel(parameters).retrievability(elapsed, before.memory.stability)
        : null,
      milliseconds: Math.max(0, Math.round(event.duration)) || 0,
    });
  });
  return answers;
}

const DAY_HOURS = 24;

function hourOf(at: Instant, offset: number): number {
  const hours = Math.floor((at + offset * MINUTE_MS) / HOUR_MS);
  return ((hours % DAY_HOURS) + DAY_HOURS) % DAY_HOURS;
}
