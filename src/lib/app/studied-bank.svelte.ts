import { err, ok, type Result } from '../primitives/index.ts';
import { withFaces, type Bank, type Question } from '../bank/index.ts';
import { cardId, type CardSnapshot, type Wording } from '../journal/index.ts';
import type { JournalStore } from '../storage/index.ts';
import { BANK_MISSING } from './wiring.ts';
import { wordedBank } from './wording.ts';

/**
 * A bank as it is studied: with the learner's own questions in it, every card a question of its own,
 * and in the learner's words where there are any.
 */
export class StudiedBank {
  readonly #shipped: Bank;
  /** With the learner's own questions. */
  #whole = $state.raw<Bank>()!;
  /** Card → how the learner has worded it. */
  #wordings = $state.raw<ReadonlyMap<string, Wording>>(new Map());
  /** In the words of the bank. */
  readonly #original: Bank = $derived(withFaces(this.#whole));
  readonly bank: Bank = $derived(wordedBank(this.#original, this.#wordings));
  readonly #questions: ReadonlyMap<string, Question> = $derived(
    new Map(this.bank.questions.map((question) => [cardId(this.bank.id, question.id), question])),
  );
  readonly #families: ReadonlyMap<string, readonly string[]> = $derived.by(() => {
    const families = new Map<string, string[]>();
    for (const [card, { family }] of this.#questions) {
      if (family !== undefined) families.set(family, [...(families.get(family) ?? []), card]);
    }
    return families;
  });

  constructor(shipped: Bank) {
    this.#shipped = shipped;
    this.#whole = shipped;
  }

  /** The bank as it came with the app: the same on every device that has this version of it. */
  get shipped(): Bank {
    return withFaces(this.#shipped);
  }

  /** Reads what the learner has written: own questions, and other words for the bank's. */
  async readOwn(store: JournalStore): Promise<Result<void>> {
    const [own, edited] = await Promise.all([store.eventsOfKind('question'), store.editedCards()]);
    if (!own.ok) return own;
    if (!edited.ok) return edited;
    if (own.value.length > 0) {
      // Few have any: what puts them in is not fetched for the rest.
      const fetched = await import('./own-in-bank.ts').catch(() => null);
      if (!fetched) return err(BANK_MISSING);
      this.#whole = fetched.withOwnQuestions(this.#shipped, own.value);
    }
    this.#wordings = new Map(
      edited.value.flatMap(({ card, edit }) => (edit ? [[card, edit]] : [])),
    );
    return ok(undefined);
  }

  /** Takes a card's wording from its snapshot. */
  word({ card, edit }: CardSnapshot): void {
    if (!edit && !this.#wordings.has(card)) return;
    const wordings = new Map(this.#wordings);
    if (edit) wordings.set(card, edit);
    else wordings.delete(card);
    this.#wordings = wordings;
  }

  originalOf(card: string): Question | undefined {
    const { id: bank, questions } = this.#original;
    return questions.find(({ id }) => cardId(bank, id) === card);
  }

  questionOf(card: string): Question | undefined {
    return this.#questions.get(card);
  }

  /** The other cards of the card's question. */
  siblingsOf(card: string): readonly string[] {
    const family = this.questionOf(card)?.family;
    if (family === undefined) return [];
    return (this.#families.get(family) ?? []).filter((other) => other !== card);
  }
}
