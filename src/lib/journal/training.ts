import type { Instant, LocalDay } from '../primitives/index.ts';
import { elapsedDays, type Rating } from '../schedule/index.ts';
import { reviewLog, type LoggedReview, type ReviewLog } from '../schedule/fit/index.ts';
import {
  compareEvents,
  type CardEvent,
  type CardId,
  type EventId,
  type JournalEvent,
  type UndoEvent,
} from './events.ts';
import { ratingOf } from './folding.ts';
import { undoneEvents } from './undo.ts';

/** What a fit needs of an event that moved a card's memory, or (rating null) started it over. */
interface Step {
  readonly id: EventId;
  readonly at: Instant;
  readonly day: LocalDay;
  readonly rating: Rating | null;
  readonly counted: boolean;
}

/**
 * Gathers a learner's reviews from the events of a journal, in whatever order they come, a page at a
 * time: as the fold has them. What was undone is left out; a card that was started over begins anew; an
 * answer in a quiz moves the memory as its event says, but is not counted, since of the right ones
 * only those to due cards are reviews.
 */
export class ReviewGatherer {
  readonly #cards = new Map<CardId, Step[]>();
  readonly #undos: UndoEvent[] = [];

  take(events: readonly JournalEvent[]): void {
    for (const event of events) {
      if (event.kind === 'undo') this.#undos.push(event);
      else if (event.kind === 'review' || event.kind === 'answer' || event.kind === 'reset') {
        const rating = stepOf(event);
        if (rating === undefined) continue;
        const { id, at, day, card } = event;
        const step = { id, at, day, rating, counted: event.kind === 'review' };
        const steps = this.#cards.get(card);
        if (steps) steps.push(step);
        else this.#cards.set(card, [step]);
      }
    }
  }

  /** All that was gathered, ready for a fit. */
  log(): ReviewLog {
    const undone = undoneEvents(this.#undos);
    const histories: LoggedReview[][] = [];
    for (const steps of this.#cards.values()) {
      const counting = steps.filter(({ id }) => !undone.has(id)).sort(compareEvents);
      histories.push(...livesOf(counting));
    }
    return reviewLog(histories);
  }
}

/** Undefined where an event says nothing; null where it starts the card over. */
function stepOf(
  event: Extract<CardEvent, { kind: 'review' | 'answer' | 'reset' }>,
): Rating | null | undefined {
  return event.kind === 'reset' ? null : (ratingOf(event) ?? undefined);
}

/** A card's reviews, from each start to the next. */
function livesOf(steps: readonly Step[]): LoggedReview[][] {
  const lives: LoggedReview[][] = [];
  let life: LoggedReview[] = [];
  let last: LocalDay | null = null;
  for (const { at, day, rating, counted } of steps) {
    if (rating === null) {
      life = [];
      last = null;
      continue;
    }
    if (last === null) lives.push(life);
    life.push({ at, rating, counted, elapsed: last === null ? 0 : elapsedDays(last, day) });
    last = day;
  }
  return lives;
}
