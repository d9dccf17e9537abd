import { expect, it, vi } from 'vitest';
import { ok } from '../../primitives/index.ts';
import { withSheets } from '../../gradebook/index.ts';
import { must } from '../contract/bench.ts';
import { gradebookContract, recordOf, sheetOf } from './contract.ts';
import { openGradebook } from './index.ts';

const open = (name: string) => must(openGradebook(name));
gradebookContract('IndexedDB', open);

const NAME = `gradebook-tabs-${Date.now()}`;

it('is there when it is opened again, and two tabs lose nothing of each other', async () => {
  const [one, other] = await Promise.all([open(NAME), open(NAME)]);
  await must(one.change('a', () => ok(recordOf('a'))));
  const heard = vi.fn();
  other.onchanged(heard);
  await Promise.all(
    [one, other].flatMap((store, tab) =>
      ['1', '2', '3'].map((id) =>
        must(
          store.change('a', (record) =>
            withSheets(record!, [sheetOf(`qr/${tab}-${id}`, `Ana ${tab} ${id}`)]),
          ),
        ),
      ),
    ),
  );
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  one.close();
  other.close();
  const again = await open(NAME);
  expect(again.durable).toBe(true);
  expect((await must(again.record('a')))!.sheets).toHaveLength(6);
  again.close();
});

it('leaves nothing of a deleted record in the database', async () => {
  const name = `gradebook-gone-${Date.now()}`;
  const store = await open(name);
  await must(store.change('a', () => ok(recordOf('a', [sheetOf('qr/1', 'Ana')]))));
  await must(store.change('a', () => ok(null)));
  store.close();
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const stores = [...database.objectStoreNames];
  const counts = await Promise.all(
    stores.map(
      (each) =>
        new Promise<number>((resolve) => {
          const request = database.transaction(each).objectStore(each).count();
          request.onsuccess = () => resolve(request.result);
        }),
    ),
  );
  expect([stores, counts]).toEqual([
    ['bodies', 'heads', 'sheets'],
    [0, 0, 0],
  ]);
  database.close();
});
