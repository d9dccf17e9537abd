import { ok, type Result } from '../primitives/index.ts';
import { ownQuestion, withFaces, withOwn, type Bank, type Question } from '../bank/index.ts';
import { cardId, ownQuestions, type QuestionEvent } from '../journal/index.ts';
import type { JournalStore } from '../storage/index.ts';

/**
 * A bank as it is studied: with the learner's own questions in it, and every card a question of its
 * own. An own question whose words are no longer in the document is left out; its history stays.
 */
export class StudiedBank {
  readonly #shipped: Bank;
  #own = $state.raw<readonly QuestionEvent[]>([]);
  readonly bank: Bank = $derived.by(() => {
    const { id, document } = this.#shipped;
    const own = ownQuestions(this.#own, id).flatMap(
      (entry) => ownQuestion(document, entry.id, entry.content) ?? [],
    );
    return withFaces(withOwn(this.#shipped, own));
  });
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
  }

  /** Reads what the learner has written of questions. */
  async readOwn(store: JournalStore): Promise<Result<void>> {
    const own = await store.eventsOfKind('question');
    if (!own.ok) return own;
    this.#own = own.value;
    return ok(undefined);
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
