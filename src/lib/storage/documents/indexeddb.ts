import type { IDBPDatabase } from 'idb';
import { err, ok, type Instant, type Result } from '../../primitives/index.ts';
import type { PackedBank } from '../../bank/index.ts';
import { openDatabase } from '../indexeddb/database.ts';
import { attempt, DAMAGED, inWords } from './failures.ts';
import type { DocumentStore } from './port.ts';
import { byTitle, DATABASE, headOf, MIGRATIONS, type DocumentSchema } from './schema.ts';

/** Characters of JSON that one transaction writes: on a full disk, large ones destroy databases. */
const PIECE = 400_000;
const STRICT = { durability: 'strict' } as const;

/**
 * Opens the documents of this device in IndexedDB, creating or migrating them.
 *
 * @param name of the database; only tests give one
 */
export async function openDocuments(name: string = DATABASE): Promise<Result<DocumentStore>> {
  const opened = await openDatabase<DocumentSchema>({ name, migrations: MIGRATIONS });
  return opened.ok ? ok(storeOf(opened.value.database)) : err(inWords(opened.error));
}

function storeOf(database: IDBPDatabase<DocumentSchema>): DocumentStore {
  async function put(bank: PackedBank, at: Instant): Promise<void> {
    const text = JSON.stringify(bank);
    const pieces = Math.ceil(text.length / PIECE);
    const { id } = bank;
    // They belong to nobody before the head names them; should one not fit, the next removal finds it.
    for (let number = 0; number < pieces; number++) {
      const piece = text.slice(number * PIECE, (number + 1) * PIECE);
      const writing = database.transaction('pieces', 'readwrite', STRICT);
      await Promise.all([writing.store.put({ id, at, number, text: piece }), writing.done]);
    }
    const transaction = database.transaction(['heads', 'pieces'], 'readwrite', STRICT);
    const stored = transaction.objectStore('pieces');
    await Promise.all([
      transaction.objectStore('heads').put({ ...headOf(bank, at), pieces }),
      stored.delete(IDBKeyRange.bound([id], [id, at], false, true)),
      stored.delete(IDBKeyRange.bound([id, at, pieces], [id, []])),
      transaction.done,
    ]);
  }

  return {
    durable: true,
    heads: () =>
      attempt(async () =>
        ok(byTitle((await database.getAll('heads')).map(({ pieces: _, ...head }) => head))),
      ),
    bank: (id) =>
      attempt<PackedBank | null>(async () => {
        const transaction = database.transaction(['heads', 'pieces'], 'readonly');
        const head = await transaction.objectStore('heads').get(id);
        if (!head) return ok(null);
        const range = IDBKeyRange.bound([id, head.at], [id, head.at, []]);
        const pieces = await transaction.objectStore('pieces').getAll(range);
        return readBank(pieces.map(({ text }) => text).join(''));
      }),
    put: (bank, at) => attempt(async () => ok(await put(bank, at))),
    remove: (id) =>
      attempt(async () => {
        const transaction = database.transaction(['heads', 'pieces'], 'readwrite', STRICT);
        await Promise.all([
          transaction.objectStore('heads').delete(id),
          transaction.objectStore('pieces').delete(IDBKeyRange.bound([id], [id, []])),
          transaction.done,
        ]);
        return ok(undefined);
      }),
    close: () => database.close(),
  };
}

function readBank(text: string): Result<PackedBank> {
  try {
    return ok(JSON.parse(text) as PackedBank);
  } catch {
    return err(DAMAGED);
  }
}
