import { expect, it, vi } from 'vitest';
import { DAY, event, must, review } from './contract/bench.ts';
import { openIndexedDb, type Change, type JournalStore } from './index.ts';

let count = 0;

/** Two tabs with one journal, and what the second hears. */
async function twoTabs() {
  const name = `tabs-${Date.now()}-${count++}`;
  const [one, other] = [await must(openIndexedDb(name)), await must(openIndexedDb(name))];
  return { one, other, heard: heardBy(other) };
}

function heardBy(store: JournalStore): Change[] {
  const heard: Change[] = [];
  store.onchanged((change) => heard.push(change));
  return heard;
}

it('another tab hears which card and which day changed, once it is on disk', async () => {
  const { one, other, heard } = await twoTabs();
  const own = heardBy(one);
  let found: unknown;
  other.onchanged(() => void other.card('bank/a').then((card) => (found = card)));
  await must(one.append(review(1)));
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard).toEqual([{ cards: ['bank/a'], days: [DAY], settings: false }]);
  await vi.waitFor(() => expect(found).toMatchObject({ value: { lastEvent: 'event-0001' } }));
  expect(own).toEqual([]);
});

it('another tab hears of settings, and of a rebuild that put something right', async () => {
  const { one, heard } = await twoTabs();
  await must(one.append(review(5)));
  await must(one.append(event('settings', 9, { changes: { newPerDay: 3 } })));
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  expect(heard[1]).toEqual({ cards: [], days: [DAY], settings: true });
  await must(one.append(event('settings', 2, { changes: { learningSteps: [] } })));
  await vi.waitFor(() => expect(heard).toHaveLength(4));
  expect(heard[3]).toMatchObject({ cards: 'all', days: 'all' });
});

it('another tab hears of many events a piece at a time', async () => {
  const { one, heard } = await twoTabs();
  const all = Array.from({ length: 1500 }, (_, at) => event('bury', at, { card: `bank/${at}` }));
  await must(one.appendAll(all));
  await vi.waitFor(() => expect(heard.flatMap(({ cards }) => cards)).toHaveLength(1500));
  expect(heard.length).toBeGreaterThan(1);
});

it('nobody hears of what was refused', async () => {
  const { one, heard } = await twoTabs();
  await must(one.append(review(1)));
  await one.append(review(2), 'event-0000');
  await must(one.append(review(3)));
  await vi.waitFor(() => expect(heard).toHaveLength(2));
});

it('who comes back to a page that was put aside looks at everything again', async () => {
  const { heard } = await twoTabs();
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(heard).toEqual([{ cards: 'all', days: 'all', settings: true }]);
});

it('a write that is under way when the tab closes its journal succeeds', async () => {
  const { one, other } = await twoTabs();
  const written = one.append(review(1));
  one.close();
  expect((await written).ok).toBe(true);
  expect(await must(other.card('bank/a'))).not.toBeNull();
});

it('what takes several transactions has its turn; an answer need not wait for it', async () => {
  const name = `tabs-${Date.now()}-${count++}`;
  const [one, other] = [await must(openIndexedDb(name)), await must(openIndexedDb(name))];
  let release = () => {};
  const held = navigator.locks.request(name, () => new Promise<void>((done) => (release = done)));
  const order: string[] = [];
  const writes = [
    other.appendAll([review(1), review(2)]).then(() => order.push('many')),
    one.rebuild().then(() => order.push('rebuilt')),
    one.append(review(3, { card: 'bank/c' })).then(() => order.push('answer')),
  ];
  await vi.waitFor(() => expect(order).toEqual(['answer']));
  release();
  await Promise.all([held, ...writes]);
  expect(order).toHaveLength(3);
});

it('two that write many at once do not write into one another', async () => {
  const { one, other, heard } = await twoTabs();
  const own = heardBy(one);
  const many = (bank: string) =>
    Array.from({ length: 2500 }, (_, at) =>
      event('bury', at, { id: `${bank}-${at}`, card: `${bank}/${at}` }),
    );
  await Promise.all([must(one.appendAll(many('a'))), must(other.appendAll(many('b')))]);
  const told = (changes: readonly Change[]) => changes.flatMap(({ cards }) => cards).length;
  await vi.waitFor(() => expect([told(heard), told(own)]).toEqual([2500, 2500]));
  expect(await must(one.cards('a'))).toHaveLength(2500);
  expect(await must(one.cards('b'))).toHaveLength(2500);
});

it('without locks, as on plain http, the database keeps the order itself', async () => {
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!;
  Object.defineProperty(Navigator.prototype, 'locks', { configurable: true, get: () => undefined });
  try {
    const { one, other } = await twoTabs();
    const results = await Promise.all([one.append(review(1), null), other.append(review(2), null)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    await must(one.rebuild());
  } finally {
    Object.defineProperty(Navigator.prototype, 'locks', own);
  }
});
