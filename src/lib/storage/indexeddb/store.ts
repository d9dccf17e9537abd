import type { IDBPDatabase } from 'idb';
import { ok } from '../../primitives/index.ts';
import { isCardEvent, type JournalEvent } from '../../journal/index.ts';
import { attempt } from '../failures.ts';
import type { JournalStore } from '../port.ts';
import { limitOf, readAll, settingsReader } from './read.ts';
import type { JournalSchema } from './schema.ts';
import { appendCardEvent, appendOther, rebuildCaches, writing } from './write.ts';

/**
 * The journal in IndexedDB. Answers are written with strict durability, one transaction each, and
 * acknowledged when the transaction is complete.
 */
export function indexedDbStore(
  database: IDBPDatabase<JournalSchema>,
  onclosed: (callback: () => void) => void,
): JournalStore {
  const readSettings = settingsReader();

  return {
    durable: true,
    append: (event, expectedLast) =>
      attempt(() =>
        writing(database, (transaction) =>
          isCardEvent(event)
            ? appendCardEvent(transaction, event, expectedLast, readSettings)
            : appendOther(transaction, event),
        ),
      ),
    card: (id) => attempt(async () => ok((await database.get('cards', id)) ?? null)),
    due: (day, limit) =>
      attempt(async () => {
        const most = limitOf(limit);
        if (most === null) return ok([]);
        const range = IDBKeyRange.upperBound(day);
        return ok(await database.getAllFromIndex('cards', 'queueDay', range, most));
      }),
    dueCounts: (from, to) =>
      attempt(async () => {
        const index = database.transaction('cards').store.index('queueDay');
        const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
        const counts = await Promise.all(days.map((day) => index.count(day)));
        return ok(days.map((day, at) => ({ day, count: counts[at]! })));
      }),
    cardIds: () => attempt(async () => ok(await database.getAllKeys('cards'))),
    cards: () => attempt(async () => ok(await readAll(database.transaction('cards').store))),
    days: (from, to) =>
      attempt(async () =>
        ok(from > to ? [] : await database.getAll('days', IDBKeyRange.bound(from, to))),
      ),
    latest: (limit) =>
      attempt(async () => {
        const events: JournalEvent[] = [];
        let cursor = await database.transaction('events').store.openCursor(null, 'prev');
        while (cursor && events.length < limit) {
          events.push(cursor.value);
          cursor = await cursor.continue();
        }
        return ok(events);
      }),
    eventsOf: (card) =>
      attempt(async () =>
        ok((await database.getAllFromIndex('events', 'card', card)).filter(isCardEvent)),
      ),
    eventsAfter: (id, limit) =>
      attempt(async () => {
        const most = limitOf(limit);
        if (most === null) return ok([]);
        const range = id === null ? null : IDBKeyRange.lowerBound(id, true);
        return ok(await database.getAll('events', range, most));
      }),
    settings: () =>
      attempt(async () => ok(await readSettings(database.transaction('events').store))),
    rebuild: () => attempt(async () => ok(await writing(database, rebuildCaches))),
    onclosed,
    close: () => database.close(),
  };
}
