import type { IDBPDatabase } from 'idb';
import { err, ok } from '../../primitives/index.ts';
import { isCardEvent, type JournalEvent } from '../../journal/index.ts';
import { changeOf, EVERYTHING, openChannel } from '../changes.ts';
import { attempt, FAILURES } from '../failures.ts';
import type { JournalStore, RareKind, Rebuilt } from '../port.ts';
import { turns } from '../turns.ts';
import type { Appender } from './folding.ts';
import { idsOf, limitOf, readAll, readQueue, settingsReader } from './read.ts';
import { snapshotOf, type JournalSchema } from './schema.ts';
import { writing, type Writing } from './transaction.ts';

/** What writes and folds. Who only looks, as on the way to the first card, need not have it. */
async function folding(): Promise<typeof import('./folding.ts')> {
  return (loaded ??= await import('./folding.ts'));
}

/** At hand once it was needed: who writes as the page goes must not wait for a turn. */
let loaded: typeof import('./folding.ts') | undefined;

/**
 * The journal in IndexedDB. Answers are written with strict durability, one transaction each, and
 * acknowledged when the transaction is complete. Between tabs there is one order of writing: that of
 * the transactions; and whatever takes several of them has its turn.
 *
 * @throws what the browser throws, where a rebuild is needed before anything can be shown and fails
 */
export async function indexedDbStore(
  database: IDBPDatabase<JournalSchema>,
  onclosed: (callback: () => void) => void,
): Promise<JournalStore> {
  const readSettings = settingsReader();
  const channel = openChannel(database.name);
  const inTurn = turns(database.name);
  const write = <T>(work: (transaction: Writing) => Promise<T>) => writing(database, work);

  let appender: Appender | undefined;
  async function appending(): Promise<Appender> {
    const { newAppender } = await folding();
    return (appender ??= newAppender(database, readSettings));
  }

  const underWay = new Set<Promise<unknown>>();

  /** Lets a write come to its end although the journal is closed meanwhile. */
  function finishing<T>(write: Promise<T>): Promise<T> {
    underWay.add(write);
    void write.finally(() => underWay.delete(write));
    return write;
  }

  /** Does what is left of a rebuild, unless another tab is at it: then it is waited for. */
  function finishRebuild(tell = channel.tell): Promise<Rebuilt> {
    return inTurn(async () => {
      // Rare, so not on the way to the first card; as below.
      const { rebuildPiece } = await import('./rebuild.ts');
      let [cards, corrected] = [0, 0];
      for (;;) {
        const piece = await write((transaction) => rebuildPiece(transaction, readSettings));
        cards += piece.cards;
        corrected += piece.corrected;
        if (piece.finished) break;
      }
      if (corrected > 0) tell({ ...EVERYTHING, settings: false });
      return { cards, corrected };
    });
  }

  /** The events are on disk. Where the rest fails, the next opening goes on with it. */
  async function settle(outdated: boolean): Promise<void> {
    if (outdated) await finishRebuild().catch(() => undefined);
  }

  const begun = await database.get('meta', 'rebuild');
  if (begun?.needed) await finishRebuild();
  else if (begun) void finishRebuild(channel.tellAll).catch(() => undefined);

  return {
    durable: true,
    prepare: (card) =>
      attempt(async () => {
        await (await appending()).lookAt(card);
        return ok(undefined);
      }),
    append: (event, expectedLast) =>
      finishing(
        attempt(async () => {
          // Where it is at hand, the write is asked for before the page does anything else.
          const appended = await (appender ?? (await appending())).append(event, expectedLast);
          if (!appended.ok) return appended;
          const { snapshot, outdated } = appended.value;
          channel.tell(changeOf([event]));
          await settle(outdated);
          return ok({ snapshot });
        }),
      ),
    appendAll: (events, expectedLast) =>
      finishing(
        attempt(async () => {
          const { appendPiece, isStale, pieces } = await import('./append-all.ts');
          let outdated = false;
          const written = await inTurn(async () => {
            for (const [at, piece] of pieces(events).entries()) {
              const done = await write(async (each) => {
                if (at === 0 && (await isStale(each, piece, expectedLast))) return null;
                return appendPiece(each, piece, readSettings);
              });
              if (!done) return err(FAILURES.stale);
              outdated ||= done.outdated;
              channel.tell(changeOf(piece));
            }
            return ok(undefined);
          });
          await settle(outdated);
          return written;
        }),
      ),
    card: (id) =>
      attempt(async () => {
        const stored = await database.get('cards', id);
        return ok(stored ? snapshotOf(stored) : null);
      }),
    cardsOf: (ids) =>
      attempt(async () => {
        const { store } = database.transaction('cards');
        const stored = await Promise.all(ids.map((id) => store.get(id)));
        return ok(stored.flatMap((each) => (each ? [snapshotOf(each)] : [])));
      }),
    due: (bank, from, to, limit) =>
      attempt(async () => {
        const most = limitOf(limit);
        if (most === null || from > to) return ok([]);
        const index = database.transaction('cards').store.index('queue');
        return ok((await readQueue(index, { bank, from, to }, most)).map(snapshotOf));
      }),
    dueIds: (bank, from, to) =>
      attempt(async () => {
        if (from > to) return ok([]);
        const range = IDBKeyRange.bound([bank, from], [bank, to]);
        return ok(await database.getAllKeysFromIndex('cards', 'queue', range));
      }),
    dueCounts: (bank, from, to) =>
      attempt(async () => {
        const index = database.transaction('cards').store.index('queue');
        const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
        const counts = await Promise.all(days.map((day) => index.count([bank, day])));
        return ok(days.map((day, at) => ({ day, count: counts[at]! })));
      }),
    cardIds: (bank) =>
      attempt(async () =>
        ok(await database.getAllKeys('cards', IDBKeyRange.bound(...idsOf(bank), false, true))),
      ),
    cards: (bank) =>
      attempt(async () => {
        const { store } = database.transaction('cards');
        const stored = await readAll(store, bank === undefined ? [] : idsOf(bank));
        return ok(stored.map(snapshotOf));
      }),
    editedCards: () =>
      attempt(async () => {
        const transaction = database.transaction(['events', 'cards']);
        // Few were ever worded anew, so the events are found before the cards.
        const edits = await transaction.objectStore('events').index('kind').getAll('edit');
        const ids = new Set(edits.filter(isCardEvent).map(({ card }) => card));
        const cards = transaction.objectStore('cards');
        const stored = await Promise.all([...ids].sort().map((id) => cards.get(id)));
        return ok(stored.flatMap((each) => (each?.edit ? [snapshotOf(each)] : [])));
      }),
    days: (from, to) =>
      attempt(async () =>
        ok(from > to ? [] : await database.getAll('days', IDBKeyRange.bound(from, to))),
      ),
    latest: (limit, before) =>
      attempt(async () => {
        const events: JournalEvent[] = [];
        const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
        let cursor = await database.transaction('events').store.openCursor(range, 'prev');
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
    eventsOfKind: <Kind extends RareKind>(kind: Kind) =>
      attempt(async () => {
        const events = await database.getAllFromIndex('events', 'kind', kind);
        return ok(events as Extract<JournalEvent, { readonly kind: Kind }>[]);
      }),
    settings: () =>
      attempt(async () => ok(await readSettings(database.transaction('events').store))),
    rebuild: () =>
      attempt(async () => {
        const { beginRebuild } = await folding();
        await write((transaction) => beginRebuild(transaction));
        return ok(await finishRebuild());
      }),
    onchanged: (callback) => channel.onchanged(callback),
    onclosed,
    close() {
      channel.close();
      void Promise.allSettled(underWay).then(() => database.close());
    },
  };
}
