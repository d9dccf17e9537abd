import type { Failure, Result } from '../primitives/index.ts';
import type { Question } from '../bank/index.ts';
import { cardId, settingsFor, type CardSnapshot } from '../journal/index.ts';
import type { EditEvent, ResetEvent, ResumeEvent, SuspendEvent } from '../journal/index.ts';
import { leechesAmong, type LeechCard } from './leeches.ts';
import type { QuestionStanding } from './reader.svelte.ts';
import type { Recite, Unstamped } from './recite.svelte.ts';
import type { WordingChanges } from './wording-input.ts';
import { standingOf, type Standing } from './standing.ts';

/** A card on the bench. */
export interface Repaired {
  readonly card: string;
  readonly question: Question;
  readonly lapses: number;
  readonly reviews: number;
  readonly standing: Standing;
  /** The other questions on its passage. */
  readonly others: readonly QuestionStanding[];
}

type Repairing = Unstamped<SuspendEvent | ResumeEvent | ResetEvent | EditEvent>;

/** What was done to the card on the bench, to be taken back. */
interface Done {
  readonly kind: Repairing['kind'];
  readonly card: string;
  readonly event: string;
}

/** The screen where cards that are forgotten again and again are repaired from their source. */
export class Repair {
  /** Null until they are known. */
  leeches = $state.raw<readonly LeechCard[] | null>(null);
  /** The card that the address names. */
  card = $state.raw<Repaired | null>(null);
  /** The address names a card that is not there. */
  missing = $state(false);
  failure = $state.raw<Failure | null>(null);
  done = $state.raw<Done | null>(null);

  #busy = false;
  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** @param card the one to repair; null: the list of all */
  async load(card: string | null): Promise<void> {
    const { store, bank, settings } = this.#recite;
    const cards = await store.cards(bank.id);
    if (!cards.ok) {
      this.failure = cards.error;
      return;
    }
    this.failure = null;
    const known = new Map(cards.value.map((snapshot) => [snapshot.card, snapshot]));
    this.leeches = leechesAmong(cards.value, (id) => this.#recite.questionOf(id), settings);
    const question = card === null ? undefined : this.#recite.questionOf(card);
    this.missing = card !== null && !question;
    this.card = card !== null && question ? this.#benchOf(card, question, known) : null;
    if (this.done?.card !== card) this.done = null;
  }

  #benchOf(card: string, question: Question, known: ReadonlyMap<string, CardSnapshot>): Repaired {
    const { bank } = this.#recite;
    const { paragraph } = question.cites[0];
    const { lapses = 0, reviews = 0 } = known.get(card)?.schedule ?? {};
    const others = bank.questions
      .filter(
        ({ id, cites }) => id !== question.id && cites.some((cite) => cite.paragraph === paragraph),
      )
      .map((other) => {
        const id = cardId(bank.id, other.id);
        return { card: id, question: other, standing: this.#standing(id, known) };
      });
    return { card, question, lapses, reviews, standing: this.#standing(card, known), others };
  }

  #standing(card: string, known: ReadonlyMap<string, CardSnapshot>): Standing {
    const settings = settingsFor(this.#recite.settings, card);
    return standingOf(known.get(card) ?? null, this.#recite.moment().day, settings);
  }

  /** Sets the card aside: it is not asked any more. As the others, says whether that is on disk. */
  suspend(): Promise<boolean> {
    return this.#do((card) => ({ kind: 'suspend', card }));
  }

  /** Puts a card that was set aside back among those that are asked. */
  resume(): Promise<boolean> {
    return this.#do((card) => ({ kind: 'resume', card }));
  }

  /** Makes the card new again. Its history stays. */
  startOver(): Promise<boolean> {
    return this.#do((card) => ({ kind: 'reset', card }));
  }

  /** Words the card anew; how it stands stays. Says whether that is on disk. */
  async reword(changes: WordingChanges): Promise<boolean> {
    return this.#do((card) => ({ kind: 'edit', card, changes }));
  }

  async #do(eventOf: (card: string) => Repairing): Promise<boolean> {
    const card = this.card?.card;
    if (this.#busy || card === undefined) return false;
    const event = eventOf(card);
    const written = await this.#write(() => this.#recite.record(event));
    if (written) this.done = { kind: event.kind, card, event: written.lastEvent };
    return written !== null;
  }

  /** Takes back what was done last. */
  async takeBack(): Promise<void> {
    const { done } = this;
    if (this.#busy || !done) return;
    const { card, event: target } = done;
    const written = await this.#write(() => this.#recite.record({ kind: 'undo', card, target }));
    if (written) this.done = null;
  }

  async #write(write: () => Promise<Result<CardSnapshot>>): Promise<CardSnapshot | null> {
    this.#busy = true;
    const written = await write();
    this.#busy = false;
    this.failure = written.ok ? null : written.error;
    return written.ok ? written.value : null;
  }
}
