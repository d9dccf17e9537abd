import { finish, go, limitTo, mark, takeUp, tick } from '../quiz/index.ts';
import { QuizKeeper } from './quiz-keeper.svelte.ts';

/** What one may add to an exam's time at a stroke. */
const MORE_MS = 5 * 60_000;
/** How often the clock of an exam is written down. */
const KEEP_MS = 5000;

const UNTOUCHED = JSON.stringify([null, null, false]);

/** How a question of an exam stands. */
export interface Standing {
  readonly answered: boolean;
  readonly flagged: boolean;
}

/**
 * The exam: back and forth between its questions, flags, the overview, the clock. Each answer is on
 * the device as soon as it is given, and in the journal as soon as one goes on.
 */
export abstract class QuizExam extends QuizKeeper {
  /** All questions are on screen, to choose one or to hand in. */
  overview = $state(false);

  /** How each question stands, in their order. */
  standings = $derived<readonly Standing[]>(
    this.exam
      ? this.run!.places.map(({ response, flagged }) => ({ answered: response !== null, flagged }))
      : [],
  );
  /** Milliseconds left; null where time does not matter. */
  left = $derived(
    this.run?.phase === 'answering' && this.run.limit !== null
      ? Math.max(0, this.run.limit - this.run.spent)
      : null,
  );
  /** The exam was handed in because its time was over. */
  timeUp = $state(false);

  /** Question → what was last written of it. */
  readonly #drafted = new Map<string, string>();
  #kept = 0;

  protected abstract conclude(): Promise<void>;

  async goTo(index: number): Promise<void> {
    if (!this.run || !this.exam) return;
    const before = this.#draft();
    this.update(go(this.run, index, this.now()));
    this.overview = false;
    this.lay();
    await before;
  }

  async flag(flagged: boolean): Promise<void> {
    if (!this.run) return;
    this.update(mark(this.run, { flagged }));
    await this.#draft();
  }

  /** All questions at a glance, or back to the one that was on screen. */
  async look(overview: boolean): Promise<void> {
    this.overview = overview;
    await this.#draft();
  }

  /** Hands the exam in as it stands. Open answers are judged first. */
  async handIn(): Promise<void> {
    if (!this.run || !this.exam || this.saving) return;
    await this.#draft();
    this.update(finish(tick(this.run, this.now())));
    await this.#handedIn();
  }

  async #handedIn(): Promise<void> {
    this.overview = false;
    this.lay();
    if (!this.unfinished) await this.conclude();
  }

  /** A second has passed. At the end of the time what is there is handed in. */
  async second(): Promise<void> {
    if (!this.run || !this.exam || this.run.phase !== 'answering' || this.saving) return;
    const now = this.now();
    const run = tick(this.run, now);
    const keep = run.phase !== 'answering' || now - this.#kept >= KEEP_MS;
    if (keep) this.#kept = now;
    this.count(run, keep);
    if (run.phase === 'answering') return;
    this.timeUp = true;
    await this.#handedIn();
  }

  /** The learner looks elsewhere: the clock stands, and what was answered is written down. */
  away(): void {
    if (!this.run || !this.exam || this.run.phase !== 'answering') return;
    // A limit that is reached just now is left to the next second, which shows the result too.
    const run = tick(this.run, this.now());
    if (run.phase !== 'answering') return;
    this.update(run);
    void this.#draft(run.limit !== null);
  }

  /** The learner is back. */
  back(): void {
    if (this.run && this.exam && this.unfinished) this.update(takeUp(this.run, this.now()));
  }

  /** More time, as often as one needs it. */
  addTime(): void {
    if (this.run?.limit != null) this.update(limitTo(this.run, this.run.limit + MORE_MS));
  }

  /**
   * Writes what stands as the answer on screen into the journal, where that is new.
   *
   * @param withTime also where only the clock has gone on
   */
  async #draft(withTime = false): Promise<void> {
    if (!this.run || !this.exam || this.run.phase !== 'answering' || !this.place) return;
    const { question, response, confidence, flagged, duration } = this.place;
    const key = `${this.quiz!.id}/${question.id}`;
    const drafted = JSON.stringify([response, confidence, flagged]);
    if (!withTime && drafted === (this.#drafted.get(key) ?? UNTOUCHED)) return;
    this.#drafted.set(key, drafted);
    const { spent } = this.run;
    const own = { quiz: this.quiz!.id, question: question.id, response, confidence, flagged };
    // It does not hold up the exam: what cannot be written now is on the device, and is tried again
    // with the next.
    const noted = await this.recite.note({ kind: 'draft', ...own, duration, spent });
    this.failure = noted.ok ? null : noted.error;
    if (!noted.ok) this.#drafted.delete(key);
  }
}
