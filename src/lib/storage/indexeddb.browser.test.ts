import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import type { JournalEvent } from '../journal/index.ts';
import { appendEach, DAY, dump, event, must, review } from './contract/bench.ts';
import { storeContract } from './contract.ts';
import { openIndexedDb, type JournalStore } from './index.ts';

let count = 0;
const fresh = () => `journal-${Date.now()}-${count++}`;

async function open(name: string): Promise<JournalStore> {
  return must(openIndexedDb(name));
}

/** A database as the browser gives it, without our code. */
function raw(
  name: string,
  version?: number,
  upgrade?: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.message));
  });
}

/** Writes to a store of a database, without our code. */
function rawWrite(database: IDBDatabase, store: string, write: (store: IDBObjectStore) => void) {
  return new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite');
    write(transaction.objectStore(store));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(new Error(transaction.error?.message));
  });
}

const original = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');

/** Puts something else in the place of `indexedDB`, until the test is over. */
function pretend(get: () => unknown) {
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get });
}

/** Not in TypeScript's library yet. */
interface StorageBuckets {
  readonly storageBuckets: {
    open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  if (original) Object.defineProperty(globalThis, 'indexedDB', original);
  else delete (globalThis as { indexedDB?: unknown }).indexedDB;
});

storeContract('IndexedDB', open);

describe('a journal on disk', () => {
  /** Whether an answer to `bank/a` was written without a question to the database, all at once. */
  async function wroteAtOnce(store: JournalStore, number: number): Promise<boolean> {
    const asked = (['get', 'getAll', 'getKey', 'getAllKeys', 'count'] as const).map((name) =>
      vi.spyOn(IDBObjectStore.prototype, name),
    );
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await must(store.append(review(number)));
    const questions = asked.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    const transactions = transaction.mock.calls.length;
    for (const spy of [...asked, transaction]) spy.mockRestore();
    return questions === 0 && transactions === 1;
  }

  it('writes what was looked at before without asking anything', async () => {
    const store = await open(fresh());
    expect(await wroteAtOnce(store, 1)).toBe(false);
    expect(await wroteAtOnce(store, 2)).toBe(false);
    await must(store.prepare('bank/a'));
    expect(await wroteAtOnce(store, 3)).toBe(true);
    expect(await wroteAtOnce(store, 4)).toBe(false);
    expect(await must(store.eventsOf('bank/a'))).toHaveLength(4);
  });

  it.each<[what: string, meanwhile: (other: JournalStore) => Promise<unknown>]>([
    ['one answer', (other) => must(other.append(review(2)))],
    ['several answers', (other) => appendEach(other, [review(2), review(3), review(4)])],
    ['a note', (other) => must(other.append(event('quiz', 2)))],
    ['many at once', (other) => must(other.appendAll([review(2), review(3, { card: 'bank/b' })]))],
    ['the caches anew', (other) => must(other.rebuild())],
  ])('writes nothing upon what another tab changed since: %s', async (_, meanwhile) => {
    const name = fresh();
    const [one, other] = [await open(name), await open(name)];
    await must(one.append(review(1)));
    await must(one.prepare('bank/a'));
    await meanwhile(other);
    expect(await wroteAtOnce(one, 9)).toBe(false);
    const before = await dump(one);
    await must(one.rebuild());
    expect(await dump(one)).toBe(before);
  });

  it.each(['put', 'add'] as const)(
    'writes an answer once where the write at once breaks off (%s)',
    async (method) => {
      const store = await open(fresh());
      await must(store.append(review(1)));
      await must(store.prepare('bank/a'));
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementationOnce(() => {
        throw new DOMException('for a moment', 'UnknownError');
      });
      await must(store.append(review(2)));
      expect(await must(store.eventsOf('bank/a'))).toEqual([review(1), review(2)]);
      const before = await dump(store);
      await must(store.rebuild());
      expect(await dump(store)).toBe(before);
    },
  );

  it('keeps one revision, however many are written', async () => {
    const name = fresh();
    const store = await open(name);
    for (const number of [1, 2, 3]) {
      await must(store.append(review(number)));
      await must(store.prepare('bank/a'));
    }
    const database = await raw(name);
    const revisions = database.transaction('revision').objectStore('revision').getAllKeys();
    await new Promise((resolve) => (revisions.onsuccess = resolve));
    expect(revisions.result).toHaveLength(1);
    database.close();
  });

  it('refuses what another tab answered since it was looked at', async () => {
    const name = fresh();
    const [one, other] = [await open(name), await open(name)];
    await must(one.append(review(1)));
    await must(other.prepare('bank/a'));
    await must(one.append(review(2)));
    const before = await dump(one);
    expect(await other.append(review(3), 'event-0001')).toMatchObject({
      error: { code: 'stale' },
    });
    expect(await dump(one)).toBe(before);
    await must(other.append(review(3), 'event-0002'));
    expect(await must(one.eventsOf('bank/a'))).toHaveLength(3);
  });

  it('says that it lasts, and does', async () => {
    const name = fresh();
    const first = await open(name);
    expect(first.durable).toBe(true);
    await appendEach(first, [
      review(1),
      review(2, { card: 'bank/b' }),
      event('settings', 3, { changes: { newPerDay: 7 } }),
      event('undo', 4, { target: 'event-0001' }),
    ]);
    const before = await dump(first);
    first.close();
    const second = await open(name);
    expect(await dump(second)).toBe(before);
    expect(await must(second.settings())).toMatchObject({
      changes: [{ settings: { newPerDay: 7 } }],
    });
  });

  it('is written with strict durability, an event a transaction', async () => {
    const store = await open(fresh());
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await must(store.append(review(1)));
    await must(store.append(event('quiz', 2)));
    expect(transaction.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([
      ['readwrite', { durability: 'strict' }],
      ['readwrite', { durability: 'strict' }],
    ]);
  });

  it('has its caches again, to the byte, when they were deleted or damaged', async () => {
    const name = fresh();
    const store = await open(name);
    await appendEach(store, [
      review(1),
      review(2, { card: 'bank/b', rating: 4 }),
      event('bury', 3, { card: 'bank/c' }),
    ]);
    const before = await dump(store);
    const database = await raw(name);
    await rawWrite(database, 'days', (days) => {
      days.clear();
      days.put({ day: 7, fresh: 1 });
    });
    await rawWrite(database, 'cards', (cards) => {
      cards.delete('bank/a');
      cards.put({ card: 'bank/b', schedule: null });
      cards.put({ card: 'bank/z', schedule: null });
    });
    database.close();
    expect(await dump(store)).not.toBe(before);
    await must(store.rebuild());
    expect(await dump(store)).toBe(before);
  });

  it('is read whole, however long it is', async () => {
    const name = fresh();
    const store = await open(name);
    const database = await raw(name);
    const cards = Array.from(
      { length: 4001 },
      (_, index) => `bank/${String(index).padStart(5, '0')}`,
    );
    await rawWrite(database, 'events', (events) => {
      cards.forEach((card, index) => events.put(review(index, { card, id: `event-${card}` })));
    });
    database.close();
    await must(store.rebuild());
    expect((await must(store.cards())).map(({ card }) => card)).toEqual(cards);
    expect(await must(store.days(DAY, DAY))).toMatchObject([{ fresh: 4001 }]);
  });
});

describe('two tabs', () => {
  it('see each other’s answers, and only one of them wins', async () => {
    const name = fresh();
    const [one, other] = [await open(name), await open(name)];
    await must(one.append(review(1), null));
    expect(await must(other.card('bank/a'))).toEqual(await must(one.card('bank/a')));
    const results = await Promise.all([
      one.append(review(2), 'event-0001'),
      other.append(review(3), 'event-0001'),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await must(one.eventsOf('bank/a'))).toHaveLength(2);
  });

  it('lose no count between them', async () => {
    const name = fresh();
    const tabs = [await open(name), await open(name)];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        must(tabs[index % 2]!.append(review(index, { card: `bank/${index}` }))),
      ),
    );
    expect(await must(tabs[0]!.days(DAY, DAY))).toMatchObject([{ fresh: 20 }]);
  });

  it('follow one another’s settings at once', async () => {
    const name = fresh();
    const [one, other] = [await open(name), await open(name)];
    await must(other.append(review(1)));
    await must(one.append(event('settings', 2, { changes: { learningSteps: [] } })));
    const { snapshot } = await must(other.append(review(3, { card: 'bank/b' })));
    expect(snapshot?.schedule?.phase).toBe('review');
    expect(await must(other.settings())).toEqual(await must(one.settings()));
  });

  it('may rebuild while the other writes', async () => {
    const name = fresh();
    const [one, other] = [await open(name), await open(name)];
    await appendEach(
      one,
      Array.from({ length: 30 }, (_, index) => review(index)),
    );
    await Promise.all([
      must(one.rebuild()),
      appendEach(
        other,
        Array.from({ length: 10 }, (_, index) => review(100 + index, { card: `bank/${index}` })),
      ),
      must(one.rebuild()),
    ]);
    const before = await dump(one);
    await must(one.rebuild());
    expect(await dump(one)).toBe(before);
  });
});

describe('a newer version', () => {
  it('that has written the journal is named, and the journal left alone', async () => {
    const name = fresh();
    (await raw(name, 99)).close();
    expect(await openIndexedDb(name)).toMatchObject({
      ok: false,
      error: { code: 'storage-newer' },
    });
    expect((await raw(name)).version).toBe(99);
  });

  it('in another tab gets the journal at once; here nothing can be written any more', async () => {
    const name = fresh();
    const store = await open(name);
    const closed = vi.fn();
    store.onclosed(closed);
    await must(store.append(review(1)));
    const newer = await raw(name, 99);
    expect(closed).toHaveBeenCalledOnce();
    const calls = [
      store.append(review(2)),
      store.card('bank/a'),
      store.rebuild(),
      store.settings(),
    ];
    for (const call of calls) {
      expect(await call).toMatchObject({ ok: false, error: { code: 'storage-closed' } });
    }
    expect(newer.objectStoreNames).toContain('events');
    newer.close();
  });
});

describe('a failure', () => {
  const quota = () => new DOMException('full', 'QuotaExceededError');

  /** Makes the browser's `put` throw at once for one of the stores. */
  function putThrows(store: string, error: () => DOMException) {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put');
    const put = own!.value as (value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...values
    ) {
      if (this.name === store) throw error();
      return put.apply(this, values);
    });
  }

  it.each(['events', 'cards', 'days'])(
    'to find room for the %s is named, and nothing is written',
    async (name) => {
      const store = await open(fresh());
      await must(store.append(review(1)));
      const before = await dump(store);
      putThrows(name, quota);
      expect(await store.append(review(2))).toMatchObject({
        ok: false,
        error: { code: 'storage-full' },
      });
      vi.restoreAllMocks();
      expect(await dump(store)).toBe(before);
      await must(store.append(review(2), 'event-0001'));
    },
  );

  // In a bucket of its own, whose free space the browser has not measured yet.
  it.skipIf(!('storageBuckets' in navigator))(
    'of a full disk, as the browser reports it, is named, and nothing is written',
    async () => {
      const { origin } = location;
      const { storageBuckets } = navigator as unknown as StorageBuckets;
      const bucket = await storageBuckets.open(fresh());
      pretend(() => bucket.indexedDB);
      const store = await open(fresh());
      const { usage } = await cdp().send('Storage.getUsageAndQuota', { origin });
      const quotaSize = usage + 1_000_000;
      await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
      try {
        await must(store.append(review(1)));
        const before = await dump(store);
        const big = review(2, { device: 'x'.repeat(4_000_000) });
        expect(await store.append(big)).toMatchObject({
          ok: false,
          error: { code: 'storage-full' },
        });
        expect(await dump(store)).toBe(before);
        await must(store.append(review(3), 'event-0001'));
      } finally {
        await cdp().send('Storage.overrideQuotaForOrigin', { origin });
      }
    },
  );

  it('to copy an event leaves nothing half-written', async () => {
    const store = await open(fresh());
    const before = await dump(store);
    const strange = { ...review(1), extra: () => 1 } as unknown as JournalEvent;
    expect(await store.append(strange)).toMatchObject({
      ok: false,
      error: { code: 'storage-failed' },
    });
    expect(await dump(store)).toBe(before);
  });

  it('to read the settings once does not hold for ever', async () => {
    const store = await open(fresh());
    vi.spyOn(IDBIndex.prototype, 'count').mockImplementationOnce(() => {
      throw new DOMException('for a moment', 'UnknownError');
    });
    expect((await store.settings()).ok).toBe(false);
    expect((await store.settings()).ok).toBe(true);
    await must(store.append(review(1)));
  });

  it('after closing is named', async () => {
    const store = await open(fresh());
    store.close();
    expect(await store.append(review(1))).toMatchObject({
      ok: false,
      error: { code: 'storage-closed' },
    });
  });
});

describe('a browser without storage', () => {
  it.each([
    ['has none', () => undefined, 'storage-missing'],
    ['has none and says so', () => null, 'storage-missing'],
    [
      'forbids to name it',
      () => {
        throw new DOMException('no', 'SecurityError');
      },
      'storage-refused',
    ],
    [
      'forbids to open it',
      () => ({
        open() {
          throw new DOMException('no', 'SecurityError');
        },
      }),
      'storage-refused',
    ],
  ])('that %s is told apart', async (_name, get, code) => {
    pretend(get);
    expect(await openIndexedDb(fresh())).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    ['UnknownError', 'storage-refused'],
    ['QuotaExceededError', 'storage-full'],
    ['AbortError', 'storage-failed'],
  ])('that fails to open it with %s is told apart', async (name, code) => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    expect(await openIndexedDb(fresh())).toMatchObject({ ok: false, error: { code } });
  });
});
