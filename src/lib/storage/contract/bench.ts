import type { Result } from '../../primitives/index.ts';
import type { JournalEvent } from '../../journal/index.ts';
import { START } from '../histories.ts';
import type { JournalStore } from '../port.ts';

/** The local day of the examples. */
export const DAY = 20_458;
const MINUTE = 60_000;

type Own<Kind extends JournalEvent['kind']> = Partial<Extract<JournalEvent, { kind: Kind }>>;

/** An event; its id sorts by its number, and its time is its number in minutes. */
export function event<Kind extends JournalEvent['kind']>(
  kind: Kind,
  number: number,
  own: Own<Kind> = {},
): Extract<JournalEvent, { kind: Kind }> {
  const base = {
    id: `event-${String(number).padStart(4, '0')}`,
    at: START + number * MINUTE,
    device: 'phone',
    day: DAY,
    offset: 60,
    kind,
  };
  const about =
    kind === 'settings'
      ? { changes: {} }
      : kind === 'quiz'
        ? { quiz: 'q', bank: 'bank', sections: [] }
        : { card: 'bank/a' };
  const needed =
    kind === 'review'
      ? { rating: 3, duration: 1000 }
      : kind === 'answer'
        ? { quiz: 'q', verdict: 'wrong', duration: 1000 }
        : kind === 'undo'
          ? { target: '' }
          : {};
  return { ...base, ...about, ...needed, ...own } as unknown as Extract<
    JournalEvent,
    { kind: Kind }
  >;
}

export const review = (number: number, own: Own<'review'> = {}) => event('review', number, own);

/** What a call gave; fails where it failed. */
export async function must<T>(call: Promise<Result<T>>): Promise<T> {
  const result = await call;
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Appends one event after the other, as they happen. */
export async function appendEach(
  store: JournalStore,
  events: readonly JournalEvent[],
): Promise<void> {
  for (const each of events) await must(store.append(each));
}

/** Everything that a journal holds and says, as text: the caches are to be the same to the byte. */
export async function dump(store: JournalStore): Promise<string> {
  return JSON.stringify({
    cards: await must(store.cards()),
    days: await must(store.days(-1e6, 1e6)),
    due: await must(store.due('bank', 0, 1e6)),
    events: await must(store.eventsAfter(null, 1e6)),
  });
}

/** Opens a journal of its own, empty. */
export type Fresh = () => Promise<JournalStore>;

/** Cards due on days 1 to 6 after DAY, a new one and a suspended one. */
export async function filledStore(fresh: Fresh): Promise<JournalStore> {
  const store = await fresh();
  await must(store.append(event('settings', 0, { changes: { learningSteps: [] } })));
  for (const [card, rating] of [
    ['bank/c', 1],
    ['bank/b', 3],
    ['bank/d', 4],
    ['bank/s', 3],
  ] as const) {
    const number = card.charCodeAt(5);
    await must(store.append(review(number, { card, rating })));
  }
  await must(store.append(event('suspend', 500, { card: 'bank/s' })));
  await must(store.append(review(501, { card: 'bank/n' })));
  await must(store.append(event('undo', 502, { card: 'bank/n', target: 'event-0501' })));
  return store;
}
