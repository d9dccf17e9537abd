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

/**
 * Where the journal is kept, and the caches that are folded from it. Two adapters keep this
 * contract: IndexedDB and memory; `contract.ts` tests both alike.
 */
export interface JournalStore {
  /** Whether what is appended here is still there tomorrow. */
  readonly durable: boolean;

  /**
   * Appends one event and updates the snapshots it touches, all or nothing. Resolves only when it is
   * on disk. An event whose id is already there changes nothing and succeeds.
   *
   * @param expectedLast what the caller saw as the card's newest event (null: none). If the card has
   *   moved on, in another tab say, nothing is written and the failure is `stale`.
   */
  append(event: JournalEvent, expectedLast?: EventId | null): Promise<Result<Appended>>;

  card(id: CardId): Promise<Result<CardSnapshot | null>>;
  /** Cards whose queue day is at most `day`, in the order of those days. */
  due(day: LocalDay, limit?: number): Promise<Result<readonly CardSnapshot[]>>;
  /** How many cards enter the queue on each day of the range, both ends included. */
  dueCounts(from: LocalDay, to: LocalDay): Promise<Result<readonly DueCount[]>>;
  /** The ids of all cards that have a snapshot. */
  cardIds(): Promise<Result<readonly CardId[]>>;
  /** All snapshots, in the order of their ids. For pictures of the whole, not on the way to a card. */
  cards(): Promise<Result<readonly CardSnapshot[]>>;

  /** The counts of the days in the range that have any, both ends included. */
  days(from: LocalDay, to: LocalDay): Promise<Result<readonly DayCounts[]>>;
  /** The newest events, newest first. */
  latest(limit: number): Promise<Result<readonly JournalEvent[]>>;
  /** All events of a card, in no particular order. */
  eventsOf(card: CardId): Promise<Result<readonly CardEvent[]>>;
  /** Events in the order of their ids, after the one given: for reading the whole in pages. */
  eventsAfter(id: EventId | null, limit: number): Promise<Result<readonly JournalEvent[]>>;
  settings(): Promise<Result<SettingsTimeline>>;

  /** Throws the caches away and folds the journal again. */
  rebuild(): Promise<Result<void>>;
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
