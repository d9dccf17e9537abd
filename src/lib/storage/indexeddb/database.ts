import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { err, ok, type Result } from '../../primitives/index.ts';
import { FAILURES, failureOf } from '../failures.ts';

/** How long another tab may take to let go of an older schema before we say so. */
const BLOCKED_AFTER_MS = 4000;

/** A database, its steps of schema in the order in which they were taken. */
export interface Plan<Schema extends DBSchema> {
  readonly name: string;
  /** A step is told the version that the database had before the first of them; 0: none. */
  readonly migrations: readonly ((database: IDBPDatabase<Schema>, oldVersion: number) => void)[];
}

export interface Opened<Schema extends DBSchema> {
  readonly database: IDBPDatabase<Schema>;
  /** Calls back when another tab needs the database closed, or the browser has closed it. */
  readonly onclosed: (callback: () => void) => void;
}

/** Opens a database in IndexedDB, creating or migrating it. */
export async function openDatabase<Schema extends DBSchema>({
  name,
  migrations,
}: Plan<Schema>): Promise<Result<Opened<Schema>>> {
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
    const opening = openDB<Schema>(name, migrations.length, {
      upgrade(database, oldVersion) {
        for (const migrate of migrations.slice(oldVersion)) {
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
    return ok({ database, onclosed: (callback) => void closed.add(callback) });
  } catch (error) {
    return err(failureOf(error));
  } finally {
    clearTimeout(timer);
  }
}
