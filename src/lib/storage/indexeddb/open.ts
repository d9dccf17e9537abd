import { err, ok, type Result } from '../../primitives/index.ts';
import { failureOf } from '../failures.ts';
import type { JournalStore } from '../port.ts';
import { openDatabase } from './database.ts';
import { DATABASE, MIGRATIONS, type JournalSchema } from './schema.ts';
import { indexedDbStore } from './store.ts';

/**
 * Opens the journal in IndexedDB, creating or migrating it.
 *
 * @param name of the database; only tests give one
 */
export async function openIndexedDb(name: string = DATABASE): Promise<Result<JournalStore>> {
  const opened = await openDatabase<JournalSchema>({ name, migrations: MIGRATIONS });
  if (!opened.ok) return opened;
  const { database, onclosed } = opened.value;
  try {
    return ok(await indexedDbStore(database, onclosed));
  } catch (error) {
    return err(failureOf(error));
  }
}
