import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import type { JournalSchema } from './schema.ts';

const ALL_STORES = ['events', 'cards', 'days', 'daysAnew', 'meta', 'revision'] as const;
export type Writing = IDBPTransaction<JournalSchema, typeof ALL_STORES, 'readwrite'>;

/**
 * Runs a piece of work in one transaction, all or nothing, and resolves when it is on disk. Inside
 * it nothing but the database may be awaited: the transaction would commit by itself meanwhile.
 *
 * Every such transaction puts another revision in the place of the one before: whoever read the journal
 * earlier can write upon that as long as the revision is the same (`ahead.ts`).
 */
export function writing<T>(
  database: IDBPDatabase<JournalSchema>,
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  return allOrNothing(database, ALL_STORES, async (transaction) => {
    const revised = revise(transaction.objectStore('revision'));
    const [value] = await Promise.all([work(transaction), revised]);
    return value;
  });
}

/** As `writing`, of some stores, and without a word about the revision. */
export async function allOrNothing<T, Stores extends readonly StoreNames<JournalSchema>[]>(
  database: IDBPDatabase<JournalSchema>,
  stores: Stores,
  work: (transaction: IDBPTransaction<JournalSchema, Stores, 'readwrite'>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
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

type Revisions = Pick<
  IDBPObjectStore<JournalSchema, ArrayLike<StoreNames<JournalSchema>>, 'revision', 'readwrite'>,
  'add' | 'clear' | 'delete'
>;

/**
 * Asks for another revision.
 *
 * @param upon the number of the one that it is to take the place of; where that is gone, another one is
 *   there, beside which there can be none, and the transaction fails
 */
export async function revise(revisions: Revisions, upon?: number): Promise<void> {
  await Promise.all([
    upon === undefined ? revisions.clear() : revisions.delete(upon),
    revisions.add({ only: 0 }),
  ]);
}
