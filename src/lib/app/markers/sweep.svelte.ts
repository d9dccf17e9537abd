import type { Failure } from '../../primitives/index.ts';
import {
  beginPaper,
  endPaper,
  goOn,
  isForCards,
  nextPlace,
  optionsFor,
  Readings,
  showAnswer,
  tallyOf,
  withLetter,
  type Letter,
  type PaperSession,
  type Sighting,
} from '../../markers/index.ts';
import { ClassBank } from '../documents/class-bank.svelte.ts';
import type { Recite } from '../recite.svelte.ts';
import { Camera } from './camera.svelte.ts';
import { ClassLists } from './class-lists.svelte.ts';
import { Eye } from './eye.ts';
import { insightOf, sightingsOf, type InSight } from './insight.ts';
import { keepPaper, keptPaper } from './kept-session.ts';
import { planFor, type PaperChoice } from './paper-plan.ts';
import { PaperHome } from './paper-home.svelte.ts';
import { sheetsOf } from './paper-record.ts';
import { NO_PICTURE, NOT_KEPT } from './sweep-failures.ts';

/** Leads a class that answers with paper cards, on one device. */
export class SweepDesk {
  readonly #recite: Recite;
  readonly lists = new ClassLists();
  readonly about: ClassBank;
  /** Where the answers are in the end. */
  readonly home = new PaperHome();
  readonly camera = new Camera();
  readonly #eye = new Eye();
  #readings = new Readings([], []);

  ready = $state(false);
  failure = $state.raw<Failure | null>(null);
  session = $state.raw<PaperSession | null>(null);
  insight = $state.raw<readonly InSight[]>([]);
  /** Of the picture that `insight` is about. */
  picture = $state.raw({ width: 16, height: 9 });
  /** What came of the last photo. */
  photo = $state.raw<{ readonly seen: number; readonly fresh: number } | null>(null);
  /** Everybody's letters on the screen, because the teacher wants to see them. */
  letters = $state(false);
  /** Students of whom something was read. */
  answered = $derived(this.session ? sheetsOf(this.session).length : 0);

  constructor(recite: Recite) {
    this.#recite = recite;
    this.about = new ClassBank(recite);
  }

  question = $derived(this.session ? this.session.plan[this.session.place]! : null);
  options = $derived(
    this.session && this.question ? optionsFor(this.question.question, this.session.seed) : [],
  );
  /** Card → letter, of the question on screen. */
  said = $derived<Readonly<Record<number, Letter>>>(
    this.session?.letters[this.session.place] ?? {},
  );
  count = $derived(Object.keys(this.said).length);
  tally = $derived(this.session ? tallyOf(this.session, this.session.place) : null);
  isLast = $derived(this.session ? nextPlace(this.session) === null : false);
  /** Among the questions that cards can answer, which one, and of how many. */
  progress = $derived.by(() => {
    const places = (this.session?.plan ?? []).flatMap(({ question }, at) =>
      isForCards(question) ? [at] : [],
    );
    return { at: places.indexOf(this.session?.place ?? -1) + 1, of: places.length };
  });
  students = $derived(
    (this.session?.students ?? []).map(({ card, name }) => ({
      card,
      name,
      letter: this.said[card] ?? null,
    })),
  );

  async open(): Promise<void> {
    this.lists.load();
    await this.#recite.start();
    const session = keptPaper();
    if (session) this.#show(session);
    await this.home.load();
    if (this.#recite.status === 'ready') await this.about.open();
    this.ready = true;
  }

  begin(choice: PaperChoice): void {
    const list = this.lists.get(choice.list);
    const { environment } = this.#recite;
    const bank = this.about.bank ?? this.#recite.bank;
    const plan = planFor(bank, environment.newId(), this.home.records, choice);
    if (!plan.ok || !list) {
      this.failure = plan.ok ? null : plan.error;
      return;
    }
    const record = this.home.records.find(({ id }) => id === choice.record);
    const id = environment.newId();
    const begun = beginPaper(
      {
        id,
        title: record?.title ?? `${list.name} · ${bank.document.title}`,
        at: environment.now(),
        seed: id,
        plan: plan.value,
        ...(record ? { record: record.id } : {}),
      },
      list,
    );
    this.failure = begun.ok ? null : begun.error;
    if (!begun.ok) return;
    this.home.forget();
    this.#set(begun.value);
  }

  /** The session as it is now, on the screen and on the disk. */
  #set(session: PaperSession): void {
    this.#show(session);
    if (!keepPaper(session)) this.failure = NOT_KEPT;
  }

  #show(session: PaperSession): void {
    const moved = this.session?.place !== session.place || this.session.id !== session.id;
    this.session = session;
    if (!moved) return;
    this.photo = null;
    this.insight = [];
    this.#readings = new Readings(
      session.students.map(({ card }) => card),
      this.options.map(({ letter }) => letter),
      session.students.flatMap(({ card }) => {
        const letter = this.said[card];
        return letter === undefined ? [] : [[card, letter] as const];
      }),
    );
  }

  /** Turns the camera on, and reads until it is turned off. */
  watch(video: HTMLVideoElement, other = false): Promise<void> {
    const look = async () => {
      const seen = await this.#eye.see(video);
      if (!seen || this.session?.phase !== 'asking') return;
      const found = seen.looks[0] ?? [];
      this.#take(this.#readings.see(sightingsOf(found), performance.now()));
      this.picture = seen;
      this.insight = insightOf(found, this.session, this.said);
    };
    return other ? this.camera.other(video, look) : this.camera.start(video, look);
  }

  /** A photo of the class, where there is no camera or it does not see far enough. */
  async takePhoto(file: Blob): Promise<void> {
    const seen = await this.#eye.seePhoto(file);
    this.failure = seen ? null : NO_PICTURE;
    if (!seen || this.session?.phase !== 'asking') return;
    const looks = seen.looks.map(sightingsOf);
    const fresh = this.#readings.seeStill(looks);
    this.#take(fresh);
    this.photo = { seen: new Set(looks.flat().map(({ card }) => card)).size, fresh: fresh.length };
  }

  #take(fresh: readonly Sighting[]): void {
    if (!this.session || fresh.length === 0) return;
    let { session } = this;
    for (const { card, letter } of fresh) session = withLetter(session, card, letter);
    this.#set(session);
  }

  /** What the teacher says a card says: it was left at home, or is bent. */
  setLetter(card: number, letter: Letter | null): void {
    if (!this.session) return;
    this.#readings.set(card, letter);
    this.#set(withLetter(this.session, card, letter));
  }

  show(): void {
    if (!this.session) return;
    this.camera.stop();
    this.letters = false;
    this.#set(showAnswer(this.session));
  }

  next(): void {
    if (!this.session) return;
    this.#set(goOn(this.session));
    if (this.session.phase === 'ended') void this.keep();
  }

  end(): void {
    if (!this.session) return;
    this.camera.stop();
    this.#set(endPaper(this.session));
    void this.keep();
  }

  async keep(): Promise<void> {
    if (this.session) this.failure = await this.home.keep(this.session);
  }

  /** Moves the answers into another record of the same questions. */
  async move(record: string): Promise<void> {
    if (!this.session) return;
    const from = this.session;
    this.#set({ ...from, record });
    this.failure = await this.home.move(this.session);
    if (this.failure) this.#set(from);
  }

  /** After the end: on to another session. */
  async again(): Promise<void> {
    keepPaper(null);
    this.home.forget();
    this.session = null;
    await this.home.load();
  }

  close(): void {
    this.camera.stop();
    this.#eye.close();
  }
}
