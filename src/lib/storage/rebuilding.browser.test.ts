import { afterEach, expect, it, vi } from 'vitest';
import type { JournalEvent } from '../journal/index.ts';
import { DAY, dump, event, must, review } from './contract/bench.ts';
import { openIndexedDb, type JournalStore } from './index.ts';

let count = 0;
const fresh = () => `rebuilding-${Date.now()}-${count++}`;
const open = (name: string) => must(openIndexedDb(name));

afterEach(() => void vi.restoreAllMocks());

/** So many cards that a rebuild takes several pieces; one of them with more events than fit in one. */
function long(): JournalEvent[] {
  const card = (at: number) => `bank/${String(at).padStart(5, '0')}`;
  const answers = Array.from({ length: 2600 }, (_, at) => {
    return review(at, { card: card(at % 1500), day: DAY + (at % 7), rating: at % 5 === 0 ? 1 : 3 });
  });
  const often = Array.from({ length: 1200 }, (_, at) => {
    return event('bury', 3000 + at, { card: card(700) });
  });
  return [...answers, ...often, event('quiz', 5000)];
}

/** The page dies when it begins its next transaction but so many. */
function dieAfter(transactions: number): void {
  const own = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction');
  const begin = own!.value as (...asked: unknown[]) => IDBTransaction;
  let left = transactions;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...asked
  ) {
    if (asked[1] === 'readwrite' && left-- <= 0) {
      throw new DOMException('the page is gone', 'InvalidStateError');
    }
    return begin.apply(this, asked);
  });
}

async function read(name: string, store: string): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.message));
  });
  const all = await new Promise<unknown[]>((resolve, reject) => {
    const request = database.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.message));
  });
  database.close();
  return all;
}

/** Makes the caches wrong: as if they had been lost. */
async function lose(name: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction(['cards', 'days'], 'readwrite');
  transaction.objectStore('cards').clear();
  transaction.objectStore('days').clear();
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

async function filled(): Promise<{ name: string; store: JournalStore; before: string }> {
  const name = fresh();
  const store = await open(name);
  await must(store.appendAll(long()));
  return { name, store, before: await dump(store) };
}

it('writes a long history in pieces of bounded size', { timeout: 60_000 }, async () => {
  const { name, store, before } = await filled();
  await lose(name);
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  expect(await must(store.rebuild())).toEqual({ cards: 1500, corrected: 1500 });
  const transactions = begin.mock.calls.filter(([, mode]) => mode === 'readwrite').length;
  expect(transactions).toBeGreaterThan(4);
  const written = new Map<IDBTransaction, number>();
  put.mock.contexts.forEach((objectStore, at) => {
    const length = JSON.stringify(put.mock.calls[at]![0]).length;
    const { transaction } = objectStore as IDBObjectStore;
    written.set(transaction, (written.get(transaction) ?? 0) + length);
  });
  expect(Math.max(...written.values())).toBeLessThan(1_000_000);
  vi.restoreAllMocks();
  expect(await dump(store)).toBe(before);
});

it.each([1, 2, 4])(
  'broken off after %i pieces is finished by the next opening, to the byte',
  { timeout: 60_000 },
  async (pieces) => {
    const { name, store, before } = await filled();
    await lose(name);
    dieAfter(pieces);
    expect((await store.rebuild()).ok).toBe(false);
    vi.restoreAllMocks();
    store.close();
    expect(await read(name, 'meta')).toHaveLength(1);
    const again = await open(name);
    await vi.waitFor(async () => expect(await read(name, 'meta')).toEqual([]), 20_000);
    expect(await read(name, 'daysAnew')).toEqual([]);
    expect(await dump(again)).toBe(before);
  },
);

it('a bulk of events broken off in the middle is added by the same call again', async () => {
  const name = fresh();
  const store = await open(name);
  dieAfter(2);
  expect((await store.appendAll(long())).ok).toBe(false);
  vi.restoreAllMocks();
  const kept = (await read(name, 'events')).length;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(long().length);
  // What is there is whole: the caches say what these events say.
  const before = await dump(store);
  await must(store.rebuild());
  expect(await dump(store)).toBe(before);
  await must(store.appendAll(long()));
  const whole = await filled();
  expect(await dump(store)).toBe(whole.before);
});

it('late settings are kept where the page dies before they took effect', async () => {
  const { name, store } = await filled();
  const late = event('settings', 900, { id: 'late', changes: { learningSteps: [] } });
  dieAfter(2);
  await must(store.append(late));
  vi.restoreAllMocks();
  store.close();
  const again = await open(name);
  await vi.waitFor(async () => expect(await read(name, 'meta')).toEqual([]), 20_000);
  const after = await dump(again);
  expect((await must(again.card('bank/01200')))?.schedule?.phase).toBe('review');
  await must(again.rebuild());
  expect(await dump(again)).toBe(after);
});

it('counts what is answered between two pieces once', { timeout: 60_000 }, async () => {
  const { name, store } = await filled();
  const other = await open(name);
  await lose(name);
  const rebuilt = must(store.rebuild());
  // Before, amid and after the cards that are done.
  for (let number = 6000; number < 6060; number++) {
    const card = `bank/${String((number * 37) % 1500).padStart(5, '0')}`;
    await must(other.append(review(number, { card, day: DAY + 9 })));
  }
  await rebuilt;
  const before = await dump(store);
  await must(store.rebuild());
  expect(await dump(store)).toBe(before);
  expect(await must(store.days(DAY + 9, DAY + 9))).toMatchObject([{ milliseconds: 60_000 }]);
});

it('is shown only whole where a migration has emptied the caches', async () => {
  const { name, store, before } = await filled();
  store.close();
  await lose(name);
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction('meta', 'readwrite');
  transaction.objectStore('meta').put({ key: 'rebuild', position: '', needed: true });
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
  dieAfter(2);
  expect(await openIndexedDb(name)).toMatchObject({ ok: false, error: { code: 'storage-closed' } });
  vi.restoreAllMocks();
  const again = await open(name);
  expect(await dump(again)).toBe(before);
});
