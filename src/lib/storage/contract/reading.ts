import { expect, it } from 'vitest';
import type { JournalEvent } from '../../journal/index.ts';
import { appendEach, DAY, event, filledStore, must, review, type Fresh } from './bench.ts';

/** What can be asked of a journal. */
export function readingContract(fresh: Fresh): void {
  const filled = () => filledStore(fresh);

  it('gives the events of a kind, in the order of their ids, and no others', async () => {
    const store = await fresh();
    const read = (number: number, own: object) =>
      event('reading', number, { bank: 'bank', section: 's', paragraph: 's-1', ...own });
    await must(store.append(review(1)));
    await must(store.append(read(3, { milliseconds: 4000, card: 'bank/a' })));
    await must(store.append(read(2, { milliseconds: 5000 })));
    const found = await must(store.eventsOfKind('reading'));
    expect(found.map(({ milliseconds }) => milliseconds)).toEqual([5000, 4000]);
    // Reading does not move a card.
    expect(await must(store.eventsOf('bank/a'))).toHaveLength(1);
  });

  it('gives of one bank what is of that bank', async () => {
    const store = await filled();
    // Banks whose names begin alike, or come just before and after.
    for (const [at, bank] of ['ban', 'bank-2', 'bank0', 'banka', 'ba'].entries()) {
      await must(store.append(review(600 + at, { card: `${bank}/a`, rating: 4 })));
    }
    expect(await must(store.cardIds('bank'))).toHaveLength(5);
    expect(await must(store.cards('bank'))).toHaveLength(5);
    expect(await must(store.due('bank', 0, 1e6))).toHaveLength(4);
    const counts = await must(store.dueCounts('bank', DAY, DAY + 30));
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(await must(store.cardIds('bank-2'))).toEqual(['bank-2/a']);
    expect((await must(store.due('ban', 0, 1e6))).map(({ card }) => card)).toEqual(['ban/a']);
    expect(await must(store.cards('b'))).toEqual([]);
    expect(await must(store.cards())).toHaveLength(10);
  });

  it('gives the cards asked for, in that order, without those that have no snapshot', async () => {
    const store = await filled();
    const asked = ['bank/s', 'bank/x', 'bank/b'];
    const cards = await must(store.cardsOf(asked));
    expect(cards.map(({ card }) => card)).toEqual(['bank/s', 'bank/b']);
    expect(cards[1]).toEqual(await must(store.card('bank/b')));
    expect(await must(store.cardsOf([]))).toEqual([]);
  });

  it('counts the cards that enter the queue on each day', async () => {
    const store = await filled();
    const counts = await must(store.dueCounts('bank', DAY, DAY + 12));
    expect(counts.map(({ day }) => day)).toEqual(Array.from({ length: 13 }, (_, at) => DAY + at));
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(counts[1]!.count).toBe(1);
    expect(await must(store.dueCounts('bank', 0, 0))).toEqual([{ day: 0, count: 1 }]);
    expect(await must(store.dueCounts('bank', 5, 4))).toEqual([]);
  });

  it('gives all cards and their ids, in the order of the ids', async () => {
    const store = await filled();
    const ids = ['bank/b', 'bank/c', 'bank/d', 'bank/n', 'bank/s'];
    expect(await must(store.cardIds('bank'))).toEqual(ids);
    expect((await must(store.cards())).map(({ card }) => card)).toEqual(ids);
  });

  it('gives the counts of the days asked for', async () => {
    const store = await fresh();
    for (const day of [DAY + 3, DAY, DAY + 1]) {
      await must(store.append(review(day, { card: `bank/${day}`, day })));
    }
    const days = async (from: number, to: number) =>
      (await must(store.days(from, to))).map(({ day }) => day - DAY);
    expect(await days(DAY, DAY + 3)).toEqual([0, 1, 3]);
    expect(await days(DAY + 1, DAY + 2)).toEqual([1]);
    expect(await days(DAY + 2, DAY + 2)).toEqual([]);
    expect(await days(DAY + 3, DAY)).toEqual([]);
  });

  it('gives the newest events first, as many as asked for', async () => {
    const store = await fresh();
    await appendEach(store, [review(1), event('quiz', 3), review(2), event('suspend', 4)]);
    const ids = async (limit: number) => (await must(store.latest(limit))).map(({ id }) => id);
    expect(await ids(2)).toEqual(['event-0004', 'event-0003']);
    expect(await ids(100)).toHaveLength(4);
    for (const none of [0, -1]) expect(await ids(none)).toEqual([]);
  });

  it('gives the newest events before one, in pages back to the first', async () => {
    const store = await fresh();
    await appendEach(
      store,
      [3, 1, 5, 2, 4].map((number) => review(number)),
    );
    const pages: string[][] = [];
    let before: string | undefined;
    for (;;) {
      const page: readonly JournalEvent[] = await must(store.latest(2, before));
      if (page.length === 0) break;
      pages.push(page.map(({ id }) => id.slice(-1)));
      before = page[page.length - 1]!.id;
    }
    expect(pages).toEqual([['5', '4'], ['3', '2'], ['1']]);
  });

  it('gives the cards that are worded anew, and no longer those that were', async () => {
    const store = await fresh();
    const worded = (number: number, card: string, prompt: string | null) =>
      event('edit', number, { card, changes: { prompt } });
    await appendEach(store, [
      review(1, { card: 'bank/a' }),
      worded(2, 'bank/c', 'Who?'),
      worded(3, 'bank/b', 'What?'),
      worded(4, 'bank/d', 'Why?'),
      worded(5, 'bank/d', null),
    ]);
    const edited = await must(store.editedCards());
    expect(edited).toEqual(await must(store.cardsOf(['bank/b', 'bank/c'])));
    expect(edited[1]!.edit).toEqual({ prompt: 'Who?' });
  });

  it('gives the events of one card', async () => {
    const store = await fresh();
    const other = review(2, { card: 'bank/b' });
    await appendEach(store, [review(1), other, event('bury', 3), event('quiz', 4)]);
    const own = await must(store.eventsOf('bank/a'));
    expect(own.map(({ id }) => id).sort()).toEqual(['event-0001', 'event-0003']);
    expect(await must(store.eventsOf('bank/b'))).toEqual([other]);
    expect(await must(store.eventsOf('bank/x'))).toEqual([]);
  });

  it('gives the whole journal in pages', async () => {
    const store = await fresh();
    const events = [3, 1, 5, 2, 4].map((number) => review(number));
    await appendEach(store, events);
    const pages: string[][] = [];
    let after: string | null = null;
    for (;;) {
      const page: readonly JournalEvent[] = await must(store.eventsAfter(after, 2));
      if (page.length === 0) break;
      pages.push(page.map(({ id }) => id.slice(-1)));
      after = page[page.length - 1]!.id;
    }
    expect(pages).toEqual([['1', '2'], ['3', '4'], ['5']]);
    for (const none of [0, -1]) expect(await must(store.eventsAfter(null, none))).toEqual([]);
  });
}
