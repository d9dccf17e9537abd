import { documentMemory, type CardSnapshot } from '../journal/index.ts';
import type { Recite } from './recite.svelte.ts';

/** The memory map beside a session: read once, and kept up with what is answered. */
export class MapBeside {
  #cards = $state.raw<ReadonlyMap<string, CardSnapshot> | null>(null);
  readonly #recite: Recite;

  /** Null until the journal was read. */
  readonly memory = $derived.by(() => {
    const { bank, settings } = this.#recite;
    return (
      this.#cards &&
      documentMemory(bank, [...this.#cards.values()], this.#recite.moment().day, settings)
    );
  });

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** Reads what the journal holds now. Where it cannot be read there is no map, and nobody misses it. */
  async load(): Promise<void> {
    const { store, bank } = this.#recite;
    const cards = await store.cards(bank.id);
    if (cards.ok) this.#cards = new Map(cards.value.map((snapshot) => [snapshot.card, snapshot]));
  }

  /** A card was answered, or taken back. */
  async renew(card: string): Promise<void> {
    const now = await this.#recite.store.card(card);
    if (!now.ok || !this.#cards) return;
    const cards = new Map(this.#cards);
    if (now.value) cards.set(card, now.value);
    else cards.delete(card);
    this.#cards = cards;
  }
}
