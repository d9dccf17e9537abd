import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { JournalSchema } from './schema.ts';

const ALL_STORES = ['events', 'cards', 'days', 'daysAnew', 'meta'] as const;
export type Writing = IDBPTransaction<JournalSchema, typeof ALL_STORES, 'readwrite'>;

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

/**
 * As `writing`, of work that may find that it should not have begun.
 *
 * @param work gives null then
 * @returns null where the work gave it; nothing of it is written
 */
export async function writingOr<T>(
  database: IDBPDatabase<JournalSchema>,
  work: (transaction: Writing) => Promise<T | null>,
): Promise<T | null> {
  const broken = new Error('broken off');
  try {
    return await writing(database, async (transaction) => {
      const value = await work(transaction);
      if (value === null) throw broken;
      return value;
    });
  } catch (error) {
    if (error === broken) return null;
    throw error;
  }
}
