import type { LocalDay, Result } from '../primitives/index.ts';
import type {
  CardEvent,
  CardId,
  CardSnapshot,
  DayCounts,
  EventId,
  JournalEvent,
  SettingsTimeline,
} from '../journal/index.ts';
import type { Change } from './changes.ts';

/** Kinds of events that are read by themselves. Reviews, nearly all of a journal, are not among them. */
export type RareKind =
  'reading' | 'question' | 'tag' | 'attempt' | 'draft' | 'answer' | 'quiz' | 'undo';
type EventOf<Kind> = Extract<JournalEvent, { readonly kind: Kind }>;

/**
 * Where the journal is kept, and the caches that are folded from it. Two adapters keep this
 * contract: IndexedDB and memory; `contract.ts` tests both alike.
 */
export interface JournalStore {
  /** Whether what is appended here is still there tomorrow. */
  readonly durable: boolean;

  /**
   * Fetches what writing needs, so that the first write need not wait for it.
   *
   * @param card where given, reads what its next event will be written upon: a hint, that is forgotten
   *   with the next write or the next card
   */
  prepare(card?: CardId): Promise<Result<void>>;

  /**
   * Appends one event and updates the snapshots it touches, all or nothing. Resolves only when it is
   * on disk. An event whose id is already there changes nothing and succeeds.
   *
   * @param expectedLast what the caller saw as the card's newest event (null: none). If the card has
   *   moved on, in another tab say, nothing is written and the failure is `stale`.
   */
  append(event: JournalEvent, expectedLast?: EventId | null): Promise<Result<Appended>>;

  /**
   * Appends any number of events, in pieces of bounded size: each is all or nothing and on disk before
   * the next. Where it fails, or the page dies, in the middle, what came before is kept; the same call
   * again adds what is missing, for an event whose id is already there changes nothing.
   *
   * @param expectedLast as for `append`, of the first event's card
   */
  appendAll(events: readonly JournalEvent[], expectedLast?: EventId | null): Promise<Result<void>>;

  card(id: CardId): Promise<Result<CardSnapshot | null>>;
  /** The snapshots of these cards, of those that have one; in the order given. */
  cardsOf(ids: readonly CardId[]): Promise<Result<readonly CardSnapshot[]>>;
  /**
   * The cards of a bank whose queue day is in the range, both ends included, in the order of those
   * days. Day 0 is that of new cards that have a snapshot all the same.
   */
  due(
    bank: string,
    from: LocalDay,
    to: LocalDay,
    limit?: number,
  ): Promise<Result<readonly CardSnapshot[]>>;
  /** The ids alone of what `due` gives: for the new cards, of which many may be tagged. */
  dueIds(bank: string, from: LocalDay, to: LocalDay): Promise<Result<readonly CardId[]>>;
  /** How many cards of a bank enter the queue on each day of the range, both ends included. */
  dueCounts(bank: string, from: LocalDay, to: LocalDay): Promise<Result<readonly DueCount[]>>;
  /** The ids of a bank's cards that have a snapshot, in their order. */
  cardIds(bank: string): Promise<Result<readonly CardId[]>>;
  /**
   * All snapshots of a bank, or of all, in the order of their ids. For pictures of the whole, not on
   * the way to a card.
   */
  cards(bank?: string): Promise<Result<readonly CardSnapshot[]>>;

  /** The snapshots of the cards that the learner has worded anew, in the order of their ids. */
  editedCards(): Promise<Result<readonly CardSnapshot[]>>;

  /** The counts of the days in the range that have any, both ends included. */
  days(from: LocalDay, to: LocalDay): Promise<Result<readonly DayCounts[]>>;
  /** The newest events, newest first; of those before the id where one is given: to page backwards. */
  latest(limit: number, before?: EventId): Promise<Result<readonly JournalEvent[]>>;
  /** All events of a card, in no particular order. */
  eventsOf(card: CardId): Promise<Result<readonly CardEvent[]>>;
  /** Events in the order of their ids, after the one given: for reading the whole in pages. */
  eventsAfter(id: EventId | null, limit: number): Promise<Result<readonly JournalEvent[]>>;
  /** All events of a kind, in the order of their ids: for kinds of which there are not many. */
  eventsOfKind<Kind extends RareKind>(kind: Kind): Promise<Result<readonly EventOf<Kind>[]>>;
  settings(): Promise<Result<SettingsTimeline>>;

  /**
   * Folds the journal again and puts right what the caches have otherwise: in pieces, between which
   * others may read and write. Where the page dies in the middle, the next opening goes on with it.
   */
  rebuild(): Promise<Result<Rebuilt>>;
  /** Calls back when another tab has written to the journal. */
  onchanged(callback: (change: Change) => void): void;
  /** Calls back when another tab needs the database closed; then nothing more can be written here. */
  onclosed(callback: () => void): void;
  close(): void;
}

export interface Appended {
  /** The card's snapshot after the event; null for events that are about no card. */
  readonly snapshot: CardSnapshot | null;
}

export interface DueCount {
  readonly day: LocalDay;
  readonly count: number;
}

/** What folding the journal again came to. */
export interface Rebuilt {
  readonly cards: number;
  /** Snapshots that were not what the journal says, too many ones and missing ones included. */
  readonly corrected: number;
}
