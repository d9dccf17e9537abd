import { settingsFor, type CardSnapshot } from '../journal/index.ts';
import { AGAIN, comesOn, GOOD, previewGrades, type GradePreview } from '../schedule/index.ts';
import { Balancing } from './balancing.ts';
import type { Recite } from './recite.svelte.ts';

/** What the grades of a card lead to. */
export class Prospects {
  #balancing: Balancing | null = null;
  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** Begins to look at other cards, once the first card lies on the table; until then its seed chooses. */
  async begin(card: string | undefined): Promise<void> {
    const { day } = this.#recite.moment();
    if (this.#balancing?.day === day) return card === undefined ? undefined : this.meet(card);
    const balancing = new Balancing(this.#recite);
    if (card !== undefined) await balancing.meet(card);
    this.#balancing = balancing;
    await balancing.read();
  }

  /** A card comes onto the table. */
  meet(card: string): void {
    void this.#balancing?.meet(card);
  }

  /** An answer moved a card. */
  moved(before: CardSnapshot | null, after: CardSnapshot): void {
    this.#balancing?.moved(before, after);
  }

  /** The grades to choose from, with what each leads to if it is given now. */
  of(card: string, snapshot: CardSnapshot | null): readonly GradePreview[] {
    const moment = this.#recite.moment();
    const settings = settingsFor(this.#recite.settings, card);
    const schedule = snapshot?.schedule ?? null;
    const choose = this.#balancing?.chooser(card, schedule?.reviews ?? 0);
    return previewGrades(card, schedule, moment, settings, choose)
      .filter(({ rating }) => settings.buttons === 4 || rating === AGAIN || rating === GOOD)
      .map((preview) => {
        if (preview.delay.unit === 'minutes') return preview;
        // What falls on a day off comes later, and the button says so.
        const comes = comesOn(moment.day + preview.delay.count, settings);
        return { ...preview, delay: { unit: 'days', count: comes - moment.day } };
      });
  }
}
