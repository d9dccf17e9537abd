import type { Failure } from '../primitives/index.ts';
import { answersOf, documentMemory, type DocumentMemory } from '../journal/index.ts';
import { catchUpShare, comesOn } from '../schedule/index.ts';
import type { DueCount } from '../storage/index.ts';
import { deviceMemory, noteBeginnings } from './beginnings.ts';
import { readComing } from './coming.ts';
import { leechesAmong } from './leeches.ts';
import type { Recite } from './recite.svelte.ts';
import { readToday, type Today } from './today.ts';

/** How far the forecast looks, today included. */
const FORECAST_DAYS = 14;

/** What the Today screen shows, read from the journal in one go. */
export class Overview {
  today = $state.raw<Today | null>(null);
  forecast = $state.raw<readonly DueCount[]>([]);
  memory = $state.raw<DocumentMemory | null>(null);
  /** Cards that are forgotten again and again. */
  leeches = $state(0);
  failure = $state.raw<Failure | null>(null);

  due = $derived(
    this.today ? this.today.queue.reviews.length + this.today.queue.learning.length : 0,
  );
  fresh = $derived(this.today?.queue.fresh.length ?? 0);
  /** Answers given today. */
  answered = $derived(this.today ? answersOf(this.today.counts) : 0);

  async load(recite: Recite): Promise<void> {
    const today = await readToday(recite);
    if (!today.ok) return this.#fail(today.error);
    const { day } = today.value;
    const counts = await readComing(recite, day + 1, day + FORECAST_DAYS - 1);
    if (!counts.ok) return this.#fail(counts.error);
    this.today = today.value;
    // Of today only what is left; what was not done on earlier days is part of it.
    this.forecast = withHeld(recite, today.value, [{ day, count: this.due }, ...counts.value]);
    // The map needs all cards, which may be many: what is due does not wait for it.
    const cards = await recite.store.cards(recite.bank.id);
    if (!cards.ok) return this.#fail(cards.error);
    const questionOf = (card: string) => recite.questionOf(card);
    this.leeches = leechesAmong(cards.value, questionOf, recite.settings).length;
    this.memory = documentMemory(recite.bank, cards.value, day, recite.settings);
    // Where the history came from another device, this is no first launch either: see `first-paint.js`.
    if (cards.value.length > 0) noteBeginnings(deviceMemory(), {});
  }

  #fail(failure: Failure): void {
    this.failure = failure;
  }
}

/** The forecast with the cards that are due and that today does not take: on the days that take them. */
function withHeld(
  { settings }: Recite,
  { day, held: left, off, catchingUp }: Today,
  loads: readonly DueCount[],
): DueCount[] {
  const { catchUp } = settings;
  const opens = comesOn(day, settings);
  let held = left;
  return loads.map((load) => {
    let more = 0;
    if (off && load.day === opens) more = held;
    else if (catchUp && catchingUp && load.day > day) {
      more = Math.min(held, catchUpShare(catchUp, load.day, held));
    }
    held -= more;
    return { ...load, count: load.count + more };
  });
}
