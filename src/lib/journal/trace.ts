import {
  explainAnswer,
  sameParameters,
  type AnswerReason,
  type CardSchedule,
  type Parameters,
  type Rating,
} from '../schedule/index.ts';
import {
  compareEvents,
  isCardEvent,
  type CardEvent,
  type CardId,
  type UndoEvent,
} from './events.ts';
import { advanceCard, foldCard } from './fold.ts';
import { ratingOf } from './folding.ts';
import { settingsFor } from './settings-for.ts';
import type { Settings } from './settings.ts';
import type { CardSnapshot } from './snapshot.ts';
import { settingsAt, type SettingsTimeline } from './timeline.ts';
import { undoneAhead, undoneEvents } from './undo.ts';

/** What an answer did to its card, with the memory as the parameters of that time had it. */
export interface AnswerTrace extends AnswerReason {
  readonly rating: Rating;
  readonly before: CardSchedule | null;
  readonly after: CardSchedule;
  /** The settings that held for the card. */
  readonly settings: Settings;
}

/** One event of a card, and what came of it. */
export interface TraceStep {
  readonly event: CardEvent;
  /** The undo that took it back; absent while it counts. */
  readonly undone?: UndoEvent;
  /** Where it counts and moved the memory. */
  readonly answer?: AnswerTrace;
}

/** The fold of a card, step by step. */
export interface CardTrace {
  /** In the order of the journal, oldest first. */
  readonly steps: readonly TraceStep[];
  /** What they come to: what `foldCard` says. */
  readonly snapshot: CardSnapshot | null;
}

/** Folds a card as `foldCard` does, and keeps a record of every step. */
export function traceCard(
  card: CardId,
  events: readonly CardEvent[],
  timeline: SettingsTimeline,
): CardTrace {
  const ordered = events.filter(isCardEvent).sort(compareEvents);
  const undone = undoneEvents(ordered);
  const undoing = new Map(
    ordered.flatMap((event) =>
      event.kind === 'undo' && !undone.has(event.id) ? [[event.target, event] as const] : [],
    ),
  );
  const counted: CardEvent[] = [];
  let snapshot: CardSnapshot | null = null;
  let parameters: Parameters = null;
  const steps = ordered.map((event): TraceStep => {
    if (undone.has(event.id)) return { event, undone: undoing.get(event.id)! };
    if (event.kind === 'undo') return { event };
    const then = timelineBefore(timeline, event);
    const before: CardSnapshot | null = rememberedUnder(settingsAt(then).parameters, then);
    snapshot = advanceCard(before, event, then).snapshot;
    counted.push(event);
    const rating = ratingOf(event);
    if (rating === null) return { event };
    const schedules = { before: before?.schedule ?? null, after: snapshot.schedule! };
    const settings = settingsFor(settingsAt(then), card);
    const chosen = event.kind === 'review' ? event.interval : undefined;
    const reason = explainAnswer(schedules.before, schedules.after, rating, settings, chosen);
    return { event, answer: { ...reason, ...schedules, rating, settings } };
  });
  const last = ordered[ordered.length - 1];
  if (!last) return { steps, snapshot: null };
  const now = rememberedUnder(settingsAt(timeline).parameters, timeline);
  if (!now) return { steps, snapshot: foldCard(card, ordered, timeline).snapshot };
  const ahead = undoneAhead(ordered);
  return {
    steps,
    snapshot: {
      ...now,
      lastEvent: last.id,
      lastEventAt: last.at,
      ...(ahead.length > 0 ? { undoneAhead: ahead } : {}),
    },
  };

  /** The card so far with the memory that these parameters make of it. */
  function rememberedUnder(wanted: Parameters, then: SettingsTimeline): CardSnapshot | null {
    const same = sameParameters(parameters, wanted);
    parameters = wanted;
    return same ? snapshot : foldCard(card, counted, then).snapshot;
  }
}

/** The changes that had been made when an event happened. */
function timelineBefore({ changes }: SettingsTimeline, event: CardEvent): SettingsTimeline {
  return { changes: changes.filter((change) => compareEvents(change.event, event) < 0) };
}
