import {
  canAdvance,
  compareEvents,
  isCardEvent,
  type CardEvent,
  type CardSnapshot,
  type DayCounts,
  type EventId,
  type JournalEvent,
  type SettingsTimeline,
} from '../../journal/index.ts';
import { changeByAdvancing, changeByFolding, type CacheChange } from '../apply.ts';
import { isSettings } from '../changes.ts';
import type { SettingsReader } from './read.ts';
import { snapshotOf, storedCard } from './schema.ts';
import type { Writing } from './transaction.ts';
import { addToDays, beginRebuild, outdates, together } from './write.ts';

/**
 * What one transaction takes at most. On a full disk, one of many megabytes destroys the database; and
 * from about half a megabyte on, with its indexes, Chromium writes with a log of how to take it back,
 * through whose remains it searches whenever the database is opened: half a second after 500,000 events.
 * An event with its indexes is a kilobyte there, and the snapshot of a card as much again.
 */
const MOST_EVENTS = 150;
/** Of the events as JSON. What is long in them may be in their snapshots again. */
const MOST_CHARACTERS = 60_000;

/** Cuts events into the pieces that are written in a transaction each. */
export function pieces(events: readonly JournalEvent[]): JournalEvent[][] {
  const all: JournalEvent[][] = [];
  let room = 0;
  let piece: JournalEvent[] = [];
  for (const event of events) {
    const length = JSON.stringify(event).length;
    if (piece.length === 0 || piece.length === MOST_EVENTS || length > room) {
      piece = [];
      all.push(piece);
      room = MOST_CHARACTERS;
    }
    piece.push(event);
    room -= length;
  }
  return all;
}

/**
 * Writes a piece, without the events that are there already.
 *
 * @returns whether settings in it change what is folded already, so that a rebuild was begun
 */
export async function appendPiece(
  transaction: Writing,
  piece: readonly JournalEvent[],
  readSettings: SettingsReader,
): Promise<{ readonly outdated: boolean }> {
  const events = transaction.objectStore('events');
  const unique = [...new Map(piece.map((event) => [event.id, event])).values()];
  const known = await Promise.all(unique.map(({ id }) => events.getKey(id)));
  const added = unique.filter((_, at) => known[at] === undefined);
  await together(added.map((event) => () => events.put(event)));

  const settings = added.filter(isSettings);
  const late = await Promise.all(settings.map((event) => outdates(transaction, event)));
  const outdated = late.includes(true);
  if (outdated) await beginRebuild(transaction);

  const [timeline, rebuilding] = await Promise.all([
    readSettings(events),
    transaction.objectStore('meta').get('rebuild'),
  ]);
  const changes = await Promise.all(
    byCard(added).map((own) => changeOfCard(transaction, own, timeline)),
  );
  const cards = transaction.objectStore('cards');
  await together(
    changes.map(
      ({ snapshot }) =>
        () =>
          cards.put(storedCard(snapshot)),
    ),
  );
  const counts = changes.map((change) => ({ card: change.snapshot.card, counts: change.counts }));
  await addToDays(transaction, counts, rebuilding);
  return { outdated };
}

/** Whether the card of the first event has moved on since the caller saw it; see `append`. */
export async function isStale(
  transaction: Writing,
  [first]: readonly JournalEvent[],
  expectedLast: EventId | null | undefined,
): Promise<boolean> {
  if (expectedLast === undefined || !first || !isCardEvent(first)) return false;
  const [known, stored] = await Promise.all([
    transaction.objectStore('events').getKey(first.id),
    transaction.objectStore('cards').get(first.card),
  ]);
  return known === undefined && expectedLast !== (stored ? snapshotOf(stored).lastEvent : null);
}

type Own = [CardEvent, ...CardEvent[]];

/** The events about cards, those of each card by themselves and in the order of the journal. */
function byCard(events: readonly JournalEvent[]): Own[] {
  const cards = new Map<string, Own>();
  for (const event of events.filter(isCardEvent).sort(compareEvents)) {
    const own = cards.get(event.card);
    if (own) own.push(event);
    else cards.set(event.card, [event]);
  }
  return [...cards.values()];
}

/** What events of one card change, which are written already. */
async function changeOfCard(
  transaction: Writing,
  added: Own,
  timeline: SettingsTimeline,
): Promise<CacheChange> {
  const [{ card }] = added;
  const stored = await transaction.objectStore('cards').get(card);
  const advanced = advancedBy(stored ? snapshotOf(stored) : null, added, timeline);
  if (advanced) return advanced;
  const all = await transaction.objectStore('events').index('card').getAll(card);
  const ids = new Set(added.map(({ id }) => id));
  const earlier = all.filter(isCardEvent).filter(({ id }) => !ids.has(id));
  return changeByFolding(earlier, added, timeline);
}

/** The change where each event can be folded onto what the one before it left; null where not. */
function advancedBy(
  before: CardSnapshot | null,
  added: Own,
  timeline: SettingsTimeline,
): CacheChange | null {
  const counts: DayCounts[] = [];
  let snapshot = before;
  for (const event of added) {
    if (!canAdvance(snapshot, event, timeline)) return null;
    const next = changeByAdvancing(snapshot, event, timeline);
    counts.push(...next.counts);
    snapshot = next.snapshot;
  }
  return snapshot && { snapshot, counts };
}
