import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { err, ok, type Result } from '../../primitives/index.ts';
import { canAdvance, isCardEvent, type CardEvent, type JournalEvent } from '../../journal/index.ts';
import {
  changeByAdvancing,
  changeByFolding,
  changedDay,
  changesFolded,
  foldAll,
  isSettings,
} from '../apply.ts';
import { FAILURES } from '../failures.ts';
import type { Appended } from '../port.ts';
import { keyOf, readAll, type Readable, type SettingsReader } from './read.ts';
import type { JournalSchema } from './schema.ts';

const ALL_STORES = ['events', 'cards', 'days'] as const;
type StoreNames = typeof ALL_STORES;
type Writing = IDBPTransaction<JournalSchema, StoreNames, 'readwrite'>;

/**
 * Runs a piece of work in one transaction, all or nothing, and resolves when it is on disk. Inside
 * it nothing but the database may be awaited: the transaction would commit by itself meanwhile.
 */
export async function writing<T>(
  database: IDBPDatabase<JournalSchema>,
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
  try {
    const [value] = await Promise.all([work(transaction), transaction.done]);
    return value;
  } catch (error) {
    // What made the transaction fail says more than that its requests were broken off.
    const cause: unknown = transaction.error ?? error;
    try {
      transaction.abort();
    } catch {
      // It is over already.
    }
    throw cause;
  }
}

export async function appendCardEvent(
  transaction: Writing,
  event: CardEvent,
  expectedLast: string | null | undefined,
  readSettings: SettingsReader,
): Promise<Result<Appended>> {
  const events = transaction.objectStore('events');
  const cards = transaction.objectStore('cards');
  const days = transaction.objectStore('days');
  const [before = null, known, settings] = await Promise.all([
    cards.get(event.card),
    events.getKey(event.id),
    readSettings(events),
  ]);
  if (known !== undefined) return ok({ snapshot: before });
  if (expectedLast !== undefined && expectedLast !== (before?.lastEvent ?? null)) {
    return err(FAILURES.stale);
  }
  const change = canAdvance(before, event, settings)
    ? changeByAdvancing(before, event, settings)
    : changeByFolding(
        (await events.index('card').getAll(event.card)).filter(isCardEvent),
        event,
        settings,
      );
  const sums = await Promise.all(
    change.counts.map(async (counts) => ({
      day: counts.day,
      sum: changedDay(await days.get(counts.day), counts),
    })),
  );
  await together([
    () => events.put(event),
    () => cards.put(change.snapshot),
    ...sums.map(
      ({ day, sum }) =>
        () =>
          sum ? days.put(sum) : days.delete(day),
    ),
  ]);
  return ok({ snapshot: change.snapshot });
}

/** An event about no card. Settings may change what was folded without them. */
export async function appendOther(
  transaction: Writing,
  event: Exclude<JournalEvent, CardEvent>,
): Promise<Result<Appended>> {
  const events = transaction.objectStore('events');
  if ((await events.getKey(event.id)) === undefined) {
    await events.put(event);
    if (
      isSettings(event) &&
      changesFolded(event, await readAll(transaction.objectStore('cards')))
    ) {
      await rebuildCaches(transaction);
    }
  }
  return ok({ snapshot: null });
}

/** Folds the whole journal, and writes what the caches have otherwise: nothing, as a rule. */
export async function rebuildCaches(transaction: Writing): Promise<void> {
  const folded = foldAll(await readAll(transaction.objectStore('events')));
  await replace(transaction.objectStore('cards'), folded.snapshots);
  await replace(transaction.objectStore('days'), folded.days);
}

interface Writable<Value> extends Readable<Value> {
  put(value: Value): Promise<unknown>;
  delete(range: IDBKeyRange): Promise<void>;
}

async function replace<Value extends object>(
  store: Writable<Value>,
  values: readonly Value[],
): Promise<void> {
  const old = new Map(
    (await readAll(store)).map((value) => [keyOf(store, value), JSON.stringify(value)]),
  );
  const writes: Write[] = [];
  for (const value of values) {
    const key = keyOf(store, value);
    if (old.get(key) !== JSON.stringify(value)) writes.push(() => store.put(value));
    old.delete(key);
  }
  for (const key of old.keys()) writes.push(() => store.delete(IDBKeyRange.only(key)));
  await together(writes);
}

type Write = () => Promise<unknown>;

/** Writes at once. One that throws, instead of rejecting, leaves the others not unheard. */
async function together(writes: readonly Write[]): Promise<void> {
  await Promise.all(writes.map(async (write) => write()));
}
