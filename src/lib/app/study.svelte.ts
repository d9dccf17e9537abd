import type { Failure, LocalDay, Result } from '../primitives/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import {
  EMPTY_QUEUE,
  nextWaiting,
  queueLength,
  requeued,
  waitingCard,
  withoutCard,
  type Rating,
  type Waiting,
} from '../schedule/index.ts';
import { cardsTomorrow } from './coming.ts';
import { lapseMade, type Lapse } from './lapse.ts';
import { leechMade, type Leech } from './leech.ts';
import { Prospects } from './prospects.ts';
import type { Recite } from './recite.svelte.ts';
import { tellingIfSlow } from './slow.ts';
import { suggestedRating } from './suggestion.ts';
import { timeOn, type StudyCard } from './table.ts';
import { readChosen, readToday } from './today.ts';
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
  #queue = $state.raw(EMPTY_QUEUE);
  #snapshots = new Map<string, CardSnapshot>();
  #day: LocalDay = 0;
  readonly #recite: Recite;
  readonly #prospects: Prospects;
  readonly #only: ReadonlySet<string> | null;
  readonly #anyway: boolean;
  /** Answered or set aside in this session: a session on chosen cards asks each once. */
  #answeredHere = new Set<string>();

  /** Cards left in this session, the one on the table included. */
  left = $derived(queueLength(this.#queue));

  /** The grades to choose from, and what each leads to. */
  grades = $derived.by(() =>
    this.phase === 'answered' && this.card
      ? this.#prospects.of(this.card.id, this.card.snapshot)
      : [],
  );

  /** Whether it is about a part of the document, not about what today holds. */
  get part(): boolean {
    return this.#only !== null;
  }

  /**
   * @param only where given, the session is about these cards: due, new or not
   * @param anyway though it is a day off
   */
  constructor(recite: Recite, only: readonly string[] | null = null, anyway = false) {
    this.#recite = recite;
    this.#prospects = new Prospects(recite);
    this.#anyway = anyway;
    this.#only = only && new Set(only);
  }

  /** Reads the queue and shows the first card. */
  async load(first?: string): Promise<void> {
    const today = this.#only
      ? await readChosen(this.#recite, this.#only, this.#answeredHere)
      : await readToday(this.#recite, this.#anyway);
    if (!today.ok) return this.#fail(today.error);
    this.#day = today.value.day;
    this.#snapshots = new Map(today.value.snapshots);
    this.#queue = today.value.queue;
    this.canUndo = (await lastUndoable(this.#recite.store)) !== null;
    this.#show(first);
    void this.#prospects.begin(this.card?.id);
  }

  #show(wanted?: string): void {
    this.taken = [];
    const { now } = this.#recite.moment();
    const next: Waiting | null =
      (wanted === undefined ? null : waitingCard(this.#queue, wanted)) ??
      nextWaiting(this.#queue, now);
    const question = next && this.#recite.questionOf(next.id);
    if (!next || !question) {
      this.card = null;
      this.phase = 'done';
      this.#recite.answering = false;
      void cardsTomorrow(this.#recite).then((count) => (this.tomorrow = count));
      return;
    }
    const snapshot = this.#snapshots.get(next.id) ?? null;
    this.card = { id: next.id, kind: next.kind, question, snapshot, since: now };
    this.phase = 'asking';
    this.#prospects.meet(next.id);
    this.#recite.answering = true;
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
    if (this.card.question.type !== 'multi') {
      this.taken = [option];
      this.showAnswer();
    } else if (this.taken.includes(option)) {
      this.taken = this.taken.filter((other) => other !== option);
    } else {
      this.taken = [...this.taken, option];
    }
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
    this.leech = leechMade(card.question, card.snapshot, saved, this.#recite.settings);
    this.answered++;
    this.#answeredHere.add(card.id);
    if (rating > 1) this.recalled++;
    this.#requeue(card.id, saved);
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
    this.#answeredHere.add(card.id);
    this.#queue = withoutCard(this.#queue, card.id);
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
    this.#answeredHere.delete(target.card);
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

  #requeue(id: string, snapshot: CardSnapshot): void {
    this.#snapshots.set(id, snapshot);
    this.#queue = requeued(this.#queue, id, snapshot.schedule?.dueAt ?? null);
  }

  /** The next card; at the turn of the day, or when the queue seems empty, as the journal has it. */
  async #advance(): Promise<void> {
    if (this.#recite.moment().day !== this.#day) return this.load();
    this.#show();
  }

  #fail(failure: Failure): void {
    this.failure = failure;
    this.card = null;
    this.phase = 'failed';
    this.#recite.answering = false;
  }
}
