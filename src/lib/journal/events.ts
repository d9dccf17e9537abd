import type { Instant, LocalDay, OffsetMinutes } from '../primitives/index.ts';
import type { OwnQuestion } from '../bank/index.ts';
import type { Response, Verdict } from '../grading/index.ts';
import type { Rating } from '../schedule/index.ts';
import type { Confidence } from './quiz-rating.ts';
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

/** Something that was done to one card. */
interface CardEventBase extends EventBase {
  readonly card: CardId;
  /** Shared by all that was done at one stroke, so that one Undo takes all of it back. */
  readonly batch?: string;
}

/** A card was answered. */
export interface ReviewEvent extends CardEventBase {
  readonly kind: 'review';
  readonly rating: Rating;
  /** Milliseconds from the question's appearance to the grade. */
  readonly duration: number;
  /**
   * Whole days until it comes again, as the button said: chosen within the span of the fuzz with an
   * eye on other cards, which the fold does not see. Absent where the card's own seed chose.
   */
  readonly interval?: number;
}

/** A question was answered in a quiz. */
export interface AnswerEvent extends CardEventBase {
  readonly kind: 'answer';
  readonly quiz: string;
  readonly verdict: Verdict;
  readonly duration: number;
  /**
   * How it counts for the schedule, as `quizRating` had it; null: not at all. Absent where an earlier
   * version wrote it: then a wrong answer counts as Again, and nothing else moves the card.
   */
  readonly rating?: Rating | null;
  readonly confidence?: Confidence;
  /** What was answered. */
  readonly response?: Response;
  /** What the schedule gave for the chance of recalling it, just before; absent for new cards. */
  readonly recall?: number;
}

/** A card is kept out of the queue until it is resumed. */
export interface SuspendEvent extends CardEventBase {
  readonly kind: 'suspend';
}
export interface ResumeEvent extends CardEventBase {
  readonly kind: 'resume';
}
/** A card is kept out of the queue until the next local day. */
export interface BuryEvent extends CardEventBase {
  readonly kind: 'bury';
}

/** A card is marked for a second look, or the mark is taken off. */
export interface FlagEvent extends CardEventBase {
  readonly kind: 'flag';
  readonly flagged: boolean;
}
/** The learner's own tags of a card. A tag that is in both lists stays. */
export interface TagEvent extends CardEventBase {
  readonly kind: 'tag';
  readonly add: readonly string[];
  readonly remove: readonly string[];
}
/** A card becomes new again. What was answered before stays in the history and in the counts. */
export interface ResetEvent extends CardEventBase {
  readonly kind: 'reset';
}
/** The learner words a question otherwise than its bank. */
export interface EditEvent extends CardEventBase {
  readonly kind: 'edit';
  /** Only the fields that change; null takes a field back to the bank's. */
  readonly changes: { readonly [Field in keyof Wording]?: string | null };
}

/** A learner's own words in a question, in place of the bank's. */
export interface Wording {
  readonly prompt?: string;
  readonly answer?: string;
  /** Empty: the question is to have none. */
  readonly explanation?: string;
}

/** An earlier event of the same card did not count. Nothing is deleted. */
export interface UndoEvent extends CardEventBase {
  readonly kind: 'undo';
  readonly target: EventId;
}

/** A quiz was begun. */
export interface AttemptEvent extends EventBase {
  readonly kind: 'attempt';
  readonly quiz: string;
  readonly bank: string;
  /** How it was drawn and how it runs, as the address of a shared quiz says it. */
  readonly recipe: string;
  /** What it asks: ids of questions, in their order. */
  readonly questions: readonly string[];
}

/**
 * What now stands as the answer to a question of an exam, or that nothing does. It moves no card and
 * counts for nothing until the exam is handed in; then there is an `answer`.
 */
export interface DraftEvent extends EventBase {
  readonly kind: 'draft';
  readonly quiz: string;
  readonly question: string;
  readonly response: Response | null;
  readonly confidence: Confidence | null;
  readonly flagged: boolean;
  /** Milliseconds that the question was on screen, and that the exam has taken. */
  readonly duration: number;
  readonly spent: number;
}

/** A quiz was finished, or given up before anything was answered: then it has no sections. */
export interface QuizEvent extends EventBase {
  readonly kind: 'quiz';
  readonly quiz: string;
  readonly bank: string;
  /** Absent where an earlier version wrote it: practice. */
  readonly mode?: 'practice' | 'exam';
  readonly sections: readonly {
    readonly section: string;
    readonly asked: number;
    readonly right: number;
  }[];
}

/** A passage was read in the document. */
export interface ReadingEvent extends EventBase {
  readonly kind: 'reading';
  readonly bank: string;
  readonly section: string;
  readonly paragraph: string;
  readonly milliseconds: number;
  /** The card that led there, as after a lapse. Reading does not move it. */
  readonly card?: CardId;
}

/**
 * The learner wrote a question, or worded it anew, or took it out. Its newest event is what it is; its
 * card is the bank's, under the question's id.
 */
export interface QuestionEvent extends EventBase {
  readonly kind: 'question';
  readonly bank: string;
  /** The question's id within the bank. */
  readonly question: string;
  /** Null: it was taken out. What was answered stays in the history. */
  readonly content: OwnQuestion | null;
}

/** The learner changed settings that the schedule or the day's limits depend on. */
export interface SettingsEvent extends EventBase {
  readonly kind: 'settings';
  readonly changes: Partial<Settings>;
}

export type CardEvent =
  | ReviewEvent
  | AnswerEvent
  | SuspendEvent
  | ResumeEvent
  | BuryEvent
  | FlagEvent
  | TagEvent
  | ResetEvent
  | EditEvent
  | UndoEvent;
export type JournalEvent =
  CardEvent | AttemptEvent | DraftEvent | QuizEvent | ReadingEvent | QuestionEvent | SettingsEvent;

const CARD_KINDS: ReadonlySet<string> = new Set<CardEvent['kind']>([
  'review',
  'answer',
  'suspend',
  'resume',
  'bury',
  'flag',
  'tag',
  'reset',
  'edit',
  'undo',
]);

/** Whether an event is about a card, and of a kind that this version knows. */
export function isCardEvent(event: JournalEvent): event is CardEvent {
  // Reviews are nearly all of a journal, and a word just read from the disk is dear to look up.
  return event.kind === 'review' || CARD_KINDS.has(event.kind);
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

/** The bank that a card belongs to: the part of its id before the first stroke. */
export function bankOf(card: CardId): string {
  return card.slice(0, Math.max(0, card.indexOf('/')));
}

export function cardId(bank: string, question: string): CardId {
  return `${bank}/${question}`;
}
