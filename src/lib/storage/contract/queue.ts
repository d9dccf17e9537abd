import { expect, it } from 'vitest';
import { DAY, event, filledStore, must, type Fresh } from './bench.ts';

/** What waits, as it is read by day. */
export function queueContract(fresh: Fresh): void {
  const filled = () => filledStore(fresh);

  it('gives the cards of the queue by day, those of one day by id, no suspended one', async () => {
    const store = await filled();
    const cards = await must(store.due('bank', 0, 1e6));
    expect(cards.map(({ card }) => card)).toEqual(['bank/n', 'bank/c', 'bank/b', 'bank/d']);
    expect(await must(store.due('bank', 0, DAY))).toHaveLength(1);
    expect(await must(store.due('bank', 0, DAY + 1))).toHaveLength(2);
    const days = cards.map(({ queueDay }) => queueDay!);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  it('gives no more cards than asked for, and none when none are', async () => {
    const store = await filled();
    expect((await must(store.due('bank', 0, 1e6, 2))).map(({ card }) => card)).toEqual([
      'bank/n',
      'bank/c',
    ]);
    for (const none of [0, -3]) expect(await must(store.due('bank', 0, 1e6, none))).toEqual([]);
    expect(await must(store.due('bank', 0, 1e6, Infinity))).toHaveLength(4);
  });

  it('gives the cards of a range of days, both ends included', async () => {
    const store = await filled();
    const ids = async (from: number, to: number) =>
      (await must(store.due('bank', from, to))).map(({ card }) => card.slice(-1));
    expect(await ids(0, 0)).toEqual(['n']);
    expect(await ids(1, 1e6)).toEqual(['c', 'b', 'd']);
    expect(await ids(DAY + 1, DAY + 1)).toEqual(['c']);
    expect(await ids(5, 4)).toEqual([]);
  });

  it('gives the ids of the queue by themselves, in its order', async () => {
    const store = await filled();
    expect(await must(store.dueIds('bank', 0, 0))).toEqual(['bank/n']);
    expect(await must(store.dueIds('bank', 0, 1e6))).toEqual([
      'bank/n',
      'bank/c',
      'bank/b',
      'bank/d',
    ]);
    expect(await must(store.dueIds('ban', 0, 1e6))).toEqual([]);
    expect(await must(store.dueIds('bank', 5, 4))).toEqual([]);
  });

  it('gives a queue of thousands whole and in order', { timeout: 30_000 }, async () => {
    const store = await fresh();
    const ids = Array.from({ length: 2900 }, (_, at) => `bank/${String(at).padStart(4, '0')}`);
    const tagged = (from: number, to: number) =>
      ids
        .slice(from, to)
        .map((card, at) => event('tag', from + at, { card, add: ['a'], remove: [] }));
    const buried = ids.slice(2200).map((card, at) => event('bury', 4000 + at, { card }));
    const days = async () => {
      const cards = await must(store.due('bank', 0, 1e6));
      return cards.map(({ card, queueDay }) => [queueDay, card]);
    };
    const expected = (marked: number) => [
      ...ids.slice(0, marked).map((card) => [0, card]),
      ...ids.slice(2200).map((card) => [DAY + 1, card]),
    ];
    await must(store.appendAll([...tagged(0, 1500), ...buried]));
    expect(await days()).toEqual(expected(1500));
    // Now more on one day than are read at once.
    await must(store.appendAll(tagged(1500, 2200)));
    expect(await days()).toEqual(expected(2200));
    expect(await must(store.due('bank', 0, 1e6, 2201))).toHaveLength(2201);
  });
}
