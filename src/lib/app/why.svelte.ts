import type { Failure } from '../primitives/index.ts';
import { explain, type Explanation } from './explanation.ts';
import type { Recite } from './recite.svelte.ts';

const NO_CARD: Failure = {
  code: 'no-card',
  message:
    'There is no such card. Its question may have been taken out of the bank; its history is kept.',
};

/** What the screen “Why this interval?” shows: a card, taken apart. */
export class Why {
  shown = $state.raw<Explanation | null>(null);
  failure = $state.raw<Failure | null>(null);

  /** @param card null where the address names none */
  async load(recite: Recite, card: string | null): Promise<void> {
    const question = card === null ? undefined : recite.questionOf(card);
    if (card === null || !question) return this.#fail(NO_CARD);
    const [events, timeline] = await Promise.all([
      recite.store.eventsOf(card),
      recite.store.settings(),
    ]);
    if (!events.ok) return this.#fail(events.error);
    if (!timeline.ok) return this.#fail(timeline.error);
    this.failure = null;
    this.shown = explain(card, question, events.value, timeline.value, recite.moment());
  }

  #fail(failure: Failure): void {
    this.shown = null;
    this.failure = failure;
  }
}
