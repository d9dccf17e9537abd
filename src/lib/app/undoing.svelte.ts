import { err, ok, type Result } from '../primitives/index.ts';
import { NOT_FETCHED } from './foresight.svelte.ts';
import type { Recite } from './recite.svelte.ts';
import type { Stroke } from './undo.ts';

type Tools = typeof import('./undo-tools.ts');

/** Whether there is something to take back, and what. */
export class Undoing {
  can = $state(false);
  #looking: Promise<void> = Promise.resolve();
  #tools: Promise<Tools> | null = null;
  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /**
   * Fetches what it takes, and looks. Before this, nobody knows of anything to take back.
   *
   * @throws what the browser throws where it cannot be had; it can be asked for again
   */
  async fetch(): Promise<Tools> {
    const first = this.#tools === null;
    const tools = (this.#tools ??= import('./undo-tools.ts'));
    try {
      await tools;
    } catch (failure) {
      this.#tools = null;
      throw failure;
    }
    if (first) this.look();
    return tools;
  }

  /** Begins to look; nobody need wait for it, for it may lie far back. */
  look(): void {
    if (this.#tools) this.#looking = this.#look(this.#tools);
  }

  /** When it is known. */
  looked(): Promise<void> {
    return this.#looking;
  }

  async #look(fetching: Promise<Tools>): Promise<void> {
    const { store, writes } = this.#recite;
    const { lastUndoable } = await fetching;
    const stroke = await lastUndoable(store);
    // Else something was done meanwhile, and this is old.
    if (this.#recite.writes === writes) this.can = stroke !== null;
  }

  /** What would be taken back, and what takes it back; null where there is nothing. */
  async last(): Promise<Result<{ readonly stroke: Stroke; readonly tools: Tools } | null>> {
    const tools = await this.fetch().catch(() => null);
    if (!tools) return err(NOT_FETCHED);
    const stroke = await tools.lastUndoable(this.#recite.store);
    if (!stroke) this.can = false;
    return ok(stroke && { stroke, tools });
  }
}
