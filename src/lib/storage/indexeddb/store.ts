import type { IDBPDatabase } from 'idb';
import { err, ok } from '../../primitives/index.ts';
import {
  canAdvance,
  isCardEvent,
  settingsTimeline,
  type CardEvent,
  type JournalEvent,
  type SettingsEvent,
  type SettingsTimeline,
} from '../../journal/index.ts';
import { changeByAdvancing, changeByFolding, changedDay, foldAll } from '../apply.ts';
import { attempt, FAILURES } from '../failures.ts';
import type { JournalStore } from '../port.ts';
import type { JournalSchema } from './schema.ts';

/** Records read at once where a store is read whole: keeps any single request short. */
const PAGE = 2000;

/**
 * The journal in IndexedDB. Answers are written with strict durability, one transaction each, and
 * acknowledged when the transaction is complete. Inside a transaction nothing but the database is
 * awaited: it would commit by itself meanwhile.
 */
export function indexedDbStore(
  database: IDBPDatabase<JournalSchema>,
  onclosed: (callback: () => void) => void,
): JournalStore {
  // Settings are few and read for every answer, so they are kept; other tabs' changes arrive with
  // the next start.
  let timeline: Promise<SettingsTimeline> | undefined;
  const readTimeline = () =>
    (timeline ??= database
      .getAllFromIndex('events', 'kind', 'settings')
      .then((events) => settingsTimeline(events as SettingsEvent[])));

  async function appendCardEvent(event: CardEvent, expectedLast: string | null | undefined) {
    const settings = await readTimeline();
    const transaction = database.transaction(['events', 'cards', 'days'], 'readwrite', {
      durability: 'strict',
    });
    const events = transaction.objectStore('events');
    const cards = transaction.objectStore('cards');
    const days = transaction.objectStore('days');
    const [before = null, known] = await Promise.all([
      cards.get(event.card),
      events.getKey(event.id),
    ]);
    if (known !== undefined) {
      await transaction.done;
      return ok({ snapshot: before });
    }
    if (expectedLast !== undefined && expectedLast !== (before?.lastEvent ?? null)) {
      await transaction.done;
      return err(FAILURES.stale);
    }
    const change = canAdvance(before, event)
      ? changeByAdvancing(before, event, settings)
      : changeByFolding(
          (await events.index('card').getAll(event.card)) as CardEvent[],
          event,
          settings,
        );
    // All reads before the first write: a failed write then has nothing left hanging in the air.
    const sums = await Promise.all(
      change.counts.map(async (counts) => ({
        day: counts.day,
        sum: changedDay(await days.get(counts.day), counts),
      })),
    );
    await Promise.all([
      events.put(event),
      cards.put(change.snapshot),
      ...sums.map(({ day, sum }) => (sum ? days.put(sum) : days.delete(day))),
      transaction.done,
    ]);
    return ok({ snapshot: change.snapshot });
  }

  /** A whole store, in pages; `keyOf` is the key that the next page begins after. */
  async function readAll<Name extends 'cards' | 'events'>(
    name: Name,
    keyOf: (value: JournalSchema[Name]['value']) => string,
  ) {
    const all: JournalSchema[Name]['value'][] = [];
    let range: IDBKeyRange | null = null;
    for (;;) {
      const page: JournalSchema[Name]['value'][] = await database.getAll(name, range, PAGE);
      all.push(...page);
      const last = page[page.length - 1];
      if (!last || page.length < PAGE) return all;
      range = IDBKeyRange.lowerBound(keyOf(last), true);
    }
  }

  return {
    durable: true,
    append: (event, expectedLast) =>
      attempt(async () => {
        if (isCardEvent(event)) return appendCardEvent(event, expectedLast);
        const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
        await Promise.all([transaction.store.put(event), transaction.done]);
        if (event.kind === 'settings') timeline = undefined;
        return ok({ snapshot: null });
      }),
    card: (id) => attempt(async () => ok((await database.get('cards', id)) ?? null)),
    due: (day, limit) =>
      attempt(async () =>
        ok(await database.getAllFromIndex('cards', 'queueDay', IDBKeyRange.upperBound(day), limit)),
      ),
    dueCounts: (from, to) =>
      attempt(async () => {
        const index = database.transaction('cards').store.index('queueDay');
        const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
        const counts = await Promise.all(days.map((day) => index.count(day)));
        return ok(days.map((day, at) => ({ day, count: counts[at]! })));
      }),
    cardIds: () => attempt(async () => ok(await database.getAllKeys('cards'))),
    cards: () => attempt(async () => ok(await readAll('cards', ({ card }) => card))),
    days: (from, to) =>
      attempt(async () => ok(await database.getAll('days', IDBKeyRange.bound(from, to)))),
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
        ok((await database.getAllFromIndex('events', 'card', card)) as CardEvent[]),
      ),
    eventsAfter: (id, limit) =>
      attempt(async () => {
        const range = id === null ? null : IDBKeyRange.lowerBound(id, true);
        return ok(await database.getAll('events', range, limit));
      }),
    settings: () => attempt(async () => ok(await readTimeline())),
    rebuild: () =>
      attempt(async () => {
        const settings = await readTimeline();
        const events = (await readAll('events', ({ id }) => id)).filter(isCardEvent);
        const folded = foldAll(events, settings);
        const transaction = database.transaction(['cards', 'days'], 'readwrite', {
          durability: 'strict',
        });
        const cards = transaction.objectStore('cards');
        const days = transaction.objectStore('days');
        await Promise.all([
          cards.clear(),
          days.clear(),
          ...folded.snapshots.map((snapshot) => cards.put(snapshot)),
          ...folded.days.map((counts) => days.put(counts)),
          transaction.done,
        ]);
        return ok(undefined);
      }),
    onclosed,
    close: () => database.close(),
  };
}
