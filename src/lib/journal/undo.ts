import type { CardEvent, EventId, UndoEvent } from './events.ts';

/**
 * The events that do not count: the targets of every undo that counts itself. The order of the
 * events does not matter, for a clock that was set back may put an undo before what it undoes. Undos
 * that undo one another in a circle count for nothing.
 */
export function undoneEvents(events: readonly CardEvent[]): Set<EventId> {
  const undos = new Map(events.filter(isUndo).map((undo) => [undo.id, undo]));
  /** Undos of each event that are still to be decided. */
  const open = new Map<EventId, number>();
  for (const { target } of undos.values()) open.set(target, (open.get(target) ?? 0) + 1);

  const undone = new Set<EventId>();
  const decided = [...undos.values()].filter(({ id }) => !open.has(id));
  for (const { id, target } of decided) {
    if (!undone.has(id)) undone.add(target);
    const left = open.get(target)! - 1;
    open.set(target, left);
    const next = undos.get(target);
    // The list grows while it is walked: once all undos of an undo are decided, so is it.
    if (left === 0 && next) decided.push(next);
  }
  return undone;
}

/** What is undone by events at hand but has not arrived itself, in the order of the ids. */
export function undoneAhead(events: readonly CardEvent[]): EventId[] {
  const targets = events.filter(isUndo).map(({ target }) => target);
  const present = new Set(events.map(({ id }) => id));
  return [...new Set(targets)].filter((target) => !present.has(target)).sort();
}

export function isUndo(event: CardEvent): event is UndoEvent {
  return event.kind === 'undo';
}
