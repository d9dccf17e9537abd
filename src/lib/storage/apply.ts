import {
  addCounts,
  advanceCard,
  compareEvents,
  foldCard,
  foldCards,
  isEmpty,
  noCounts,
  settingsTimeline,
  type CardEvent,
  type CardId,
  type CardSnapshot,
  type DayCounts,
  type JournalEvent,
  type SettingsEvent,
  type SettingsTimeline,
} from '../journal/index.ts';
import type { LocalDay } from '../primitives/index.ts';
import { isSettings } from './changes.ts';

/** What an event changes in the caches. Both adapters write exactly this. */
export interface CacheChange {
  readonly snapshot: CardSnapshot;
  /** What to add to the counts of each day. */
  readonly counts: readonly DayCounts[];
}

/** The change made by an event that the fold can advance by: the other events are not needed. */
export function changeByAdvancing(
  before: CardSnapshot | null,
  event: CardEvent,
  timeline: SettingsTimeline,
): CacheChange {
  return advanceCard(before, event, timeline);
}

/**
 * The change made by an undo, or by events of a card that the fold cannot advance by: the card is
 * folded anew.
 */
export function changeByFolding(
  earlier: readonly CardEvent[],
  added: readonly [CardEvent, ...CardEvent[]],
  timeline: SettingsTimeline,
): CacheChange {
  const [{ card }] = added;
  const before = foldCard(card, earlier, timeline);
  const after = foldCard(card, [...earlier, ...added], timeline);
  const difference = new Map<LocalDay, DayCounts>();
  for (const [folded, sign] of [
    [after, 1],
    [before, -1],
  ] as const) {
    for (const counts of folded.counts) {
      const known = difference.get(counts.day) ?? noCounts(counts.day);
      difference.set(counts.day, addCounts(known, counts, sign));
    }
  }
  return { snapshot: after.snapshot!, counts: [...difference.values()] };
}

/** A day's counts after a change; null where nothing is left to keep. */
export function changedDay(known: DayCounts | undefined, change: DayCounts): DayCounts | null {
  const sum = addCounts(known ?? noCounts(change.day), change);
  return isEmpty(sum) ? null : sum;
}

/**
 * Whether a settings event changes what is folded already: other parameters change every memory, and
 * other settings what comes after them and was folded without them.
 */
export function changesFolded(
  event: SettingsEvent,
  snapshots: readonly Pick<CardSnapshot, 'lastEvent' | 'lastEventAt'>[],
): boolean {
  if (event.changes.parameters !== undefined) return snapshots.length > 0;
  return snapshots.some(
    ({ lastEvent, lastEventAt }) => compareEvents(event, { id: lastEvent, at: lastEventAt }) < 0,
  );
}

/** Everything that the journal says, folded from nothing. */
export function foldAll(events: readonly JournalEvent[]) {
  const settings: SettingsEvent[] = [];
  const byCard = new Map<CardId, CardEvent[]>();
  for (const event of events) {
    const { card } = event as { readonly card?: CardId };
    // Whether it is of a kind that moves the card, the fold asks: here it would be asked twice.
    if (card !== undefined) {
      const own = byCard.get(card);
      if (own) own.push(event as CardEvent);
      else byCard.set(card, [event as CardEvent]);
    } else if (isSettings(event)) settings.push(event);
  }
  const { snapshots, counts } = foldCards(byCard, settingsTimeline(settings));
  return { snapshots, days: counts.filter((day) => !isEmpty(day)) };
}
