import type { Instant, LocalDay, OffsetMinutes } from '../primitives/index.ts';
import type { Verdict } from '../grading/index.ts';
import type { Rating } from '../schedule/index.ts';
import type { Settings } from './settings.ts';

/** `bank/question`, e.g. `mexico-cartels/history-sinaloa-parent`. */
export type CardId = string;
/** A UUIDv7. */
export type EventId = string;

interface EventBase {
  readonly id: EventId;
  readonly at: Instant;
  /** Which of the learner's devices wrote it. */
  readonly device: string;
  /** The learner's local day when it happened, as the learner's clock and rollover hour had it. */
  readonly day: LocalDay;
  readonly offset: OffsetMinutes;
}

/** A card was answered. */
export interface ReviewEvent extends EventBase {
  readonly kind: 'review';
  readonly card: CardId;
  readonly rating: Rating;
  /** Milliseconds from the question's appearance to the grade. */
  readonly duration: number;
}

/** A question was answered in a quiz. Only a wrong answer moves the card: it counts as Again. */
export interface AnswerEvent extends EventBase {
  readonly kind: 'answer';
  readonly card: CardId;
  readonly quiz: string;
  readonly verdict: Verdict;
  readonly duration: number;
}

/** A card is kept out of the queue until it is resumed. */
export interface SuspendEvent extends EventBase {
  readonly kind: 'suspend';
  readonly card: CardId;
}
export interface ResumeEvent extends EventBase {
  readonly kind: 'resume';
  readonly card: CardId;
}
/** A card is kept out of the queue until the next local day. */
export interface BuryEvent extends EventBase {
  readonly kind: 'bury';
  readonly card: CardId;
}

/** An earlier event of the same card did not count. Nothing is deleted. */
export interface UndoEvent extends EventBase {
  readonly kind: 'undo';
  readonly card: CardId;
  readonly target: EventId;
}

/** A quiz was finished. */
export interface QuizEvent extends EventBase {
  readonly kind: 'quiz';
  readonly quiz: string;
  readonly bank: string;
  readonly sections: readonly {
    readonly section: string;
    readonly asked: number;
    readonly right: number;
  }[];
}

/** The learner changed settings that the schedule or the day's limits depend on. */
export interface SettingsEvent extends EventBase {
  readonly kind: 'settings';
  readonly changes: Partial<Settings>;
}

export type CardEvent =
  ReviewEvent | AnswerEvent | SuspendEvent | ResumeEvent | BuryEvent | UndoEvent;
export type JournalEvent = CardEvent | QuizEvent | SettingsEvent;

const CARD_KINDS: ReadonlySet<string> = new Set<CardEvent['kind']>([
  'review',
  'answer',
  'suspend',
  'resume',
  'bury',
  'undo',
]);

/** Whether an event is about a card, and of a kind that this version knows. */
export function isCardEvent(event: JournalEvent): event is CardEvent {
  return CARD_KINDS.has(event.kind);
}

/**
 * The order of the journal: by time, then by id. The same set of events has the same order on every
 * device, whichever way they arrived.
 */
export function compareEvents(
  a: Pick<JournalEvent, 'at' | 'id'>,
  b: Pick<JournalEvent, 'at' | 'id'>,
): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function cardId(bank: string, question: string): CardId {
  return `${bank}/${question}`;
}
