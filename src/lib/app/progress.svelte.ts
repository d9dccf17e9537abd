import type { Failure, LocalDay } from '../primitives/index.ts';
import {
  cardId,
  cardStates,
  DEFAULT_SETTINGS,
  difficultyDistribution,
  documentMemory,
  dueForecast,
  firstDay,
  knownOn,
  recallDistribution,
  settingsFor,
  stabilityDistribution,
  type CardSnapshot,
  type DocumentMemory,
  type Settings,
} from '../journal/index.ts';
import type { Bank } from '../bank/index.ts';
import { AnswerHistory } from './answers/history.svelte.ts';
import { lookAhead, lookBack, type ProgressRange } from './progress-range.ts';
import { ProgressHistory } from './progress-history.svelte.ts';
import type { Recite } from './recite.svelte.ts';

/** What the journal says of the cards, as of one moment. */
interface Standing {
  readonly bank: Bank;
  readonly day: LocalDay;
  readonly settings: Settings;
  /** Cards that can be asked; a card whose question the bank no longer has waits for no day. */
  readonly snapshots: readonly CardSnapshot[];
}

/**
 * What the learner knows, what is coming and how it has been going, for the whole document or a
 * section of it. The cards are read at once; the history of answers follows from a worker.
 */
export class Progress {
  failure = $state.raw<Failure | null>(null);
  /** The section that is looked at; null for the whole document. */
  section = $state<string | null>(null);
  range = $state<ProgressRange>('month');
  /** Days ahead for which the memory is shown, if nothing is reviewed until then. */
  ahead = $state(0);

  #standing = $state.raw<Standing | null>(null);
  readonly answers = new AnswerHistory();
  readonly history = new ProgressHistory();

  ready = $derived(this.#standing !== null);
  day = $derived(this.#standing?.day ?? 0);
  sections = $derived(
    this.#standing?.bank.document.sections.map(({ id, heading }) => ({ id, heading })) ?? [],
  );
  title = $derived(this.#standing?.bank.document.title ?? '');
  /** The heading of what is looked at, if it is a section. */
  heading = $derived(this.sections.find(({ id }) => id === this.section)?.heading ?? null);

  /** The cards of what is looked at, in the order of the text. */
  #cards = $derived.by(() => {
    const { bank } = this.#standing ?? {};
    const questions = bank?.questions ?? [];
    return questions
      .filter(({ cites }) => this.section === null || cites[0].section === this.section)
      .map(({ id }) => cardId(bank!.id, id));
  });
  #scope = $derived(new Set(this.#cards));
  #chosen = $derived(this.#standing?.snapshots.filter(({ card }) => this.#scope.has(card)) ?? []);

  #first = $derived(this.answers.log && firstDay(this.answers.log));
  back = $derived(lookBack(this.range, this.day, this.#first));
  forward = $derived(lookAhead(this.range, this.day));

  /** All sections as they are known today; while one of them is looked at, null. */
  allSections = $derived.by(() => (this.section === null ? this.#memoryOn(0)?.sections : null));
  /** What is looked at, on the day that was chosen. */
  memory = $derived.by((): DocumentMemory | null => {
    const memory = this.#memoryOn(this.ahead);
    if (this.section === null || !memory) return memory;
    const sections = memory.sections.filter(({ section }) => section === this.section);
    const met = sections[0]?.strokes.filter(({ level }) => level !== null).length ?? 0;
    const paragraphs = sections[0]?.strokes.length ?? 0;
    return { sections, paragraphs, met, recall: sections[0]?.recall ?? null };
  });
  cards = $derived(this.#cards.length);
  known = $derived(this.#with(({ day, settings }) => knownOn(this.#chosen, day, settings)));
  knownAhead = $derived(
    this.#with(({ day, settings }) => knownOn(this.#chosen, day + this.ahead, settings)),
  );
  states = $derived(cardStates(this.#cards, this.#chosen));
  forecast = $derived(
    dueForecast(
      this.#chosen,
      this.day,
      this.forward.periods,
      this.#standing?.settings ?? DEFAULT_SETTINGS,
    ),
  );
  recall = $derived(
    this.#with(({ day, settings }) => recallDistribution(this.#chosen, day, settings)),
  );
  stability = $derived(stabilityDistribution(this.#chosen));
  difficulty = $derived(difficultyDistribution(this.#chosen));

  #memoryOn(ahead: number): DocumentMemory | null {
    return this.#with(({ bank, snapshots, day, settings }) =>
      documentMemory(bank, snapshots, day + ahead, settings),
    );
  }

  #with<T>(of: (standing: Standing) => T): T | null {
    return this.#standing && of(this.#standing);
  }

  /** Sums the history up for what is looked at; again whenever that changes. */
  async sum(): Promise<void> {
    const { log } = this.answers;
    const scope = this.#scope;
    if (log) await this.history.sum(log, (card) => scope.has(card), this.back, this.day);
  }

  /** What the schedule aims at, in [0, 1]. */
  aim = $derived(this.#standing?.settings.desiredRetention ?? 0);

  /** All cards, for what looks at them whole. */
  get snapshots(): readonly CardSnapshot[] {
    return this.#standing?.snapshots ?? [];
  }

  async load(recite: Recite): Promise<void> {
    const { bank, store } = recite;
    const settings = settingsFor(recite.settings, cardId(bank.id, ''));
    const { day } = recite.moment();
    const cards = await store.cards(bank.id);
    if (!cards.ok) {
      this.failure = cards.error;
      return;
    }
    const snapshots = cards.value.filter(({ card }) => recite.questionOf(card) !== undefined);
    this.failure = null;
    this.#standing = { bank, day, settings, snapshots };
    await this.answers.load(recite);
  }
}
