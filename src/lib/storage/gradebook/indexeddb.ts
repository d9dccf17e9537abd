import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { err, ok, type Result } from '../../primitives/index.ts';
import type { ClassRecord, Sheet } from '../../gradebook/index.ts';
import { openDatabase } from '../indexeddb/database.ts';
import { attempt, inWords } from './failures.ts';
import type { GradebookStore } from './port.ts';
import { DATABASE, headOf, MIGRATIONS, newestFirst, type GradebookSchema } from './schema.ts';

const ALL = ['heads', 'bodies', 'sheets'] as const;
type Transaction = IDBPTransaction<GradebookSchema, typeof ALL, 'readonly' | 'readwrite'>;
type Writing = IDBPTransaction<GradebookSchema, typeof ALL, 'readwrite'>;

/** Characters of JSON that one transaction writes at most: on a full disk, large ones destroy databases. */
const MOST_AT_ONCE = 500_000;

/**
 * Opens the gradebook in IndexedDB, creating or migrating it.
 *
 * @param name of the database; only tests give one
 */
export async function openGradebook(name: string = DATABASE): Promise<Result<GradebookStore>> {
  const opened = await openDatabase<GradebookSchema>({ name, migrations: MIGRATIONS });
  return opened.ok ? ok(storeOf(opened.value.database)) : err(inWords(opened.error));
}

function storeOf(database: IDBPDatabase<GradebookSchema>): GradebookStore {
  const channel = new BroadcastChannel(database.name);
  let open = true;

  /** The record as it stands, and every sheet that lies under its id, belonging to it or not yet. */
  async function read(transaction: Transaction, id: string) {
    const [head, body, stored] = await Promise.all([
      transaction.objectStore('heads').get(id),
      transaction.objectStore('bodies').get(id),
      transaction.objectStore('sheets').getAll(rangeOf(id)),
    ]);
    const sheets = new Map(stored.map((one) => [one.id, one.sheet]));
    if (!head || !body) return { record: null, sheets };
    const { title, at } = head;
    const ordered = body.order.flatMap((sheet) => sheets.get(sheet) ?? []);
    const record: ClassRecord = { id, title, at, plan: body.plan, sheets: ordered };
    return { record, sheets };
  }

  /**
   * One transaction. Where it would have to write more than fits, it writes sheets alone, as many as
   * fit; they belong to nobody before the body names them, and the next round finds them there.
   */
  async function round(
    id: string,
    work: Parameters<GradebookStore['change']>[1],
  ): Promise<Result<ClassRecord | null> | 'again'> {
    const transaction = database.transaction(ALL, 'readwrite', { durability: 'strict' });
    const done = transaction.done.then(() => null);
    try {
      const before = await read(transaction, id);
      const changed = work(before.record);
      const whole = changed.ok ? write(transaction, id, changed.value, before.sheets) : true;
      await done;
      return whole ? changed : 'again';
    } catch (error) {
      // What made the transaction fail says more than that its requests were broken off.
      const cause: unknown = transaction.error ?? error;
      abort(transaction);
      await done.catch(() => undefined);
      throw cause;
    }
  }

  return {
    durable: true,
    heads: () => attempt(async () => ok(newestFirst(await database.getAll('heads')))),
    record: (id) =>
      attempt(async () => ok((await read(database.transaction(ALL, 'readonly'), id)).record)),
    change: (id, work) =>
      attempt(async () => {
        for (;;) {
          const changed = await round(id, work);
          if (changed === 'again') continue;
          // What was written just before closing is written all the same.
          if (changed.ok && open) channel.postMessage(id);
          return changed;
        }
      }),
    onchanged(callback) {
      channel.addEventListener('message', callback);
    },
    close() {
      open = false;
      channel.close();
      database.close();
    },
  };
}

/** @returns whether all of it fitted */
function write(
  transaction: Writing,
  id: string,
  record: ClassRecord | null,
  stored: ReadonlyMap<string, Sheet>,
): boolean {
  const heads = transaction.objectStore('heads');
  const bodies = transaction.objectStore('bodies');
  const sheets = transaction.objectStore('sheets');
  // Requests that fail abort the transaction, which says so itself.
  const send = (...requests: readonly Promise<unknown>[]) =>
    requests.forEach((request) => void request.catch(() => undefined));
  if (record === null) {
    send(heads.delete(id), bodies.delete(id), sheets.delete(rangeOf(id)));
    return true;
  }
  let size = 0;
  for (const sheet of record.sheets) {
    const text = JSON.stringify(sheet);
    const known = stored.get(sheet.id);
    if (known && JSON.stringify(known) === text) continue;
    size += text.length;
    if (size > MOST_AT_ONCE && size > text.length) return false;
    send(sheets.put({ record: id, id: sheet.id, sheet }));
  }
  const order = record.sheets.map((sheet) => sheet.id);
  const belongs = new Set(order);
  for (const known of stored.keys()) if (!belongs.has(known)) send(sheets.delete([id, known]));
  send(heads.put(headOf({ ...record, id })), bodies.put({ id, plan: record.plan, order }));
  return true;
}

/** All sheets of a record: an array sorts after every text. */
function rangeOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}
