import { ok, isoDay, type Failure, type Result } from '../primitives/index.ts';
import type { Question } from '../bank/index.ts';
import { documentMemory, type DocumentMemory } from '../journal/index.ts';
import { historyFile, type HistoryFile } from './history.ts';
import type { Recite } from './recite.svelte.ts';
import { lastUndoable, takeBack } from './undo.ts';
import { locale, t } from '../language/index.ts';

/** A card that the learner set aside. */
export interface SuspendedCard {
  readonly id: string;
  readonly question: Question;
}

/** What the Library screen shows of the shipped document, and what can be done there. */
export class Library {
  memory = $state.raw<DocumentMemory | null>(null);
  seen = $state(0);
  suspended = $state.raw<readonly SuspendedCard[]>([]);
  failure = $state.raw<Failure | null>(null);
  /** Something is being written or read; the buttons wait. */
  busy = $state(false);
  /** What was just done, for the person, and where on the screen it belongs. */
  said = $state.raw<{ about: 'cards' | 'history'; words: string } | null>(null);
  /** What can be taken back here: the cards that came back last. */
  resumed = $state.raw<readonly string[]>([]);

  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  async load(): Promise<void> {
    const { bank, store, settings } = this.#recite;
    const cards = await store.cards(bank.id);
    if (!cards.ok) {
      this.failure = cards.error;
      return;
    }
    const known = cards.value.flatMap((snapshot) => {
      const question = this.#recite.questionOf(snapshot.card);
      return question ? [{ id: snapshot.card, question, snapshot }] : [];
    });
    this.memory = documentMemory(bank, cards.value, this.#recite.moment().day, settings);
    this.seen = known.filter(({ snapshot }) => snapshot.schedule !== null).length;
    this.suspended = known.filter(({ snapshot }) => snapshot.suspended);
  }

  /** Puts cards back into the queue, at one stroke: one Undo takes all of it back. */
  async resume(cards: readonly SuspendedCard[]): Promise<void> {
    await this.#work('cards', async () => {
      const resumed = await this.#recite.recordAll(
        cards.map(({ id }) => ({ kind: 'resume', card: id })),
      );
      if (!resumed.ok) return resumed;
      this.resumed = cards.map(({ id }) => id);
      const count = cards.length;
      return ok(
        count === 1
          ? t('The card is back in the queue.')
          : t('{0} cards are back in the queue.', count.toLocaleString(locale())),
      );
    });
    await this.load();
  }

  /** Takes that back, unless something else was done since. */
  async takeBack(): Promise<void> {
    await this.#work('cards', async () => {
      const { resumed } = this;
      const stroke = await lastUndoable(this.#recite.store);
      const same = stroke?.every(({ kind, card }) => kind === 'resume' && resumed.includes(card));
      const taken = stroke && same ? await takeBack(this.#recite, stroke) : null;
      if (taken && !taken.ok) return taken;
      this.resumed = [];
      if (!taken) return ok(t('Something else was done since, so nothing was taken back.'));
      return ok(
        resumed.length === 1
          ? t('The card is set aside again.')
          : t('{0} cards are set aside again.', resumed.length.toLocaleString(locale())),
      );
    });
    await this.load();
  }

  /** The whole history as a file, for `save` to hand to the person. */
  async download(save: (file: HistoryFile) => void): Promise<void> {
    await this.#work('history', async () => {
      const { now, day } = this.#recite.moment();
      const file = await historyFile(this.#recite.store, now, isoDay(day));
      if (!file.ok) return file;
      save(file.value);
      return ok(
        t('Saved {0} entries as {1}.', file.value.count.toLocaleString(locale()), file.value.name),
      );
    });
  }

  async #work(about: 'cards' | 'history', work: () => Promise<Result<string>>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.said = null;
    const done = await work();
    this.busy = false;
    this.failure = done.ok ? null : done.error;
    if (done.ok) this.said = { about, words: done.value };
  }
}
