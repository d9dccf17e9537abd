import type { Failure } from '../primitives/index.ts';
import { documentMemory, memoryMap, type CardSnapshot } from '../journal/index.ts';
import type { Recite } from './recite.svelte.ts';

/** How many days ahead the map can be looked at; forgetting is fast first, so the steps are. */
export const DAYS_AHEAD = [0, 1, 3, 7, 14, 30, 61, 91, 182, 365] as const;

/** Below this probability of recall a passage has faded so far that studying it is worth offering. */
const FADED = 0.9;
const MOST_OFFERED = 3;

/** A passage that is slipping away, today. */
export interface FadedPassage {
  readonly paragraph: string;
  readonly heading: string;
  /** Its text begins so. */
  readonly opening: string;
  /** Mean probability of recall over its cards, in [0, 1). */
  readonly recall: number;
}

/** The memory map as it will be on a day if nothing is studied until then, and what has faded by now. */
export class MemoryAhead {
  /** Index into `DAYS_AHEAD`. */
  stop = $state(0);
  failure = $state.raw<Failure | null>(null);

  #cards = $state.raw<readonly CardSnapshot[] | null>(null);
  #today = $state(0);
  readonly #recite: Recite;

  readonly days = $derived(DAYS_AHEAD[this.stop] ?? 0);
  readonly day = $derived(this.#today + this.days);
  /** Null until the journal was read. */
  readonly memory = $derived.by(() => {
    const { bank, settings } = this.#recite;
    return this.#cards && documentMemory(bank, this.#cards, this.day, settings);
  });
  /** Those that faded most, the faintest first. */
  readonly faded: readonly FadedPassage[] = $derived.by(() => {
    const { bank, settings } = this.#recite;
    if (!this.#cards) return [];
    const recalls = new Map(
      memoryMap(bank, this.#cards, this.#today, settings).map((each) => [each.paragraph, each]),
    );
    return bank.document.sections
      .flatMap(({ heading, paragraphs }) =>
        paragraphs.map(({ id, text }) => {
          const recall = recalls.get(id)?.recall ?? 1;
          return { paragraph: id, heading, opening: openingOf(text), recall };
        }),
      )
      .filter(({ recall }) => recall < FADED)
      .sort((a, b) => a.recall - b.recall)
      .slice(0, MOST_OFFERED);
  });

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** Reads what the journal holds now. */
  async load(): Promise<void> {
    const { store, bank } = this.#recite;
    const cards = await store.cards(bank.id);
    this.failure = cards.ok ? null : cards.error;
    if (!cards.ok) return;
    this.#today = this.#recite.moment().day;
    this.#cards = cards.value;
  }
}

/** In characters: two lines of a phone, with some to spare for a wider screen. */
const OPENING = 160;

/** The first words of a text. */
function openingOf(text: string): string {
  if (text.length <= OPENING) return text;
  const cut = text.slice(0, OPENING);
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`;
}
