import { foldCard, isCardEvent, type CardEvent, type JournalEvent } from '../../journal/index.ts';
import { readAll, type SettingsReader } from './read.ts';
import { storedCard, type StoredCard } from './schema.ts';
import type { Writing } from './transaction.ts';
import { addCountsTo, together } from './write.ts';

/** Events folded in one transaction, so that neither the page nor other writers wait for long. */
const PIECE = 1000;
/** Cards written in one transaction: a quarter of a megabyte with their indexes (see `append-all.ts`). */
const MOST_CARDS = 250;

/** What one piece of a rebuild came to. */
export interface RebuiltPiece {
  readonly cards: number;
  readonly corrected: number;
  /** There is no more to do. */
  readonly finished: boolean;
}

/**
 * Does the next piece of the rebuild that was begun: folds the next cards from their events, writes
 * what the snapshots have otherwise (nothing, as a rule), and notes how far it came. With the last
 * card the days take their place too. All in one transaction: between two pieces others may write.
 */
export async function rebuildPiece(
  transaction: Writing,
  readSettings: SettingsReader,
): Promise<RebuiltPiece> {
  const meta = transaction.objectStore('meta');
  const rebuilding = await meta.get('rebuild');
  // Another tab has done it.
  if (!rebuilding) return { cards: 0, corrected: 0, finished: true };
  const events = transaction.objectStore('events');
  const [timeline, next] = await Promise.all([
    readSettings(events),
    nextCards(transaction, rebuilding.position),
  ]);
  const folded = next.cards.map(([card, own]) => ({ card, ...foldCard(card, own, timeline) }));
  await addCountsTo(transaction.objectStore('daysAnew'), folded);
  const snapshots = folded.flatMap(({ snapshot }) => (snapshot ? [storedCard(snapshot)] : []));
  const corrected = await replaceCards(transaction, next.range, snapshots);
  if (next.last === null) await finish(transaction);
  else await meta.put({ ...rebuilding, position: next.last });
  return { cards: snapshots.length, corrected, finished: next.last === null };
}

interface NextCards {
  readonly cards: readonly (readonly [string, readonly CardEvent[]])[];
  /** The ids that the cards are all of. */
  readonly range: IDBKeyRange;
  /** The last of the cards; null where no card comes after them. */
  readonly last: string | null;
}

/** The cards after a position, with all their events. */
async function nextCards(transaction: Writing, position: string): Promise<NextCards> {
  const index = transaction.objectStore('events').index('card');
  const page = await index.getAll(IDBKeyRange.lowerBound(position, true), PIECE);
  const whole = page.length < PIECE;
  const cards = byCard(page);
  if (whole && cards.size <= MOST_CARDS) {
    return { cards: [...cards], range: IDBKeyRange.lowerBound(position, true), last: null };
  }
  const ids = [...cards.keys()];
  for (const card of ids.splice(MOST_CARDS + 1)) cards.delete(card);
  // Of the last card there may be more events than fit.
  const cut = ids.pop()!;
  if (ids.length > 0) cards.delete(cut);
  else cards.set(cut, (await index.getAll(cut)).filter(isCardEvent));
  const last = ids[ids.length - 1] ?? cut;
  return { cards: [...cards], range: IDBKeyRange.bound(position, last, true), last };
}

/** In the order of the ids, as the index gives them. */
function byCard(page: readonly JournalEvent[]): Map<string, CardEvent[]> {
  const cards = new Map<string, CardEvent[]>();
  for (const event of page) {
    if (!('card' in event) || !event.card) continue;
    const own = cards.get(event.card) ?? [];
    cards.set(event.card, own);
    // Of kinds that a newer version wrote, only that they are there matters.
    if (isCardEvent(event)) own.push(event);
  }
  return cards;
}

/** Makes the snapshots of a range what they are to be; says how many were not. */
async function replaceCards(
  transaction: Writing,
  range: IDBKeyRange,
  snapshots: readonly StoredCard[],
): Promise<number> {
  const store = transaction.objectStore('cards');
  const old = new Map(
    (await store.getAll(range)).map((stored) => [stored.card, JSON.stringify(stored)]),
  );
  const changed = snapshots.filter((each) => old.get(each.card) !== JSON.stringify(each));
  for (const { card } of snapshots) old.delete(card);
  await together([
    ...changed.map((stored) => () => store.put(stored)),
    ...[...old.keys()].map((card) => () => store.delete(card)),
  ]);
  return changed.length + old.size;
}

/** Puts the days, worked out anew, in their place, and notes that all is done. */
async function finish(transaction: Writing): Promise<void> {
  const days = transaction.objectStore('days');
  const anew = transaction.objectStore('daysAnew');
  const [sums, before] = await Promise.all([readAll(anew), readAll(days)]);
  const old = new Map(before.map((counts) => [counts.day, JSON.stringify(counts)]));
  const changed = sums.filter((counts) => old.get(counts.day) !== JSON.stringify(counts));
  for (const { day } of sums) old.delete(day);
  await together([
    ...changed.map((counts) => () => days.put(counts)),
    ...[...old.keys()].map((day) => () => days.delete(day)),
    () => anew.clear(),
    () => transaction.objectStore('meta').delete('rebuild'),
  ]);
}
