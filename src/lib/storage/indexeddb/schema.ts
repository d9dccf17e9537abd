import type { DBSchema, IDBPDatabase } from 'idb';
import type { CardSnapshot, DayCounts, JournalEvent } from '../../journal/index.ts';

/** The journal has a database of its own, so that nothing big can endanger it. */
export const DATABASE = 'recite-journal';

export interface JournalSchema extends DBSchema {
  /** The truth. Never changed, never deleted. */
  events: {
    key: string;
    value: JournalEvent;
    indexes: { card: string; kind: string };
  };
  /** Cache: folded from the events of each card. */
  cards: { key: string; value: CardSnapshot; indexes: { queueDay: number } };
  /** Cache: what happened on each local day. */
  days: { key: number; value: DayCounts };
}

/**
 * Every step that a schema ever took, in order: a database of any age is brought up to date by the
 * steps it lacks. Released steps are never edited; a new one is appended.
 */
export const MIGRATIONS: readonly ((database: IDBPDatabase<JournalSchema>) => void)[] = [
  (database) => {
    const events = database.createObjectStore('events', { keyPath: 'id' });
    events.createIndex('card', 'card');
    events.createIndex('kind', 'kind');
    const cards = database.createObjectStore('cards', { keyPath: 'card' });
    cards.createIndex('queueDay', 'queueDay');
    database.createObjectStore('days', { keyPath: 'day' });
  },
];

export const VERSION = MIGRATIONS.length;
