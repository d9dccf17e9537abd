import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  answersOf,
  DEFAULT_SETTINGS,
  foldCard,
  isCardEvent,
  settingsAt,
  settingsTimeline,
  type DayCounts,
} from '../../journal/index.ts';
import { isSettings } from '../changes.ts';
import { FITTED, history, scattered } from '../histories.ts';
import { memoryStore } from '../memory/index.ts';
import { appendEach, dump, event, must, review, type Fresh } from './bench.ts';

/** Which settings hold for which events. */
export function settingsContract(fresh: Fresh): void {
  const noSteps = { learningSteps: [] };

  it('are the defaults at first', async () => {
    const store = await fresh();
    expect(settingsAt(await must(store.settings()))).toEqual(DEFAULT_SETTINGS);
  });

  it('hold for what comes after, and change nothing that was before', async () => {
    const store = await fresh();
    await appendEach(store, [
      review(1),
      event('settings', 2, { changes: noSteps }),
      review(3, { card: 'bank/b' }),
    ]);
    expect((await must(store.card('bank/a')))?.schedule?.phase).toBe('learning');
    expect((await must(store.card('bank/b')))?.schedule?.phase).toBe('review');
    const before = await dump(store);
    await must(store.rebuild());
    expect(await dump(store)).toBe(before);
  });

  it('with other parameters change what is remembered of every card, not when it is due', async () => {
    const store = await fresh();
    await appendEach(store, [review(1), review(2, { card: 'bank/b', rating: 4 })]);
    const before = await must(store.cards());
    await must(store.append(event('settings', 3, { changes: { parameters: FITTED } })));
    const after = await must(store.cards());
    expect(after.map(({ queueDay }) => queueDay)).toEqual(before.map(({ queueDay }) => queueDay));
    after.forEach(({ schedule }, index) => {
      expect(schedule!.memory).not.toEqual(before[index]!.schedule!.memory);
    });
    const rebuilt = await dump(store);
    await must(store.rebuild());
    expect(await dump(store)).toBe(rebuilt);
  });

  it('that arrive late hold for what came after them', async () => {
    const store = await fresh();
    await appendEach(store, [review(1), review(3, { card: 'bank/b' }), review(4)]);
    await must(store.append(event('settings', 2, { changes: noSteps })));
    expect((await must(store.card('bank/b')))?.schedule?.phase).toBe('review');
    const before = await dump(store);
    await must(store.rebuild());
    expect(await dump(store)).toBe(before);
  });
}

function answersIn(days: readonly DayCounts[]): number {
  return days.reduce((sum, day) => sum + answersOf(day), 0);
}

/** The caches are what the events fold to, whatever happened. */
export function rebuildingContract(fresh: Fresh): void {
  const runs = { numRuns: 12 };

  it('gives the same caches to the byte, after any history in any order', async () => {
    await fc.assert(
      fc.asyncProperty(scattered, async ({ arriving }) => {
        const store = await fresh();
        await appendEach(store, arriving);
        const before = await dump(store);
        await must(store.rebuild());
        expect(await dump(store)).toBe(before);
        store.close();
      }),
      runs,
    );
  });

  it('gives what a journal in memory has of the same events', async () => {
    await fc.assert(
      fc.asyncProperty(scattered, async ({ made, arriving }) => {
        const store = await fresh();
        const other = memoryStore();
        await appendEach(store, arriving);
        await appendEach(other, made);
        expect(await dump(store)).toBe(await dump(other));
        store.close();
      }),
      runs,
    );
  });

  it('gives the fold of each card, and days that add up', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (events) => {
        const store = await fresh();
        await appendEach(store, events);
        const timeline = settingsTimeline(events.filter(isSettings));
        const own = events.filter(isCardEvent);
        let answers = 0;
        for (const card of await must(store.cards())) {
          const of = own.filter((one) => one.card === card.card);
          const folded = foldCard(card.card, of, timeline);
          expect(card).toEqual(folded.snapshot);
          answers += answersIn(folded.counts);
        }
        const days = await must(store.days(-1e6, 1e6));
        expect(answersIn(days)).toBe(answers);
        store.close();
      }),
      runs,
    );
  });

  it('says how many cards there are, and how many were not as they should be', async () => {
    const store = await fresh();
    expect(await must(store.rebuild())).toEqual({ cards: 0, corrected: 0 });
    await appendEach(store, [review(1), review(2, { card: 'bank/b' })]);
    expect(await must(store.rebuild())).toEqual({ cards: 2, corrected: 0 });
  });

  it('loses nothing that is written meanwhile', async () => {
    const store = await fresh();
    await appendEach(
      store,
      Array.from({ length: 10 }, (_, index) => review(index)),
    );
    await Promise.all([
      must(store.rebuild()),
      ...[20, 21, 22, 23].map((number) =>
        must(store.append(review(number, { card: `bank/${number}` }))),
      ),
      must(store.rebuild()),
    ]);
    const before = await dump(store);
    await must(store.rebuild());
    expect(await dump(store)).toBe(before);
    expect(await must(store.cardIds('bank'))).toHaveLength(5);
  });
}
