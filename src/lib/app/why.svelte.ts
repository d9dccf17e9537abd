import type { Failure } from '../primitives/index.ts';
import { settingsFor } from '../journal/index.ts';
import { explain, outlookOf, type Explanation, type Outlook } from './explanation.ts';
import { Prospects } from './prospects.ts';
import { readingsOf } from './reading.ts';
import type { Recite } from './recite.svelte.ts';
import { t } from '../language/index.ts';

const NO_CARD: Failure = {
  code: 'no-card',
  message: t(
    'There is no such card. Its question may have been taken out of the bank; its history is kept.',
  ),
};

/** What the screen “Why this interval?” shows: a card, taken apart. */
export class Why {
  shown = $state.raw<Explanation | null>(null);
  /** Where each grade would lead now: null until it is known how full the days ahead are. */
  outlook = $state.raw<readonly Outlook[] | null>(null);
  failure = $state.raw<Failure | null>(null);

  /** @param card null where the address names none */
  async load(recite: Recite, card: string | null): Promise<void> {
    const question = card === null ? undefined : recite.questionOf(card);
    if (card === null || !question) return this.#fail(NO_CARD);
    const [events, timeline, readings] = await Promise.all([
      recite.store.eventsOf(card),
      recite.store.settings(),
      readingsOf(recite),
    ]);
    if (!events.ok) return this.#fail(events.error);
    if (!timeline.ok) return this.#fail(timeline.error);
    if (!readings.ok) return this.#fail(readings.error);
    this.failure = null;
    if (this.shown?.card !== card) this.outlook = null;
    this.shown = explain(
      card,
      question,
      { events: events.value, timeline: timeline.value, readings: readings.value },
      recite.moment(),
    );
    void this.#lookAhead(recite, card);
  }

  async #lookAhead(recite: Recite, card: string): Promise<void> {
    const prospects = new Prospects(recite);
    const [snapshot] = await Promise.all([recite.store.card(card), prospects.begin(card)]);
    if (!snapshot.ok || this.shown?.card !== card) return;
    const schedule = snapshot.value?.schedule ?? null;
    const settings = settingsFor(recite.settings, card);
    const previews = prospects.of(card, snapshot.value);
    this.outlook = outlookOf(card, schedule, previews, recite.moment(), settings);
  }

  #fail(failure: Failure): void {
    this.shown = null;
    this.failure = failure;
  }
}
