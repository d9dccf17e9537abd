import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import type { CardEvent, CardSnapshot, EditEvent, FlagEvent, TagEvent } from '../journal/index.ts';
import type { Rating } from '../schedule/index.ts';
import { cardsTomorrow } from './coming.ts';
import { ANSWERED_ELSEWHERE, fateOf } from './elsewhere.ts';
import { Foresight, NOT_FETCHED } from './foresight.svelte.ts';
import { recordGrade } from './grade.ts';
import { lapseMade, type Lapse } from './lapse.ts';
import { leechMade, type Leech } from './leech.ts';
import type { Recite, Unstamped } from './recite.svelte.ts';
import { SessionQueue } from './session-queue.svelte.ts';
import { suggestedRating } from './suggestion.ts';
import { takenAfter, takenWith, type StudyCard } from './table.ts';
import type { Undoable } from './undo.ts';
import { Undoing } from './undoing.svelte.ts';
import { Writing } from './writing.svelte.ts';
import { t } from '../language/index.ts';

/**
 * A study session: which card, whether its answer shows, and what a grade leads to. The next card
 * comes only when the grade is on disk; a grade that could not be written leaves the card where it is.
 */
export class StudySession {
  phase = $state<'loading' | 'asking' | 'answered' | 'done' | 'failed'>('loading');
  card = $state.raw<StudyCard | null>(null);
  /** The options that the learner took before the answer showed. */
  taken = $state.raw<readonly string[]>([]);
  /** Answers given in this session. */
  answered = $state(0);
  recalled = $state(0);
  /** Cards that come tomorrow; known when the session is done. */
  tomorrow = $state(0);
  /** What the last answer made of its card, if that was a leech. */
  leech = $state.raw<Leech | null>(null);
  /** The card that the last answer forgot. */
  lapse = $state.raw<Lapse | null>(null);
  /** What was just done, where the screen alone does not tell. */
  said = $state<string | null>(null);

  readonly #writing = new Writing();
  readonly #recite: Recite;
  readonly #queue: SessionQueue;
  readonly #undoing: Undoing;
  readonly #foresight: Foresight;

  /** What is being written takes long enough to be seen. */
  saving = $derived.by(() => this.#writing.slow);
  failure = $derived.by(() => this.#writing.failure);
  canUndo = $derived.by(() => this.#undoing.can);
  /** Cards left in this session, the one on the table included. */
  left = $derived.by(() => this.#queue.left);

  /** The grades to choose from, and what each leads to. */
  grades = $derived.by(() => this.#foresight.of(this.phase === 'answered' ? this.card : null));

  /** Whether it is about a part of the document, not about what today holds. */
  part = $derived.by(() => this.#queue.part);

  /**
   * @param only where given, the session is about these cards: due, new or not
   * @param anyway though it is a day off
   */
  constructor(recite: Recite, only: readonly string[] | null = null, anyway = false) {
    this.#recite = recite;
    this.#queue = new SessionQueue(recite, only, anyway);
    this.#undoing = new Undoing(recite);
    this.#foresight = new Foresight(recite);
  }

  /** Reads the queue and shows the first card. */
  async load(first?: string): Promise<void> {
    const today = await (this.phase === 'loading' ? this.#queue.begin() : this.#queue.read());
    if (!today.ok) return this.#fail(today.error);
    this.#queue.take(today.value);
    this.#show(first);
    // The rest comes behind the first card, as if another tab had brought it.
    if (today.value.partial) void this.heard();
    this.#foresight.begin(this.card?.id);
    this.#undoing.look();
  }

  /**
   * Fetches what is needed only once an answer shows: for when the first card is on the screen.
   *
   * @param screen fetches what the screen itself needs then
   */
  async prepare(screen: () => Promise<unknown>): Promise<void> {
    const [fetched, shown] = await Promise.all([
      this.#foresight.fetch(this.card?.id),
      Promise.all([this.#undoing.fetch(), screen()]).then(ok, () => err(NOT_FETCHED)),
    ]);
    const result = fetched.ok ? shown : fetched;
    if (!result.ok) this.#writing.failure = result.error;
    else if (this.failure === NOT_FETCHED) this.#writing.failure = null;
  }

  /** Another tab has written: what was answered there is not asked here, not even on the table. */
  async heard(): Promise<void> {
    const { card } = this;
    if (!card) return;
    this.#queue.outdate();
    const [today, now] = await Promise.all([this.#queue.read(), this.#recite.store.card(card.id)]);
    // Who has gone on meanwhile gets the queue anew with the next card.
    if (!today.ok || !now.ok || this.card !== card || this.#writing.busy) return;
    this.#queue.take(today.value);
    const fate = fateOf(card.snapshot, now.value);
    if (fate === 'marked' && now.value) this.#renew(now.value);
    if (fate !== 'gone') return;
    this.#show();
    this.#writing.failure = ANSWERED_ELSEWHERE;
  }

  #show(wanted?: string): void {
    this.taken = [];
    this.card = this.#queue.next(wanted);
    this.#recite.answering = this.card !== null;
    this.phase = this.card ? 'asking' : 'done';
    if (this.card) this.#foresight.meet(this.card.id);
    else void cardsTomorrow(this.#recite).then((count) => (this.tomorrow = count));
  }

  /** The learner is back, and the card lies as it lay. */
  resume(): void {
    this.lapse = null;
    this.#recite.answering = true;
  }

  showAnswer(): void {
    if (this.phase !== 'asking' || !this.card) return;
    this.phase = 'answered';
    void this.#recite.store.prepare(this.card.id);
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
    if (this.phase !== 'answered' || this.#writing.busy || !card) return;
    const interval = this.grades.find((each) => each.rating === rating)?.interval;
    const saved = await this.#save(() => recordGrade(this.#recite, card, rating, interval));
    if (!saved) return;
    this.#foresight.moved(card.snapshot, saved);
    this.lapse = lapseMade(card, saved);
    this.leech = leechMade(card, saved, this.#recite.settings);
    this.answered++;
    if (rating > 1) this.recalled++;
    this.#queue.answered(saved);
    this.#undoing.can = true;
    if (saved.suspended) this.#queue.setAside(saved.card);
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
    const saved = this.card && (await this.#do({ kind, card: this.card.id }));
    if (!saved) return;
    this.#queue.setAside(saved.card);
    await this.#advance();
  }

  /** Makes the card a new one; when it comes, the queue says. */
  async startOver(): Promise<void> {
    if (!this.card || !(await this.#do({ kind: 'reset', card: this.card.id }))) return;
    this.leech = null;
    await this.load();
    this.said = t('Started over: this card comes as a new one.');
  }

  /** Marks the card on the table for a second look, or takes the mark off. */
  async flag(): Promise<void> {
    const { card } = this;
    if (card) await this.mark({ kind: 'flag', card: card.id, flagged: !card.snapshot?.flagged });
  }

  /** Flags a card, tags it, words it anew: it stays as it lies. Says whether that is on disk. */
  async mark(event: Unstamped<FlagEvent | TagEvent | EditEvent>): Promise<boolean> {
    const saved = await this.#do(event);
    if (saved) this.#renew(saved);
    if (saved && event.kind === 'tag') this.said = t('Tags saved.');
    return saved !== null;
  }

  /** Does something to a card but grade it. */
  async #do(event: Unstamped<CardEvent>): Promise<CardSnapshot | null> {
    if (this.#writing.busy) return null;
    const saved = await this.#save(() => this.#recite.record(event));
    if (saved) this.#undoing.can = true;
    return saved;
  }

  /** The card on the table as it is now. */
  #renew(snapshot: CardSnapshot): void {
    this.#queue.renew(snapshot);
    const question = this.#recite.questionOf(snapshot.card);
    if (this.card?.id !== snapshot.card || !question) return;
    this.taken = takenAfter(this.taken, this.card.question, question);
    this.card = { ...this.card, snapshot, question };
  }

  /** Takes back the newest thing that was done to a card, and puts that card on the table again. */
  async undo(): Promise<void> {
    if (this.#writing.busy) return;
    // Whoever presses twice must not take the same thing back twice.
    const found = await this.#writing.run(() => this.#undoing.last());
    this.lapse = this.leech = null;
    if (!found) return;
    const { stroke, tools } = found;
    if (!(await this.#save(() => tools.takeBack(this.#recite, stroke)))) return;
    const [newest] = stroke;
    const review = stroke.find(tools.isReview);
    if (review && this.answered > 0) {
      this.answered--;
      if (review.rating > 1) this.recalled--;
    }
    for (const { card } of stroke) this.#queue.takenBack(card);
    await this.#putBack(newest);
    await this.#undoing.looked();
    this.said = tools.takenBackWords(stroke, this.#recite.questionOf(newest.card));
  }

  /** A card that was only marked stays as it lies; of all else the queue is read again. */
  async #putBack({ kind, card }: Undoable): Promise<void> {
    const marked = kind === 'flag' || kind === 'edit' || kind === 'tag';
    const read = marked && card === this.card?.id ? await this.#recite.store.card(card) : null;
    if (!read?.ok || !read.value) return this.load(card);
    this.#renew(read.value);
    this.#undoing.look();
  }

  /** Runs a write while nothing else is taken; a failure is shown and changes nothing. */
  async #save<T>(write: () => Promise<Result<T>>): Promise<T | null> {
    this.said = null;
    const saved = await this.#writing.run(write);
    // Answered elsewhere meanwhile: what is on the table is old, so the queue is read again.
    if (this.failure?.code === 'stale') await this.load();
    return saved;
  }

  /** The next card; at the turn of the day, or when the queue seems empty, as the journal has it. */
  async #advance(): Promise<void> {
    return this.#queue.old ? this.load() : this.#show();
  }

  #fail(failure: Failure): void {
    this.#writing.failure = failure;
    this.card = null;
    this.phase = 'failed';
    this.#recite.answering = false;
  }
}
