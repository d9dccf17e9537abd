import type { Failure } from '../primitives/index.ts';
import { answersOf, type Settings } from '../journal/index.ts';
import { catchUpDays, catchUpLoads, comesOn, isBacklog, isCatchingUp } from '../schedule/index.ts';
import type { DueCount } from '../storage/index.ts';
import type { Recite } from './recite.svelte.ts';
import type { Today } from './today.ts';

/** How far back days without an answer are counted. */
const LOOK_BACK_DAYS = 60;

/** Much that waits, and over how many days it may be spread. */
export interface Backlog {
  /** Cards that are due, as Today counts them, and those that today does not take. */
  readonly all: number;
  /** Of these, those that today does not take. */
  readonly held: number;
  /** Days since the last answer before today. */
  readonly away: number;
  /** Over how many days to catch up, unless the learner says otherwise. */
  readonly proposed: number;
}

/** What the learner has planned, as Today shows it: catching up, a break, an exam. */
export class Plans {
  backlog = $state.raw<Backlog | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly #recite: Recite;
  readonly #today: Today;
  readonly #forecast: readonly DueCount[];

  /** @param forecast what comes on each day, today first */
  constructor(recite: Recite, today: Today, forecast: readonly DueCount[]) {
    this.#recite = recite;
    this.#today = today;
    this.#forecast = forecast;
  }

  async load(): Promise<void> {
    const { day, overdue, waiting, held, queue } = this.#today;
    const { reviewsPerDay, catchUp } = this.#recite.settings;
    if (overdue === 0 || isCatchingUp(catchUp, day)) return;
    const days = await this.#recite.store.days(day - LOOK_BACK_DAYS, day - 1);
    if (!days.ok) {
      this.failure = days.error;
      return;
    }
    const lived = days.value.filter((counts) => answersOf(counts) > 0);
    const last = lived[lived.length - 1]?.day;
    const away = last === undefined ? LOOK_BACK_DAYS : day - last - 1;
    if (!isBacklog(waiting, reviewsPerDay, away)) return;
    const coming = this.#forecast.slice(1);
    const usual = coming.reduce((sum, { count }) => sum + count, 0) / Math.max(1, coming.length);
    const all = queue.reviews.length + queue.learning.length + held;
    const proposed = catchUpDays(overdue, usual, reviewsPerDay);
    this.backlog = { all, held, away, proposed };
  }

  /** What each day would bring, if it were caught up over so many. */
  loads(days: number) {
    const { overdue, waiting } = this.#today;
    const own = (ahead: number) =>
      ahead === 0 ? waiting - overdue : (this.#forecast[ahead]?.count ?? 0);
    return catchUpLoads(overdue, days, own);
  }

  catchUp(days: number): Promise<boolean> {
    const { day, overdue } = this.#today;
    return this.#save({ catchUp: { from: day, days, cards: overdue } });
  }

  stopCatchingUp(): Promise<boolean> {
    return this.#save({ catchUp: null });
  }

  async #save(changes: Partial<Settings>): Promise<boolean> {
    const saved = await this.#recite.changeSettings(changes);
    this.failure = saved.ok ? null : saved.error;
    return saved.ok;
  }
}

/** The breaks that still matter: those ahead, and those whose cards are still to come. */
export function lastingBreaks(settings: Settings, today: number): Settings['breaks'] {
  return settings.breaks.filter(({ to }) => comesOn(to, settings) >= today);
}
