import type { Failure } from '../primitives/index.ts';
import type { OwnQuestion, Question } from '../bank/index.ts';
import { ownContent } from './own-content.ts';
import type { Recite } from './recite.svelte.ts';

/** Takes a question of the learner's own out of the bank, and puts it back. */
export class OwnRemoval {
  /** What was taken out last. */
  removed = $state.raw<{ readonly id: string; readonly content: OwnQuestion } | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** Its history stays. Questions of the bank's own are left alone. */
  async remove(question: Question): Promise<void> {
    const content = ownContent(question);
    if (content && (await this.#write(question.id, null))) {
      this.removed = { id: question.id, content };
    }
  }

  async putBack(): Promise<void> {
    const { removed } = this;
    if (removed && (await this.#write(removed.id, removed.content))) this.removed = null;
  }

  async #write(id: string, content: OwnQuestion | null): Promise<boolean> {
    const written = await this.#recite.writeQuestion(id, content);
    this.failure = written.ok ? null : written.error;
    return written.ok;
  }
}
