import {
  isCardEvent,
  undoneEvents,
  type AnswerEvent,
  type CardEvent,
  type EventId,
  type JournalEvent,
  type ReviewEvent,
  type UndoEvent,
} from '../journal/index.ts';
import { ok, type Result } from '../primitives/index.ts';
import type { JournalStore } from '../storage/index.ts';
import type { Recite } from './recite.svelte.ts';

/**
 * What Undo can take back. Not what was answered in a quiz, which would leave its result untrue; nor
 * an undo: whoever goes back on and on comes to the beginning, and never forward again.
 */
export type Undoable = Exclude<CardEvent, AnswerEvent | UndoEvent>;

/** What was done at one stroke, to one card or to many; all of it is taken back. */
export type Stroke = readonly [Undoable, ...Undoable[]];

/** Events looked at first: as a rule it is one of the newest. And how many after that, at a time. */
const FIRST_LOOK = 20;
const PAGE = 500;

/** What was done in bulk is stamped at one moment; at most this long passes while it is written. */
const STROKE_MS = 60_000;

/** The newest stroke that still counts, however far back; null where there is none. */
export async function lastUndoable(
  store: Pick<JournalStore, 'latest' | 'eventsOf'>,
): Promise<Stroke | null> {
  const seen: CardEvent[] = [];
  for await (const page of pagesBack(store)) {
    seen.push(...page.filter(isCardEvent));
    const undone = undoneEvents(seen);
    for (const event of page) {
      if (!isUndoable(event) || undone.has(event.id)) continue;
      if (await isUndone(store, event)) continue;
      return event.batch === undefined ? [event] : strokeOf(store, event);
    }
  }
  return null;
}

/** Takes back a stroke: one undo for each of its events, and together a stroke again. */
export async function takeBack(recite: Recite, stroke: Stroke): Promise<Result<Stroke>> {
  const [first, ...more] = stroke;
  const undo = ({ card, id }: Undoable) => ({ kind: 'undo' as const, card, target: id });
  const undone = await (more.length > 0
    ? recite.recordAll(stroke.map(undo))
    : recite.record(undo(first)));
  return undone.ok ? ok(stroke) : undone;
}

export function isReview(event: Undoable): event is ReviewEvent {
  return event.kind === 'review';
}

function isUndoable(event: JournalEvent): event is Undoable {
  return isCardEvent(event) && event.kind !== 'undo' && event.kind !== 'answer';
}

/** By the card's whole history: after a clock was set back, an undo may stand before its target. */
async function isUndone(store: Pick<JournalStore, 'eventsOf'>, event: Undoable): Promise<boolean> {
  const own = await store.eventsOf(event.card);
  return own.ok && undoneEvents(own.value).has(event.id);
}

/** All of a stroke that still counts, given the newest of it. */
async function strokeOf(store: Pick<JournalStore, 'latest'>, newest: Undoable): Promise<Stroke> {
  const stroke: [Undoable, ...Undoable[]] = [newest];
  const undone = new Set<EventId>();
  for await (const page of pagesBack(store)) {
    for (const event of page) {
      if (event.kind === 'undo') undone.add(event.target);
      if (!isUndoable(event) || event.batch !== newest.batch || event.id === newest.id) continue;
      if (!undone.has(event.id)) stroke.push(event);
    }
    const last = page[page.length - 1]!;
    if (last.id < newest.id && last.at < newest.at - STROKE_MS) break;
  }
  return stroke;
}

/** The journal's events from the newest back, as far as one reads; it ends where none can be read. */
async function* pagesBack(
  store: Pick<JournalStore, 'latest'>,
): AsyncGenerator<readonly JournalEvent[]> {
  let before: EventId | undefined;
  for (let limit = FIRST_LOOK; ; limit = PAGE) {
    const page = await store.latest(limit, before);
    if (!page.ok) return;
    if (page.value.length > 0) yield page.value;
    if (page.value.length < limit) return;
    before = page.value[page.value.length - 1]!.id;
  }
}
