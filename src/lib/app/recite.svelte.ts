import { createContext } from 'svelte';
import { ok, type Failure, type LocalDay, type Moment, type Result } from '../primitives/index.ts';
import { unpackBank, type Bank, type OwnQuestion, type Question } from '../bank/index.ts';
import {
  DEFAULT_SETTINGS,
  settingsAt,
  type CardEvent,
  type CardSnapshot,
  type JournalEvent,
  type ReadingEvent,
  type Settings,
} from '../journal/index.ts';
import { FAILURES, type Change, type DueCount, type JournalStore } from '../storage/index.ts';
import type { Environment } from './environment.ts';
import { StudiedBank } from './studied-bank.svelte.ts';
import { browserWiring, type Wiring } from './wiring.ts';

/** An event before the app has stamped it with id, time, device and day. */
export type Unstamped<E> = E extends JournalEvent
  ? Omit<E, 'id' | 'at' | 'device' | 'day' | 'offset'>
  : never;

/** A journal for as long as the page is open; loaded only where nothing can be kept. */
async function inMemory(): Promise<JournalStore> {
  const { memoryStore } = await import('../storage/memory/index.ts');
  return memoryStore();
}

/**
 * The app as a whole: which document, which storage, which settings. One instance, handed to the
 * components by context.
 */
export class Recite {
  status = $state<'starting' | 'ready' | 'failed'>('starting');
  /** Why the app cannot start. */
  failure = $state.raw<Failure | null>(null);
  /** A problem with storage that leaves the app usable, shown until it is dismissed. */
  warning = $state.raw<Failure | null>(null);
  settings = $state.raw<Settings>(DEFAULT_SETTINGS);
  /** Counts what was written, so that what is derived from the journal knows when to look again. */
  writes = $state(0);
  /** An answer is on screen or being given: no moment for a reload. */
  answering = $state(false);

  #studied = $state.raw<StudiedBank | null>(null);
  #store: JournalStore | null = null;
  #environment: Environment | null = null;
  #started: Promise<void> | null = null;
  readonly #listeners = new Set<(change: Change) => void>();

  readonly #wiring: Wiring;

  constructor(wiring: Wiring = browserWiring) {
    this.#wiring = wiring;
  }

  /** Opens storage and loads the bank, once. */
  start(): Promise<void> {
    return (this.#started ??= this.#start());
  }

  async #start(): Promise<void> {
    this.#environment = this.#wiring.environment();
    const [opened, fetched] = await Promise.all([
      this.#wiring.openStore(),
      this.#wiring.fetchBank(),
    ]);
    const bank = fetched.ok ? unpackBank(fetched.value) : fetched;
    if (!bank.ok) return this.#fail(bank.error);
    if (!opened.ok && opened.error.code !== 'storage-missing') {
      // Storage exists but cannot be read now: practising on an empty memory would mislead.
      return this.#fail(opened.error);
    }
    if (!opened.ok) this.warning = opened.error;
    const store = opened.ok ? opened.value : await inMemory();
    store.onclosed(() => this.#fail(FAILURES.closed));
    const studied = new StudiedBank(bank.value);
    const [timeline, own] = await Promise.all([store.settings(), studied.readOwn(store)]);
    if (!timeline.ok) return this.#fail(timeline.error);
    if (!own.ok) return this.#fail(own.error);
    this.settings = settingsAt(timeline.value);
    store.onchanged((change) => void this.#heard(change));
    this.#store = store;
    this.#studied = studied;
    this.status = 'ready';
  }

  #fail(failure: Failure): void {
    this.failure = failure;
    this.status = 'failed';
  }

  /** Another tab has written: its settings and questions are here too; what is derived looks again. */
  async #heard(change: Change): Promise<void> {
    if (!this.#store) return;
    const timeline = change.settings ? await this.#store.settings() : null;
    if (timeline?.ok) this.settings = settingsAt(timeline.value);
    await this.#studied?.readOwn(this.#store);
    this.writes++;
    for (const listener of this.#listeners) listener(change);
  }

  /** Calls back when another tab has written, until the function that it returns is called. */
  onchanged(callback: (change: Change) => void): () => void {
    this.#listeners.add(callback);
    return () => void this.#listeners.delete(callback);
  }

  /** The bank as it is studied, in the learner's words; only when `status` is `ready`. */
  get bank(): Bank {
    if (!this.#studied) throw new Error('the bank was asked for before the app was ready');
    return this.#studied.bank;
  }

  /** The bank without anything of the learner's own; only when `status` is `ready`. */
  get shippedBank(): Bank {
    return this.#studied!.shipped;
  }

  /** The journal; only when `status` is `ready`. */
  get store(): JournalStore {
    if (!this.#store) throw new Error('the journal was asked for before the app was ready');
    return this.#store;
  }

  get environment(): Environment {
    if (!this.#environment) throw new Error('the environment was asked for before the start');
    return this.#environment;
  }

  moment(): Moment {
    return this.environment.moment(this.settings.rolloverHour);
  }

  questionOf(card: string): Question | undefined {
    return this.#studied?.questionOf(card);
  }

  /** A card's question in the words of its bank. */
  originalOf(card: string): Question | undefined {
    return this.#studied?.originalOf(card);
  }

  /** The other cards of the card's question. */
  siblingsOf(card: string): readonly string[] {
    return this.#studied?.siblingsOf(card) ?? [];
  }

  /** How many of the bank's cards enter the queue on each day of the range, both ends included. */
  dueCounts(from: LocalDay, to: LocalDay): Promise<Result<readonly DueCount[]>> {
    return this.store.dueCounts(this.bank.id, from, to);
  }

  /** Stamps an event about a card and appends it; resolves when it is on disk. */
  async record(
    event: Unstamped<CardEvent>,
    expectedLast?: string | null,
  ): Promise<Result<CardSnapshot>> {
    const appended = await this.store.append(this.#stamp(event), expectedLast);
    if (!appended.ok) return appended;
    const snapshot = appended.value.snapshot!;
    this.#studied?.word(snapshot);
    this.writes++;
    return ok(snapshot);
  }

  /** As `record`, of several events about one card at one stroke: all of them, or none. */
  async recordTogether(
    events: readonly [Unstamped<CardEvent>, ...Unstamped<CardEvent>[]],
    expectedLast: string | null,
  ): Promise<Result<CardSnapshot>> {
    const appended = await this.store.appendAll(this.stampBatch(events), expectedLast);
    const read = appended.ok ? await this.store.card(events[0].card) : appended;
    if (appended.ok) this.writes++;
    return read.ok ? ok(read.value!) : read;
  }

  /** Stamps events about cards as done at one stroke, and appends them; see the store's `appendAll`. */
  async recordAll(events: readonly Unstamped<CardEvent>[]): Promise<Result<void>> {
    const appended = await this.store.appendAll(this.stampBatch(events));
    // Where it failed in the middle, a part is written all the same.
    await this.wrote(true);
    return appended;
  }

  /** Events about cards were appended to the store: who shows what is derived from it looks again. */
  async wrote(reworded: boolean): Promise<void> {
    if (reworded) await this.#studied?.readOwn(this.store);
    this.writes++;
  }

  /** Stamps and appends an event that is about no card. */
  async note(event: Unstamped<Exclude<JournalEvent, CardEvent>>): Promise<Result<void>> {
    const appended = await this.store.append(this.#stamp(event));
    if (!appended.ok) return appended;
    this.writes++;
    return ok(undefined);
  }

  /**
   * Stamps and appends what was read. `writes` stays: reading changes nothing that is derived, and
   * whoever looks a passage up comes back to the card as it lay.
   */
  noteReading(passages: readonly Omit<Unstamped<ReadingEvent>, 'kind'>[]): Promise<Result<void>> {
    return this.store.appendAll(
      passages.map((passage) => this.#stamp({ kind: 'reading', ...passage })),
    );
  }

  /** Writes a question of the learner's own, words it anew, or (null) takes it out. */
  async writeQuestion(question: string, content: OwnQuestion | null): Promise<Result<void>> {
    const { id: bank } = this.bank;
    const event = this.#stamp({ kind: 'question', bank, question, content });
    const appended = await this.store.append(event);
    if (!appended.ok) return appended;
    const read = await this.#studied!.readOwn(this.store);
    // Last: whoever looks again now is to find it.
    this.writes++;
    return read;
  }

  async changeSettings(changes: Partial<Settings>): Promise<Result<void>> {
    const appended = await this.store.append(this.#stamp({ kind: 'settings', changes }));
    if (!appended.ok) return appended;
    this.settings = { ...this.settings, ...changes };
    // Last: whoever looks again now is to find them.
    this.writes++;
    return ok(undefined);
  }

  /** Stamps what is done to many cards at one stroke: all at one moment, as one batch. */
  stampBatch(events: readonly Unstamped<CardEvent>[]): readonly CardEvent[] {
    const batch = this.environment.newId();
    const moment = this.moment();
    return events.map((event) => this.#stamp({ ...event, batch }, moment) as CardEvent);
  }

  #stamp(event: Unstamped<JournalEvent>, moment = this.moment()): JournalEvent {
    const { now, day, offset } = moment;
    const { device } = this.environment;
    return { ...event, id: this.environment.newId(), at: now, device, day, offset };
  }
}

export const [getRecite, setRecite] = createContext<Recite>();
