import type { BuryEvent, ReviewEvent, SuspendEvent } from '../journal/index.ts';
import type { JournalStore } from '../storage/index.ts';

/** How far back Undo looks for something to take back. */
const UNDO_DEPTH = 200;

/** What Undo can take back. */
export type Undoable = ReviewEvent | SuspendEvent | BuryEvent;

/** The newest grade, suspension or burial that still counts; null where there is none. */
export async function lastUndoable(store: JournalStore): Promise<Undoable | null> {
  const latest = await store.latest(UNDO_DEPTH);
  if (!latest.ok) return null;
  const undone = new Set<string>();
  for (const event of latest.value) {
    if (event.kind === 'undo') {
      undone.add(event.target);
    } else if (event.kind === 'review' || event.kind === 'suspend' || event.kind === 'bury') {
      if (!undone.has(event.id)) return event;
    }
  }
  return null;
}
