import { expect, it } from 'vitest';
import {
  foldCard,
  isCardEvent,
  settingsTimeline,
  type CardSnapshot,
  type DayCounts,
  type JournalEvent,
} from '../journal/index.ts';
import { isSettings } from './changes.ts';
import { dump, must } from './contract/bench.ts';
import { openIndexedDb } from './index.ts';
import { memoryStore } from './memory/index.ts';
import v1 from './released/v1.json';
import v2 from './released/v2.json';

/**
 * A database of every schema that was released, as that release made and filled it. These stay as
 * they are, whatever the schema becomes: somebody's progress may lie in one.
 */
interface Released {
  readonly version: number;
  readonly make: (database: IDBDatabase) => void;
  readonly records: Records;
}

interface Records {
  readonly events: readonly JournalEvent[];
  readonly cards: readonly CardSnapshot[];
  readonly days: readonly DayCounts[];
}

const RELEASED: readonly Released[] = [
  {
    version: 1,
    make(database) {
      const events = database.createObjectStore('events', { keyPath: 'id' });
      events.createIndex('card', 'card');
      events.createIndex('kind', 'kind');
      const cards = database.createObjectStore('cards', { keyPath: 'card' });
      cards.createIndex('queueDay', 'queueDay');
      database.createObjectStore('days', { keyPath: 'day' });
    },
    // An event of every kind that there was: reviews, quiz answers, cards set aside and taken back,
    // an undo, changed settings, a quiz; on two devices.
    records: v1 as unknown as Records,
  },
  {
    version: 2,
    make(database) {
      const events = database.createObjectStore('events', { keyPath: 'id' });
      events.createIndex('card', 'card');
      events.createIndex('kind', 'kind');
      const cards = database.createObjectStore('cards', { keyPath: 'card' });
      cards.createIndex('queue', ['bank', 'queueDay']);
      cards.createIndex('lastEventAt', 'lastEventAt');
      database.createObjectStore('days', { keyPath: 'day' });
      database.createObjectStore('daysAnew', { keyPath: 'day' });
      database.createObjectStore('meta', { keyPath: 'key' });
    },
    // The same, and what came since: marks, own words, an own question, reading, an exam, a batch.
    records: v2 as unknown as Records,
  },
];

let count = 0;

/** Makes such a database and fills it, without our code. */
function released({ version, make, records }: Released): Promise<string> {
  const name = `released-${version}-${Date.now()}-${count++}`;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onerror = () => reject(new Error(opening.error?.message));
    opening.onupgradeneeded = () => make(opening.result);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(Object.keys(records), 'readwrite');
      for (const [store, all] of Object.entries(records) as [string, readonly object[]][]) {
        for (const record of all) transaction.objectStore(store).put(record);
      }
      transaction.oncomplete = () => {
        database.close();
        resolve(name);
      };
    };
  });
}

it.each(RELEASED)('of schema version $version, all events are there', async (release) => {
  const store = await must(openIndexedDb(await released(release)));
  const sorted = [...release.records.events].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(await must(store.eventsAfter(null, 1000))).toEqual(sorted);
});

it.each(RELEASED)(
  'of schema version $version, opening gives the same cards as folding',
  async (release) => {
    const { events } = release.records;
    const store = await must(openIndexedDb(await released(release)));
    const timeline = settingsTimeline(events.filter(isSettings));
    const cards = await must(store.cards());
    expect(cards.map(({ card }) => card)).toEqual(release.records.cards.map(({ card }) => card));
    for (const card of cards) {
      const own = events.filter(isCardEvent).filter((event) => event.card === card.card);
      expect(card).toEqual(foldCard(card.card, own, timeline).snapshot);
    }
    const fresh = memoryStore();
    await must(fresh.appendAll(events));
    expect(await dump(store)).toBe(await dump(fresh));
    await must(store.rebuild());
    expect(await dump(store)).toBe(await dump(fresh));
  },
);

it.each(RELEASED)(
  'of schema version $version, what was learned is due as it was',
  async (release) => {
    const store = await must(openIndexedDb(await released(release)));
    const due = (cards: readonly CardSnapshot[]) =>
      cards.map(({ card, queueDay }) => ({ card, queueDay }));
    expect(due(await must(store.cards()))).toEqual(due(release.records.cards));
    expect(await must(store.days(0, 1e6))).toEqual(release.records.days);
  },
);

it.each(RELEASED)('of schema version $version, learning goes on', async (release) => {
  const store = await must(openIndexedDb(await released(release)));
  const [card] = release.records.cards;
  const last = release.records.events.at(-1)!;
  const id = '019f0000-0000-7000-8000-000000000000';
  const event = { ...last, kind: 'suspend', card: card!.card, id, at: last.at + 1 } as const;
  await must(store.append(event as unknown as JournalEvent, card!.lastEvent));
  expect(await must(store.card(card!.card))).toMatchObject({ suspended: true, lastEvent: id });
});
