import type { DBSchema, IDBPDatabase } from 'idb';
import {
  bankOf,
  type CardSnapshot,
  type DayCounts,
  type JournalEvent,
} from '../../journal/index.ts';

/** The journal has a database of its own, so that nothing big can endanger it. */
export const DATABASE = 'recite-journal';

/** A snapshot as it is stored: with its bank, so that a bank's queue can be read by itself. */
export interface StoredCard extends CardSnapshot {
  readonly bank: string;
}

/** A rebuild of the caches that has begun and is not finished. */
export interface Rebuilding {
  readonly key: 'rebuild';
  /** The last card that is done; empty before the first. */
  readonly position: string;
  /** The caches lack something and are not to be shown, as after a migration. */
  readonly needed: boolean;
}

export interface JournalSchema extends DBSchema {
  /** The truth. Never changed, never deleted. */
  events: {
    key: string;
    value: JournalEvent;
    indexes: { card: string; kind: string };
  };
  /** Cache: folded from the events of each card. */
  cards: {
    key: string;
    value: StoredCard;
    indexes: { queue: [bank: string, queueDay: number]; lastEventAt: number };
  };
  /** Cache: what happened on each local day. */
  days: { key: number; value: DayCounts };
  /** What the days come to so far, while the caches are being rebuilt; else empty. */
  daysAnew: { key: number; value: DayCounts };
  /** What this database is in the middle of. */
  meta: { key: string; value: Rebuilding };
  /** One record: another after every write. See `transaction.ts`. */
  revision: { key: number; value: Revision; indexes: { only: number } };
}

/** Stands for the state of all the stores; its number, which the browser gives, comes never again. */
export interface Revision {
  readonly number?: number;
  /** The same in all, and unique: so there is never a second one. */
  readonly only: 0;
}

/**
 * Every step that a schema ever took, in order: a database of any age is brought up to date by the
 * steps it lacks. Released steps are never edited; a new one is appended. A step makes stores and
 * indexes and leaves the records alone: thousands of them rewritten in one transaction could cost the
 * whole journal where the disk is full. What a cache lacks then, the rebuild gives it, in pieces.
 *
 * A step is told the version that the database had before the first of the steps; 0: none.
 */
export const MIGRATIONS: readonly ((
  database: IDBPDatabase<JournalSchema>,
  oldVersion: number,
) => void)[] = [
  (database) => {
    const events = database.createObjectStore('events', { keyPath: 'id' });
    events.createIndex('card', 'card');
    events.createIndex('kind', 'kind');
    const cards = database.createObjectStore('cards', { keyPath: 'card' });
    // An index that the second version no longer knows.
    cards.createIndex('queueDay' as 'queue', 'queueDay');
    database.createObjectStore('days', { keyPath: 'day' });
  },
  (database, oldVersion) => {
    database.deleteObjectStore('cards');
    const cards = database.createObjectStore('cards', { keyPath: 'card' });
    cards.createIndex('queue', ['bank', 'queueDay']);
    cards.createIndex('lastEventAt', 'lastEventAt');
    database.createObjectStore('daysAnew', { keyPath: 'day' });
    const meta = database.createObjectStore('meta', { keyPath: 'key' });
    // A database that is just being made has nothing to rebuild.
    if (oldVersion > 0) void meta.put({ key: 'rebuild', position: '', needed: true });
  },
  (database) => {
    const revision = database.createObjectStore('revision', {
      keyPath: 'number',
      autoIncrement: true,
    });
    revision.createIndex('only', 'only', { unique: true });
  },
];

export const VERSION = MIGRATIONS.length;

export function storedCard(snapshot: CardSnapshot): StoredCard {
  return { ...snapshot, bank: bankOf(snapshot.card) };
}

export function snapshotOf({ bank: _, ...snapshot }: StoredCard): CardSnapshot {
  return snapshot;
}
