import {
  addCounts,
  advanceCard,
  compareEvents,
  foldCard,
  isCardEvent,
  isEmpty,
  noCounts,
  settingsTimeline,
  type CardEvent,
  type CardSnapshot,
  type DayCounts,
  type JournalEvent,
  type SettingsEvent,
  type SettingsTimeline,
} from '../journal/index.ts';
import type { LocalDay } from '../primitives/index.ts';

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

export function isSettings(event: JournalEvent): event is SettingsEvent {
  return event.kind === 'settings';
}

/** Everything that the journal says, folded from nothing. */
export function foldAll(events: readonly JournalEvent[]) {
  const settings: SettingsEvent[] = [];
  const byCard = new Map<string, CardEvent[]>();
  for (const event of events) {
    if (isCardEvent(event)) {
      const list = byCard.get(event.card);
      if (list) list.push(event);
      else byCard.set(event.card, [event]);
    } else if (isSettings(event)) settings.push(event);
  }
  const timeline = settingsTimeline(settings);
  const snapshots: CardSnapshot[] = [];
  const days = new Map<LocalDay, DayCounts>();
  for (const [card, list] of byCard) {
    const folded = foldCard(card, list, timeline);
    if (folded.snapshot) snapshots.push(folded.snapshot);
    for (const counts of folded.counts) {
      const sum = changedDay(days.get(counts.day), counts);
      if (sum) days.set(counts.day, sum);
    }
  }
  return { snapshots, days: [...days.values()] };
}
