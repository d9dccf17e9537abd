import {
  compareEvents,
  type CardEvent,
  type CardTrace,
  type ReadingEvent,
  type TraceStep,
} from '../journal/index.ts';
import type { HappenedToCard, HistoryEntry } from '../ui/index.ts';
import { t } from '../language/index.ts';

const FIELDS = { prompt: t('question'), answer: t('answer'), explanation: t('explanation') };
type Field = keyof typeof FIELDS;

/**
 * The history of a card as it is shown, newest first.
 *
 * @param readings of its passage, that it led to
 */
export function historyEntries(
  { steps }: CardTrace,
  readings: readonly ReadingEvent[],
): HistoryEntry[] {
  const entries = new Map<string, HistoryEntry>();
  // Twice, for after a clock was set back an undo may stand before what it took back.
  for (const step of steps) entries.set(step.event.id, entryOf(step, null));
  for (const step of steps) {
    const { event } = step;
    if (event.kind !== 'undo') continue;
    entries.set(event.id, entryOf(step, entries.get(event.target) ?? null));
  }
  for (const { id, at, offset, day, milliseconds } of readings) {
    entries.set(id, { id, at, offset, day, undone: false, kind: 'read', milliseconds });
  }
  return [...entries.values()].sort((a, b) => compareEvents(b, a));
}

function entryOf(step: TraceStep, target: HistoryEntry | null): HistoryEntry {
  const { id, at, offset, day } = step.event;
  return { id, at, offset, day, undone: step.undone !== undefined, ...happened(step, target) };
}

function happened({ event, answer }: TraceStep, target: HistoryEntry | null): HappenedToCard {
  switch (event.kind) {
    case 'review':
    case 'answer': {
      const effect = answer && {
        elapsed: answer.elapsed,
        recall: answer.recall,
        lapse: answer.lapse,
        before: answer.before?.memory ?? null,
        after: answer.after.memory,
        interval: answer.interval,
      };
      return {
        kind: 'answer',
        rating: event.kind === 'review' ? event.rating : (answer?.rating ?? null),
        quiz: event.kind === 'answer' ? event.verdict : null,
        duration: event.duration,
        effect: effect ?? null,
      };
    }
    case 'flag':
      return { kind: 'flag', flagged: event.flagged };
    case 'tag':
      return { kind: 'tag', add: event.add, remove: event.remove };
    case 'edit':
      return { kind: 'edit', ...wordedFields(event) };
    case 'undo':
      return { kind: 'undo', what: target };
    default:
      return { kind: event.kind };
  }
}

function wordedFields({ changes }: Extract<CardEvent, { kind: 'edit' }>) {
  const named = (Object.keys(FIELDS) as Field[]).filter((field) => changes[field] !== undefined);
  const [back, fields] = [true, false].map((original) =>
    named.filter((field) => (changes[field] === null) === original).map((field) => FIELDS[field]),
  );
  return { fields: fields!, back: back! };
}
