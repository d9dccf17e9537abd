import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JournalEvent } from '../../journal/index.ts';
import { scattered } from '../histories.ts';
import { memoryStore } from '../memory/index.ts';
import { appendEach, DAY, dump, event, must, review, type Fresh } from './bench.ts';

/** What appending many events at once does: the same as one after the other. */
export function appendingAllContract(fresh: Fresh): void {
  const cards = Array.from({ length: 2500 }, (_, at) => `bank/${String(at).padStart(5, '0')}`);

  it('gives the same as one after the other, after any history in any order', async () => {
    await fc.assert(
      fc.asyncProperty(scattered, fc.nat({ max: 25 }), async ({ made, arriving }, first) => {
        const store = await fresh();
        const other = memoryStore();
        await must(store.appendAll(arriving.slice(0, first)));
        await must(store.appendAll(arriving.slice(first)));
        await appendEach(other, made);
        expect(await dump(store)).toBe(await dump(other));
        store.close();
      }),
      { numRuns: 12 },
    );
  });

  it('takes thousands, and adds nothing a second time', { timeout: 30_000 }, async () => {
    const store = await fresh();
    const suspended = cards.map((card, at) => event('suspend', at, { card }));
    await must(store.append(review(9000, { card: cards[7]! })));
    await must(store.appendAll(suspended));
    const before = await dump(store);
    expect(await must(store.cards('bank'))).toHaveLength(cards.length);
    expect(await must(store.due('bank', 0, 1e6))).toEqual([]);
    await must(store.appendAll(suspended));
    expect(await dump(store)).toBe(before);
  });

  it('adds what is missing where a part is there already', async () => {
    const store = await fresh();
    const all = [1, 2, 3, 4].map((number) => review(number, { card: `bank/${number % 2}` }));
    await must(store.append(all[1]!));
    await must(store.appendAll([...all, ...all]));
    const [day] = await must(store.days(DAY, DAY));
    expect(day).toMatchObject({ fresh: 2, ratings: [0, 0, 4, 0] });
  });

  it('lets settings hold that are among them', async () => {
    const store = await fresh();
    const all: JournalEvent[] = [
      review(3, { card: 'bank/b' }),
      event('settings', 2, { changes: { learningSteps: [] } }),
      review(1),
    ];
    await must(store.append(review(4, { card: 'bank/c' })));
    await must(store.appendAll(all));
    const phases = (await must(store.cards())).map(({ schedule }) => schedule?.phase);
    expect(phases).toEqual(['learning', 'review', 'review']);
  });

  it('refuses what is done on an old view, and writes none of it', async () => {
    const store = await fresh();
    await must(store.appendAll([review(1), event('suspend', 2)], null));
    const before = await dump(store);
    for (const seen of [null, 'event-0001']) {
      const refused = await store.appendAll([review(3), event('flag', 4, { flagged: true })], seen);
      expect(refused).toMatchObject({ ok: false, error: { code: 'stale' } });
    }
    expect(await dump(store)).toBe(before);
    // What is there already succeeds, whatever was seen.
    await must(store.appendAll([review(1), event('suspend', 2)], null));
    await must(store.appendAll([review(3), event('flag', 4, { flagged: true })], 'event-0002'));
    expect(await must(store.eventsOf('bank/a'))).toHaveLength(4);
  });

  it('of nothing does nothing', async () => {
    const store = await fresh();
    await must(store.appendAll([]));
    expect(await must(store.latest(1))).toEqual([]);
  });
}
