import { openDB } from 'idb';
import { err, ok, type Result } from '../../primitives/index.ts';
import { FAILURES, failureOf } from '../failures.ts';
import type { JournalStore } from '../port.ts';
import { DATABASE, MIGRATIONS, VERSION, type JournalSchema } from './schema.ts';
import { indexedDbStore } from './store.ts';

/** How long another tab may take to let go of an older schema before we say so. */
const BLOCKED_AFTER_MS = 4000;

/**
 * Opens the journal in IndexedDB, creating or migrating it.
 *
 * @param name of the database; only tests give one
 */
export async function openIndexedDb(name: string = DATABASE): Promise<Result<JournalStore>> {
  const closed = new Set<() => void>();
  const announce = () => closed.forEach((callback) => callback());
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    // Where storage is forbidden, asking for it may throw.
    if (!(globalThis as { indexedDB?: IDBFactory }).indexedDB) return err(FAILURES.missing);
    let startWaiting = () => {};
    const waited = new Promise<null>((resolve) => {
      startWaiting = () => {
        timer = setTimeout(() => resolve(null), BLOCKED_AFTER_MS);
      };
    });
    const opening = openDB<JournalSchema>(name, VERSION, {
      upgrade(database, oldVersion) {
        for (const migrate of MIGRATIONS.slice(oldVersion)) {
          migrate(database, oldVersion);
        }
      },
      blocked: startWaiting,
      // A newer tab wants to migrate: let go at once, or it waits for ever.
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        announce();
      },
      terminated: announce,
    });
    const database = await Promise.race([opening, waited]);
    if (database === null) {
      void opening.then((late) => late.close()).catch(() => undefined);
      return err(FAILURES.blocked);
    }
    return ok(await indexedDbStore(database, (callback) => closed.add(callback)));
  } catch (error) {
    return err(failureOf(error));
  } finally {
    clearTimeout(timer);
  }
}
