import { err, localDay, type Failure, type Result } from '../primitives/index.ts';
import type { DayCounts } from '../journal/index.ts';
import { sameParameters, type Parameters } from '../schedule/index.ts';
import {
  ENOUGH_REVIEWS,
  reviewsUntilNextFit,
  type Fit,
  type FitRecord,
} from '../schedule/fit/index.ts';
import { keepAttempt, keptAttempt, type Attempt } from './fit-device.ts';
import type { FitProgress } from './fit-journal.ts';
import { startFit, type FitRun, type StartFit } from './fit-run.ts';
import type { Recite } from './recite.svelte.ts';
import { t } from '../language/index.ts';

/** Parameters that were in force before others. */
interface Earlier {
  readonly parameters: Parameters;
  readonly fit: FitRecord | null;
}

const ELSEWHERE: Failure = {
  code: 'fit-elsewhere',
  message: t('Another window is fitting just now. What it finds will show here too.'),
};

/** The name of the lock that keeps two tabs from fitting at once. */
const LOCK = 'recite-fit';
/** How often it is asked whether the learner has put the card down, in milliseconds. */
const WAIT_MS = 2000;

/**
 * Fitting the schedule's parameters to the learner: whether there is enough to fit to, the fit itself,
 * what it came to, its adoption if it is better (see `isBetter`), and the way back.
 */
export class Fitting {
  phase = $state<'resting' | 'waiting' | 'reading' | 'fitting' | 'changing'>('resting');
  /** While fitting, the share done, in [0, 1]. */
  share = $state(0);
  /**
   * Reviews of cards that had been learned, as the days count them; null until read. The fit itself
   * counts a little otherwise, but that would take reading every event.
   */
  reviews = $state<number | null>(null);
  /** Those of them since the day of the last fit. */
  since = $state(0);
  /** The last fit made on this device. */
  attempt = $state.raw<Attempt | null>(null);
  /** The parameters before those in force; null where there were none. */
  earlier = $state.raw<Earlier | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Fewer reviews than the fit wanted; it counts more strictly than the days do. */
  tooFew = $state<number | null>(null);

  #run: FitRun | null = null;
  readonly #recite: Recite;
  readonly #start: StartFit;

  /** How many reviews since the last fit make the next one due. */
  wanted = $derived.by(() => reviewsUntilNextFit(this.#lastFit()?.reviews ?? null));
  due = $derived(this.reviews !== null && this.since >= this.wanted);
  enough = $derived(this.reviews !== null && this.reviews >= ENOUGH_REVIEWS);
  busy = $derived(this.phase !== 'resting');

  constructor(recite: Recite, start: StartFit = startFit) {
    this.#recite = recite;
    this.#start = start;
    this.attempt = keptAttempt();
  }

  /** The newest fit, be it of this device or of another. */
  #lastFit(): FitRecord | null {
    const [mine, adopted] = [this.attempt?.record ?? null, this.#recite.settings.fit];
    return mine && adopted ? (mine.at >= adopted.at ? mine : adopted) : (mine ?? adopted);
  }

  /** Reads what there is to fit to, and what was in force before. */
  async look(): Promise<void> {
    const { store } = this.#recite;
    const { day, offset } = this.#recite.moment();
    const [days, timeline] = await Promise.all([store.days(0, day), store.settings()]);
    if (!days.ok) return void (this.failure = days.error);
    if (!timeline.ok) return void (this.failure = timeline.error);
    const { parameters, rolloverHour } = this.#recite.settings;
    const last = this.#lastFit();
    const lastDay = last ? localDay(last.at, offset, rolloverHour) : -Infinity;
    const count = (counted: readonly DayCounts[]) =>
      counted.reduce((sum, { reviews }) => sum + reviews, 0);
    this.reviews = count(days.value);
    this.since = count(days.value.filter((counts) => counts.day > lastDay));
    const changes = timeline.value.changes.map(({ settings }) => settings);
    this.earlier =
      changes.findLast((settings) => !sameParameters(settings.parameters, parameters)) ?? null;
  }

  /** Makes a fit because the learner wants one. */
  async fitNow(): Promise<void> {
    if (!this.busy) await this.#alone(() => this.#fit(), true);
  }

  /** Makes a fit unasked, if one is due. */
  async fitIfDue(): Promise<void> {
    const { settings, store } = this.#recite;
    if (this.busy || !settings.fitsItself || !store.durable) return;
    await this.look();
    if (!this.due) return;
    await this.#alone(() => this.#fit(), false);
    // Nobody asked: what went wrong is nobody's trouble, and it is tried again another time.
    this.failure = null;
  }

  cancel(): void {
    this.#run?.cancel();
  }

  /** Back to the standard parameters, or to those before. */
  async goBack(to: 'standard' | 'earlier'): Promise<void> {
    if (this.busy) return;
    const { parameters, fit } =
      (to === 'earlier' ? this.earlier : null) ?? ({ parameters: null, fit: null } as const);
    await this.#change({ parameters, fit });
  }

  /** Runs the work in one tab at a time; without locks (plain http) the work is merely done twice. */
  async #alone(work: () => Promise<void>, asked: boolean): Promise<void> {
    this.failure = null;
    this.tooFew = null;
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) return work();
    await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      else if (asked) this.failure = ELSEWHERE;
    });
  }

  async #fit(): Promise<void> {
    this.phase = 'reading';
    this.share = 0;
    const { settings } = this.#recite;
    const inUse = settings.parameters === null ? null : [...settings.parameters];
    const { now } = this.#recite.moment();
    this.#run = this.#start({ inUse, now }, (progress) => this.#progress(progress));
    const result = await this.#run.result.catch((error: unknown) => err(failureOf(error)));
    this.#run = null;
    if (result) await this.#take(result, inUse);
    this.phase = 'resting';
  }

  #progress(progress: FitProgress): void {
    this.phase = progress.step;
    if (progress.step === 'fitting') this.share = progress.share;
  }

  async #take(result: Result<Fit>, inUse: Parameters): Promise<void> {
    if (!result.ok) return void (this.failure = result.error);
    const fit = result.value;
    if (fit.kind === 'too-few') return void (this.tooFew = fit.reviews);
    const { record, parameters, better } = fit;
    let adopted = false;
    if (better) {
      // The intervals on the buttons are not to change under the learner's thumb.
      this.phase = 'waiting';
      while (this.#recite.answering) await pause(WAIT_MS);
      // Another tab or device may have brought others meanwhile: those were not compared with.
      if (sameParameters(this.#recite.settings.parameters, inUse)) {
        adopted = await this.#change({ parameters, fit: record });
      }
    }
    if (better && !adopted) return;
    this.attempt = { record, adopted };
    keepAttempt(this.attempt);
    await this.look();
  }

  async #change(changes: { parameters: Parameters; fit: FitRecord | null }): Promise<boolean> {
    this.phase = 'changing';
    const changed = await this.#recite.changeSettings(changes);
    this.failure = changed.ok ? null : changed.error;
    if (changed.ok) await this.look();
    this.phase = 'resting';
    return changed.ok;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function failureOf(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'fit-failed',
    message: t('The fit could not be made: {0}. Nothing was changed.', reason),
  };
}

const fittings = new WeakMap<Recite, Fitting>();

/** The fitting of an app: one, so that the panel shows the fit that began by itself. */
export function fittingOf(recite: Recite): Fitting {
  const known = fittings.get(recite) ?? new Fitting(recite);
  fittings.set(recite, known);
  return known;
}
