import type { Failure, Result } from '../primitives/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import type { Rating } from '../schedule/index.ts';
import { cardsTomorrow } from './coming.ts';
import { ANSWERED_ELSEWHERE, fateOf } from './elsewhere.ts';
import { lapseMade, type Lapse } from './lapse.ts';
import { leechMade, type Leech } from './leech.ts';
import { Prospects } from './prospects.ts';
import type { Recite } from './recite.svelte.ts';
import { SessionQueue } from './session-queue.svelte.ts';
import { tellingIfSlow } from './slow.ts';
import { suggestedRating } from './suggestion.ts';
import { takenWith, timeOn, type StudyCard } from './table.ts';
import { lastUndoable } from './undo.ts';

/**
 * A study session: which card, whether its answer shows, and what a grade leads to. The next card
 * comes only when the grade is on disk; a grade that could not be written leaves the card where it is.
 */
export class StudySession {
  phase = $state<'loading' | 'asking' | 'answered' | 'done' | 'failed'>('loading');
  card = $state.raw<StudyCard | null>(null);
  /** The options that the learner took before the answer showed. */
  taken = $state.raw<readonly string[]>([]);
  /** What is being written takes long enough to be seen. */
  saving = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Answers given in this session. */
  answered = $state(0);
  recalled = $state(0);
  canUndo = $state(false);
  /** Cards that come tomorrow; known when the session is done. */
  tomorrow = $state(0);
  /** What the last answer made of its card, if that was a leech. */
  leech = $state.raw<Leech | null>(null);
  /** The card that the last answer forgot. */
  lapse = $state.raw<Lapse | null>(null);

  #writing = false;
  readonly #recite: Recite;
  readonly #queue: SessionQueue;
  readonly #prospects: Prospects;

  /** Cards left in this session, the one on the table included. */
  left = $derived.by(() => this.#queue.left);

  /** The grades to choose from, and what each leads to. */
  grades = $derived.by(() =>
    this.phase === 'answered' && this.card
      ? this.#prospects.of(this.card.id, this.card.snapshot)
      : [],
  );

  /** Whether it is about a part of the document, not about what today holds. */
  get part(): boolean {
    return this.#queue.part;
  }

  /**
   * @param only where given, the session is about these cards: due, new or not
   * @param anyway though it is a day off
   */
  constructor(recite: Recite, only: readonly string[] | null = null, anyway = false) {
    this.#recite = recite;
    this.#prospects = new Prospects(recite);
    this.#queue = new SessionQueue(recite, only, anyway);
  }

  /** Reads the queue and shows the first card. */
  async load(first?: string): Promise<void> {
    const today = await this.#queue.read();
    if (!today.ok) return this.#fail(today.error);
    this.#queue.take(today.value);
    this.#show(first);
    void this.#prospects.begin(this.card?.id);
    // Only then: the card need not wait for the journal's end to be looked through.
    const { store, writes } = this.#recite;
    const undoable = await lastUndoable(store);
    if (this.#recite.writes === writes) this.canUndo = undoable !== null;
  }

  /** Another tab has written: what was answered there is not asked here, not even on the table. */
  async heard(): Promise<void> {
    const { card } = this;
    if (!card) return;
    this.#queue.outdate();
    const [today, now] = await Promise.all([this.#queue.read(), this.#recite.store.card(card.id)]);
    // Who has gone on meanwhile gets the queue anew with the next card.
    if (!today.ok || !now.ok || this.card !== card || this.#writing) return;
    this.#queue.take(today.value);
    const fate = fateOf(card.snapshot, now.value);
    if (fate === 'marked') this.card = { ...card, snapshot: now.value };
    if (fate !== 'gone') return;
    this.#show();
    this.failure = ANSWERED_ELSEWHERE;
  }

  #show(wanted?: string): void {
    this.taken = [];
    this.card = this.#queue.next(wanted);
    this.#recite.answering = this.card !== null;
    this.phase = this.card ? 'asking' : 'done';
    if (this.card) this.#prospects.meet(this.card.id);
    else void cardsTomorrow(this.#recite).then((count) => (this.tomorrow = count));
  }

  /** The learner is back, and the card lies as it lay. */
  resume(): void {
    this.lapse = null;
    this.#recite.answering = true;
  }

  showAnswer(): void {
    if (this.phase === 'asking') this.phase = 'answered';
  }

  /** Takes an option. Where there is one to take, that also shows the answer. */
  take(option: string): void {
    if (this.phase !== 'asking' || !this.card) return;
    this.taken = takenWith(this.card, this.taken, option);
    if (this.card.question.type !== 'multi') this.showAnswer();
  }

  /** The grade that the options taken speak for; null where none was taken. */
  suggested = $derived(
    this.phase === 'answered' && this.card ? suggestedRating(this.card.question, this.taken) : null,
  );

  async grade(rating: Rating): Promise<void> {
    const { card } = this;
    if (this.phase !== 'answered' || this.#writing || !card) return;
    const duration = timeOn(card, this.#recite.moment().now);
    const interval = this.grades.find((grade) => grade.rating === rating)?.interval;
    const saved = await this.#save(() =>
      this.#recite.record(
        { kind: 'review', card: card.id, rating, duration, ...(interval && { interval }) },
        card.snapshot?.lastEvent ?? null,
      ),
    );
    if (!saved) return;
    this.#prospects.moved(card.snapshot, saved);
    this.lapse = lapseMade(card, saved);
    this.leech = leechMade(card, saved, this.#recite.settings);
    this.answered++;
    if (rating > 1) this.recalled++;
    this.#queue.answered(saved);
    this.canUndo = true;
    if (this.leech?.suspended) return this.#setAside('suspend');
    await this.#advance();
  }

  bury(): Promise<void> {
    this.leech = null;
    return this.#setAside('bury');
  }

  suspend(): Promise<void> {
    this.leech = null;
    return this.#setAside('suspend');
  }

  async #setAside(kind: 'bury' | 'suspend'): Promise<void> {
    const { card } = this;
    if (this.#writing || !card) return;
    const saved = await this.#save(() => this.#recite.record({ kind, card: card.id }));
    if (!saved) return;
    this.#queue.setAside(card.id);
    this.canUndo = true;
    await this.#advance();
  }

  /** Takes back the newest thing that was done to a card, and puts that card on the table again. */
  async undo(): Promise<void> {
    if (this.#writing) return;
    // Whoever presses twice must not take the same thing back twice.
    this.#writing = true;
    const target = await lastUndoable(this.#recite.store);
    this.#writing = false;
    this.lapse = this.leech = null;
    if (!target) {
      this.canUndo = false;
      return;
    }
    const saved = await this.#save(() =>
      this.#recite.record({ kind: 'undo', card: target.card, target: target.id }),
    );
    if (!saved) return;
    if (target.kind === 'review' && this.answered > 0) {
      this.answered--;
      if (target.rating > 1) this.recalled--;
    }
    this.#queue.takenBack(target.card);
    await this.load(target.card);
  }

  /** Runs a write while nothing else is taken; a failure is shown and changes nothing. */
  async #save(write: () => Promise<Result<CardSnapshot>>): Promise<CardSnapshot | null> {
    this.#writing = true;
    const result = await tellingIfSlow(write, (slow) => (this.saving = slow));
    this.#writing = false;
    if (result.ok) {
      this.failure = null;
      return result.value;
    }
    this.failure = result.error;
    // Answered elsewhere meanwhile: what is on the table is old, so the queue is read again.
    if (result.error.code === 'stale') await this.load();
    return null;
  }

  /** The next card; at the turn of the day, or when the queue seems empty, as the journal has it. */
  async #advance(): Promise<void> {
    if (this.#queue.old) return this.load();
    this.#show();
  }

  #fail(failure: Failure): void {
    this.failure = failure;
    this.card = null;
    this.phase = 'failed';
    this.#recite.answering = false;
  }
}
