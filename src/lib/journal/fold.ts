import type { Instant, LocalDay } from '../primitives/index.ts';
import {
  AGAIN,
  gradeCard,
  replayed,
  sameParameters,
  type CardSchedule,
  type Parameters,
  type Rating,
} from '../schedule/index.ts';
import { addCounts, noCounts, type DayCounts } from './counts.ts';
import { compareEvents, isCardEvent, type CardEvent, type CardId, type EventId } from './events.ts';
import { marksAfter, marksOf, type Marks } from './marks.ts';
import { settingsFor } from './settings-for.ts';
import { settingsAt, type SettingsTimeline } from './timeline.ts';
import { undoneAhead, undoneEvents } from './undo.ts';

/**
 * What a card looks like now: a cache. Fold the card's events again and it is the same, to the byte.
 */
export interface CardSnapshot extends Marks {
  readonly card: CardId;
  /**
   * Null while new: never answered, or started over since. The days are as they were given when it
   * was graded; the memory is what the newest parameters say of all its answers.
   */
  readonly schedule: CardSchedule | null;
  readonly suspended: boolean;
  /** The card is out of the queue through this local day; null when it is not buried. */
  readonly buriedOn: LocalDay | null;
  /** The local day from which it may be in the queue; absent while suspended. 0: a new card. */
  readonly queueDay?: LocalDay;
  /** The newest event folded in: whoever grades from an older view is told so. */
  readonly lastEvent: EventId;
  readonly lastEventAt: Instant;
  /** Events that were undone before they arrived, as happens between devices; absent if none. */
  readonly undoneAhead?: readonly EventId[];
}

/** A card and what its events add to the counts of each day. */
export interface FoldedCard {
  readonly snapshot: CardSnapshot | null;
  readonly counts: readonly DayCounts[];
}

interface State {
  readonly schedule: CardSchedule | null;
  readonly suspended: boolean;
  readonly buriedOn: LocalDay | null;
  readonly undoneAhead?: readonly EventId[];
  readonly marks: Marks;
}

const BLANK_STATE: State = { schedule: null, suspended: false, buriedOn: null, marks: {} };

/**
 * Folds all events of one card, in any order, into its snapshot. Events that were undone count for
 * nothing; an undo may itself be undone.
 */
export function foldCard(
  card: CardId,
  events: readonly CardEvent[],
  timeline: SettingsTimeline,
): FoldedCard {
  // Kinds that a newer version wrote are not for us.
  const ordered = events.filter(isCardEvent).sort(compareEvents);
  const undone = undoneEvents(ordered);
  const ahead = undoneAhead(ordered);
  const counts = new Map<LocalDay, DayCounts>();
  let state: State = ahead.length > 0 ? { ...BLANK_STATE, undoneAhead: ahead } : BLANK_STATE;
  /** What moved the memory so far, and under which parameters. */
  let answers: CardEvent[] = [];
  let parameters: Parameters = null;
  const remember = (wanted: Parameters) => {
    if (!sameParameters(parameters, wanted)) state = remembered(state, answers, wanted);
    parameters = wanted;
  };
  for (const event of ordered) {
    if (event.kind === 'undo' || undone.has(event.id)) continue;
    const contribution = contributionOf(state.schedule, event);
    if (contribution) {
      counts.set(event.day, addCounts(counts.get(event.day) ?? noCounts(event.day), contribution));
      remember(settingsAt(timeline, event).parameters);
      answers.push(event);
    } else if (event.kind === 'reset') {
      answers = [];
    }
    state = step(state, event, timeline);
  }
  remember(settingsAt(timeline).parameters);
  const last = ordered[ordered.length - 1];
  return {
    snapshot: last ? snapshotOf(card, state, last) : null,
    counts: [...counts.values()].sort((a, b) => a.day - b.day),
  };
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
  const state: State = snapshot ? { ...snapshot, marks: snapshot } : BLANK_STATE;
  const contribution = contributionOf(state.schedule, event);
  return {
    snapshot: snapshotOf(event.card, step(state, event, timeline), event),
    counts: contribution ? [contribution] : [],
  };
}

/** The rating by which an event moves its card; null where it does not. */
function ratingOf(event: CardEvent): Rating | null {
  if (event.kind === 'review') return event.rating;
  if (event.kind === 'answer' && event.verdict === 'wrong') return AGAIN;
  return null;
}

function step(state: State, event: CardEvent, timeline: SettingsTimeline): State {
  const rating = ratingOf(event);
  if (rating !== null) {
    const settings = settingsFor(settingsAt(timeline, event), event.card);
    const moment = { now: event.at, day: event.day };
    const schedule = gradeCard(event.card, state.schedule, rating, moment, settings);
    return { ...state, schedule, buriedOn: null };
  }
  switch (event.kind) {
    case 'suspend':
      return { ...state, suspended: true };
    case 'resume':
      return { ...state, suspended: false, buriedOn: null };
    case 'bury':
      return { ...state, buriedOn: event.day };
    case 'reset':
      return { ...state, schedule: null, buriedOn: null };
    case 'flag':
    case 'tag':
    case 'edit':
      return { ...state, marks: marksAfter(state.marks, event) };
    default:
      return state;
  }
}

/** The state with the memory that other parameters make of the same answers; its days stay. */
function remembered(state: State, answers: readonly CardEvent[], parameters: Parameters): State {
  if (state.schedule === null) return state;
  const ratings = answers.map((event) => ({ rating: ratingOf(event)!, day: event.day }));
  const memory = replayed(ratings, parameters)!;
  return { ...state, schedule: { ...state.schedule, memory } };
}

function contributionOf(schedule: CardSchedule | null, event: CardEvent): DayCounts | null {
  const rating = ratingOf(event);
  if (rating === null || (event.kind !== 'review' && event.kind !== 'answer')) return null;
  const inReview = schedule?.phase === 'review';
  const ratings: [number, number, number, number] = [0, 0, 0, 0];
  ratings[rating - 1] = 1;
  return {
    day: event.day,
    fresh: schedule === null ? 1 : 0,
    reviews: inReview ? 1 : 0,
    passed: inReview && rating !== AGAIN ? 1 : 0,
    ratings,
    // Whole, so that sums are the same in any order; a duration that makes no sense counts as none.
    milliseconds: Math.max(0, Math.round(event.duration)) || 0,
  };
}

function snapshotOf(card: CardId, state: State, last: CardEvent): CardSnapshot {
  const { schedule, suspended, buriedOn, undoneAhead: ahead, marks } = state;
  const queueDay = Math.max(schedule?.dueDay ?? 0, buriedOn === null ? 0 : buriedOn + 1);
  return {
    card,
    schedule,
    suspended,
    buriedOn,
    lastEvent: last.id,
    lastEventAt: last.at,
    ...(suspended ? {} : { queueDay }),
    ...marksOf(marks.flagged, marks.tags, marks.edit),
    ...(ahead ? { undoneAhead: ahead } : {}),
  };
}
