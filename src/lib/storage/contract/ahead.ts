import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  foldCard,
  isCardEvent,
  settingsTimeline,
  type CardEvent,
  type JournalEvent,
} from '../../journal/index.ts';
import { isSettings } from '../changes.ts';
import { scattered } from '../histories.ts';
import { appendEach, DAY, dump, event, must, review, type Fresh } from './bench.ts';

/** What is read ahead of an answer changes how long it takes to write, and nothing else. */
export function aheadContract(fresh: Fresh): void {
  /** Looks at the card, lets something happen, answers; gives the journal and what it ought to say. */
  async function answeredAfter(
    earlier: readonly JournalEvent[],
    meanwhile: readonly JournalEvent[],
    answer: CardEvent,
  ) {
    const [store, plain] = [await fresh(), await fresh()];
    await appendEach(store, earlier);
    await must(store.prepare(answer.card));
    await must(store.appendAll(meanwhile));
    const { snapshot } = await must(store.append(answer));
    await appendEach(plain, [...earlier, ...meanwhile, answer]);
    expect(snapshot).toEqual(await must(plain.card(answer.card)));
    expect(await dump(store)).toBe(await dump(plain));
    await must(store.rebuild());
    expect(await dump(store)).toBe(await dump(plain));
  }

  it.each<[what: string, earlier: JournalEvent[], meanwhile: JournalEvent[], answer: CardEvent]>([
    ['nothing', [review(1)], [], review(5)],
    ['nothing, of a new card', [], [], review(5)],
    ['an answer to the card', [review(1)], [review(2)], review(5)],
    ['an answer to another card', [review(1)], [review(2, { card: 'bank/b' })], review(5)],
    ['the day’s first answer', [], [review(2, { card: 'bank/b' })], review(5)],
    ['the same event', [review(1)], [review(5)], review(5)],
    [
      'other settings',
      [review(1)],
      [event('settings', 2, { changes: { learningSteps: [] } })],
      review(5),
    ],
    ['a later answer', [review(1)], [review(9, { day: DAY + 1 })], review(5)],
    [
      'nothing, of a day before the newest',
      [review(9, { card: 'bank/b', day: DAY + 1 })],
      [],
      review(5),
    ],
    ['nothing, of an undo', [review(1), review(2)], [], event('undo', 5, { target: 'event-0002' })],
  ])('sees what happened meanwhile: %s', async (_, earlier, meanwhile, answer) => {
    await answeredAfter(earlier, meanwhile, answer);
  });

  it('refuses a grade given on an old view all the same', async () => {
    const store = await fresh();
    await must(store.append(review(1), null));
    await must(store.prepare('bank/a'));
    const before = await dump(store);
    expect(await store.append(review(2), null)).toMatchObject({ error: { code: 'stale' } });
    await must(store.prepare('bank/a'));
    await must(store.appendAll([review(3)]));
    expect(await store.append(review(4), 'event-0001')).toMatchObject({ error: { code: 'stale' } });
    expect(before).not.toBe(await dump(store));
    expect(await must(store.eventsOf('bank/a'))).toHaveLength(2);
  });

  it('gives what the events fold to, whichever cards were looked at before', async () => {
    const script = fc.tuple(
      scattered,
      fc.array(fc.nat({ max: 3 }), { minLength: 60, maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(script, async ([{ arriving }, looks]) => {
        const store = await fresh();
        const cards = arriving.filter(isCardEvent).map(({ card }) => card);
        for (const [at, each] of arriving.entries()) {
          const look = looks[at % looks.length]!;
          if (look === 3) await must(store.prepare(cards[0]));
          if (isCardEvent(each) && look > 0) await must(store.prepare(each.card));
          if (look === 1) await must(store.appendAll([each]));
          else await must(store.append(each));
        }
        const settings = settingsTimeline(arriving.filter(isSettings));
        for (const card of new Set(cards)) {
          const own = arriving.filter(isCardEvent).filter((each) => each.card === card);
          expect(await must(store.card(card))).toEqual(foldCard(card, own, settings).snapshot);
        }
        const before = await dump(store);
        await must(store.rebuild());
        expect(await dump(store)).toBe(before);
      }),
      { numRuns: 12 },
    );
  });
}
