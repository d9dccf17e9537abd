import { expect, it, vi } from 'vitest';
import { must, review } from './contract/bench.ts';
import { openIndexedDb } from './index.ts';

/** The next version of the schema, whatever it will be. */
vi.mock(import('./indexeddb/schema.ts'), async (original) => {
  const schema = await original();
  return { ...schema, MIGRATIONS: [...schema.MIGRATIONS, () => {}], VERSION: schema.VERSION + 1 };
});

let count = 0;

/** A tab of the version before, which may hold on to the journal. */
async function oldTab(name: string) {
  const { MIGRATIONS, VERSION } =
    await vi.importActual<typeof import('./indexeddb/schema.ts')>('./indexeddb/schema.ts');
  const { openDB } = await import('idb');
  return openDB(name, VERSION, {
    upgrade: (database, oldVersion) => {
      for (const migrate of MIGRATIONS) migrate(database as never, oldVersion);
    },
  });
}

it('a journal of the version before is brought up to date, with all that it holds', async () => {
  const name = `upgrade-${Date.now()}-${count++}`;
  const old = await oldTab(name);
  await old.put('events', review(1));
  const { version } = old;
  old.close();
  const store = await must(openIndexedDb(name));
  expect(await must(store.eventsOf('bank/a'))).toEqual([review(1)]);
  store.close();
  const databases = await indexedDB.databases();
  expect(databases.find((database) => database.name === name)?.version).toBe(version + 1);
});

it('an old tab that lets go in time is waited for', async () => {
  const name = `upgrade-${Date.now()}-${count++}`;
  const old = await oldTab(name);
  setTimeout(() => old.close(), 300);
  const store = await must(openIndexedDb(name));
  await must(store.append(review(1)));
});

it(
  'an old tab that does not let go is named, and nothing is lost',
  { timeout: 15_000 },
  async () => {
    const name = `upgrade-${Date.now()}-${count++}`;
    const old = await oldTab(name);
    await old.put('events', review(1));
    const opened = await openIndexedDb(name);
    expect(opened).toMatchObject({ ok: false, error: { code: 'storage-blocked' } });
    expect(await old.get('events', 'event-0001')).toEqual(review(1));
    old.close();
    // The reload that the message asks for.
    const store = await must(openIndexedDb(name));
    expect(await must(store.eventsOf('bank/a'))).toEqual([review(1)]);
  },
);
