import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import type { GradePreview } from '../schedule/index.ts';
import type { Prospects } from './prospects.ts';
import type { Recite } from './recite.svelte.ts';
import type { StudyCard } from './table.ts';
import { t } from '../language/index.ts';

export const NOT_FETCHED: Failure = {
  code: 'answers-missing',
  message: t(
    'The answer could not be fetched. Nothing is lost. Connect to the network and show it again; if that does not help, reload.',
  ),
};

/**
 * What the grades of the card on the table lead to. The first card is asked before it is known: what
 * works it out, and what writes a grade, is fetched while that card is being read.
 */
export class Foresight {
  #prospects = $state.raw<Prospects | null>(null);
  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** Fetches it, and begins to look at other cards. What has come is kept. */
  async fetch(card: string | undefined): Promise<Result<void>> {
    try {
      const { Prospects } = await import('./prospects.ts');
      if (!this.#prospects) {
        this.#prospects = new Prospects(this.#recite);
        this.begin(card);
      }
      await this.#recite.store.prepare();
    } catch {
      return err(NOT_FETCHED);
    }
    return ok(undefined);
  }

  /** The queue was read: another day may have come. */
  begin(card: string | undefined): void {
    void this.#prospects?.begin(card);
  }

  /** A card comes onto the table. */
  meet(card: string): void {
    this.#prospects?.meet(card);
  }

  /** An answer moved a card. */
  moved(before: CardSnapshot | null, after: CardSnapshot): void {
    this.#prospects?.moved(before, after);
  }

  /** The grades to choose from, with what each leads to if it is given now; none until it is known. */
  of(card: StudyCard | null): readonly GradePreview[] {
    return (card && this.#prospects?.of(card.id, card.snapshot)) ?? [];
  }
}
