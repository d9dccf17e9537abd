import type { Recite } from './recite.svelte.ts';
import { lastUndoable, type Stroke } from './undo.ts';

/** Whether there is something to take back, and what. */
export class Undoing {
  can = $state(false);
  #looking: Promise<void> = Promise.resolve();
  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** Begins to look; nobody need wait for it, for it may lie far back. */
  look(): void {
    this.#looking = this.#look();
  }

  /** When it is known. */
  looked(): Promise<void> {
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { store, writes } = this.#recite;
    const stroke = await lastUndoable(store);
    // Else something was done meanwhile, and this is old.
    if (this.#recite.writes === writes) this.can = stroke !== null;
  }

  async last(): Promise<Stroke | null> {
    const stroke = await lastUndoable(this.#recite.store);
    if (!stroke) this.can = false;
    return stroke;
  }
}
