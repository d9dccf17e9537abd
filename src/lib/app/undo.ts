import type { BuryEvent, JournalEvent, ReviewEvent, SuspendEvent } from '../journal/index.ts';
import type { JournalStore } from '../storage/index.ts';

/** How far back Undo looks for something to take back. */
const UNDO_DEPTH = 200;

/** What Undo can take back. */
export type Undoable = ReviewEvent | SuspendEvent | BuryEvent;
const UNDOABLE: ReadonlySet<JournalEvent['kind']> = new Set(['review', 'suspend', 'bury']);

/** The newest grade, suspension or burial that still counts; null where there is none. */
export async function lastUndoable(store: JournalStore): Promise<Undoable | null> {
  const latest = await store.latest(UNDO_DEPTH);
  if (!latest.ok) return null;
  // All of them first: after a clock was set back, an undo may stand before what it took back.
  const undone = new Set(
    latest.value.flatMap((event) => (event.kind === 'undo' ? [event.target] : [])),
  );
  const isUndoable = (event: JournalEvent): event is Undoable =>
    UNDOABLE.has(event.kind) && !undone.has(event.id);
  return latest.value.find(isUndoable) ?? null;
}
