import { expect, it } from 'vitest';
import { foldCard, settingsAt, settingsTimeline, type JournalEvent } from '../../journal/index.ts';
import { appendEach, DAY, dump, event, must, review, type Fresh } from './bench.ts';

/** What appending to a journal does, and what it refuses. */
export function appendingContract(fresh: Fresh): void {
  it('answers with the card as it is after the event', async () => {
    const store = await fresh();
    const first = review(1);
    const { snapshot } = await must(store.append(first));
    expect(snapshot).toEqual(foldCard('bank/a', [first], settingsTimeline([])).snapshot);
    expect(await must(store.card('bank/a'))).toEqual(snapshot);
    expect(await must(store.card('bank/b'))).toBeNull();
  });

  it('does nothing a second time, and succeeds', async () => {
    const store = await fresh();
    await must(store.append(review(1)));
    const before = await dump(store);
    const again = await must(store.append(review(1)));
    expect(again.snapshot).toEqual(await must(store.card('bank/a')));
    const other = await must(store.append(review(1, { rating: 1, duration: 5 })));
    expect(other.snapshot).toEqual(again.snapshot);
    expect(await dump(store)).toBe(before);
  });

  it('does nothing a second time with events that are about no card', async () => {
    const store = await fresh();
    await must(store.append(event('settings', 1, { changes: { newPerDay: 5 } })));
    await must(store.append(event('settings', 1, { changes: { newPerDay: 9 } })));
    await must(store.append(event('quiz', 2, { quiz: 'one' })));
    await must(store.append(event('quiz', 2, { quiz: 'other' })));
    expect(settingsAt(await must(store.settings())).newPerDay).toBe(5);
    expect(await must(store.latest(9))).toMatchObject([{ quiz: 'one' }, { id: 'event-0001' }]);
  });

  it('refuses a grade given on an old view, and writes nothing', async () => {
    const store = await fresh();
    await must(store.append(review(1), null));
    const before = await dump(store);
    const none = await store.append(review(2), null);
    const old = await store.append(review(3), 'event-0000');
    for (const refused of [none, old]) {
      expect(refused).toMatchObject({ ok: false, error: { code: 'stale' } });
    }
    expect(await dump(store)).toBe(before);
    await must(store.append(review(4), 'event-0001'));
    expect(await must(store.eventsOf('bank/a'))).toHaveLength(2);
  });

  it('succeeds with an event that is there, whatever was seen: the answer got lost, not the event', async () => {
    const store = await fresh();
    await must(store.append(review(1), null));
    const { snapshot } = await must(store.append(review(1), null));
    expect(snapshot?.lastEvent).toBe('event-0001');
  });

  it('lets exactly one win of those who saw the same', async () => {
    const store = await fresh();
    await must(store.append(review(1)));
    const results = await Promise.all(
      [2, 3, 4, 5, 6].map((number) => store.append(review(number), 'event-0001')),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result.error.code).toBe('stale');
    }
    expect(await must(store.eventsOf('bank/a'))).toHaveLength(2);
    const [day] = await must(store.days(DAY, DAY));
    expect(day?.ratings).toEqual([0, 0, 2, 0]);
  });

  it('counts everyone who writes at once', async () => {
    const store = await fresh();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        must(store.append(review(index, { card: `bank/${index % 3}` }))),
      ),
    );
    const [day] = await must(store.days(DAY, DAY));
    expect(day).toMatchObject({ fresh: 3, ratings: [0, 0, 12, 0], milliseconds: 12_000 });
  });

  it('keeps what a newer version wrote, and lets it count for nothing', async () => {
    const store = await fresh();
    const about = { ...review(2), kind: 'of-a-card' } as unknown as JournalEvent;
    const bare = { ...event('quiz', 3), kind: 'of-none' } as unknown as JournalEvent;
    await appendEach(store, [review(1), about, bare, review(4)]);
    const { snapshot } = foldCard('bank/a', [review(1), review(4)], settingsTimeline([]));
    expect(await must(store.card('bank/a'))).toEqual(snapshot);
    await must(store.rebuild());
    expect(await must(store.card('bank/a'))).toEqual(snapshot);
    expect(await must(store.eventsOf('bank/a'))).toHaveLength(2);
    expect(await must(store.eventsAfter(null, 10))).toEqual([review(1), about, bare, review(4)]);
  });

  it('takes an undo out of the counts', async () => {
    const store = await fresh();
    await appendEach(store, [review(1, { rating: 4 }), review(2, { day: DAY + 9, rating: 2 })]);
    const before = await must(store.days(0, 1e6));
    await must(store.append(review(3, { day: DAY + 9, rating: 1, duration: 7 })));
    expect((await must(store.days(0, 1e6)))[1]).toMatchObject({
      reviews: 2,
      passed: 1,
      ratings: [1, 1, 0, 0],
      milliseconds: 1007,
    });
    const { snapshot } = await must(store.append(event('undo', 4, { target: 'event-0003' })));
    expect(snapshot?.schedule?.reviews).toBe(2);
    expect(await must(store.days(0, 1e6))).toEqual(before);
  });

  it('leaves no counts of a day on which everything was undone', async () => {
    const store = await fresh();
    await appendEach(store, [review(1), event('undo', 2, { target: 'event-0001' })]);
    expect(await must(store.days(0, 1e6))).toEqual([]);
  });
}
