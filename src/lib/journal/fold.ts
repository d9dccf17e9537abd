import { sameParameters } from '../schedule/index.ts';
import type { DayCounts } from './counts.ts';
import { compareEvents, isCardEvent, type CardEvent, type CardId } from './events.ts';
import { Folding, ratingOf, type AnswerWatcher } from './folding.ts';
import type { CardSnapshot } from './snapshot.ts';
import { DayTallies } from './tallies.ts';
import { settingsAt, type SettingsTimeline } from './timeline.ts';
import { isUndo, undoneAhead, undoneEvents } from './undo.ts';

/** A card and what its events add to the counts of each day. */
export interface FoldedCard {
  readonly snapshot: CardSnapshot | null;
  readonly counts: readonly DayCounts[];
}

/**
 * Folds all events of one card, in any order, into its snapshot. Events that were undone count for
 * nothing; an undo may itself be undone.
 *
 * @param watch told of each answer that counts, oldest first
 */
export function foldCard(
  card: CardId,
  events: readonly CardEvent[],
  timeline: SettingsTimeline,
  watch?: AnswerWatcher,
): FoldedCard {
  const tallies = new DayTallies();
  const snapshot = foldInto(tallies, card, events, timeline, watch);
  return { snapshot, counts: tallies.counts() };
}

/** Cards, and what their events add to the counts of each day. */
export interface FoldedCards {
  readonly snapshots: readonly CardSnapshot[];
  readonly counts: readonly DayCounts[];
}

/** Folds the events of many cards, each as `foldCard` does. */
export function foldCards(
  cards: ReadonlyMap<CardId, readonly CardEvent[]>,
  timeline: SettingsTimeline,
): FoldedCards {
  const tallies = new DayTallies();
  const snapshots: CardSnapshot[] = [];
  for (const [card, events] of cards) {
    const snapshot = foldInto(tallies, card, events, timeline);
    if (snapshot) snapshots.push(snapshot);
  }
  return { snapshots, counts: tallies.counts() };
}

function foldInto(
  tallies: DayTallies,
  card: CardId,
  events: readonly CardEvent[],
  timeline: SettingsTimeline,
  watch?: AnswerWatcher,
): CardSnapshot | null {
  // Kinds that a newer version wrote are not for us.
  const ordered = inOrder(
    events.every((event) => isCardEvent(event)) ? events : events.filter(isCardEvent),
  );
  const last = ordered[ordered.length - 1];
  if (!last) return null;
  const folding = new Folding(card, timeline, null, tallies, watch);
  // Most cards have none, and what is done for every event adds up.
  if (!ordered.some(isUndo)) {
    for (const event of ordered) folding.take(event);
    return folding.snapshot(last);
  }
  const undone = undoneEvents(ordered);
  for (const event of ordered) if (!undone.has(event.id)) folding.take(event);
  return folding.snapshot(last, undoneAhead(ordered));
}

/** As the journal is read, a card's events are in order, and only have to be looked at. */
function inOrder(events: readonly CardEvent[]): readonly CardEvent[] {
  for (let index = 1; index < events.length; index++) {
    if (compareEvents(events[index - 1]!, events[index]!) > 0)
      return events.toSorted(compareEvents);
  }
  return events;
}

/**
 * Whether an event may be folded onto a snapshot alone: it is no undo, comes last in order, was not
 * undone before it came, and if it moves the memory, then under the parameters that the snapshot's
 * memory is of: the newest.
 */
export function canAdvance(
  snapshot: CardSnapshot | null,
  event: CardEvent,
  timeline: SettingsTimeline,
): boolean {
  if (event.kind === 'undo') return false;
  if (ratingOf(event) !== null) {
    const { parameters } = settingsAt(timeline, event);
    if (!sameParameters(parameters, settingsAt(timeline).parameters)) return false;
  }
  if (snapshot === null) return true;
  if (snapshot.undoneAhead?.includes(event.id)) return false;
  const last = { at: snapshot.lastEventAt, id: snapshot.lastEvent };
  return compareEvents(last, event) < 0;
}

/**
 * The snapshot after one more event, without reading the others. Only where `canAdvance` says so:
 * then it equals the fold of all of them.
 */
export function advanceCard(
  snapshot: CardSnapshot | null,
  event: CardEvent,
  timeline: SettingsTimeline,
): FoldedCard & { readonly snapshot: CardSnapshot } {
  const tallies = new DayTallies();
  const folding = new Folding(event.card, timeline, snapshot, tallies);
  folding.take(event);
  return {
    snapshot: folding.snapshot(event, snapshot?.undoneAhead),
    counts: tallies.counts(),
  };
}
