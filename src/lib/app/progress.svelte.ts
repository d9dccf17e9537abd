import type { Failure } from '../primitives/index.ts';
import {
  calendar,
  cardStates,
  documentMemory,
  dueForecast,
  totalsOf,
  type CalendarDay,
  type CardStates,
  type DayLoad,
  type DocumentMemory,
  type Totals,
} from '../journal/index.ts';
import type { Recite } from './recite.svelte.ts';

const FORECAST_DAYS = 14;
const CALENDAR_WEEKS = 12;

/** Everything that the Progress screen shows, as of one moment. */
export interface Figures {
  readonly memory: DocumentMemory;
  readonly states: CardStates;
  readonly forecast: readonly DayLoad[];
  readonly weeks: readonly (readonly CalendarDay[])[];
  readonly totals: Totals;
}

/** What the learner knows of the document, read from the journal in one go. */
export class Progress {
  figures = $state.raw<Figures | null>(null);
  failure = $state.raw<Failure | null>(null);

  async load(recite: Recite): Promise<void> {
    const { bank, store, settings } = recite;
    const { day } = recite.moment();
    const [cards, days] = await Promise.all([store.cards(bank.id), store.days(0, day)]);
    if (!cards.ok) return this.#fail(cards.error);
    if (!days.ok) return this.#fail(days.error);
    // A card whose question the bank no longer has cannot be asked, so no day waits for it.
    const askable = cards.value.filter(({ card }) => recite.questionOf(card) !== undefined);
    this.failure = null;
    this.figures = {
      memory: documentMemory(bank, askable, day, settings),
      states: cardStates(bank, askable),
      forecast: dueForecast(askable, day, FORECAST_DAYS),
      weeks: calendar(days.value, day, CALENDAR_WEEKS),
      totals: totalsOf(days.value),
    };
  }

  #fail(failure: Failure): void {
    this.failure = failure;
  }
}
