import { keepQuiz } from './quiz-device.ts';
import type { Quiz } from './quiz-desk.svelte.ts';
import { QuizExam } from './quiz-exam.svelte.ts';
import { openExam, pastQuiz } from './quiz-journal.ts';

/**
 * Which quiz is on the table: the one that was being taken, kept on the device or found in the journal;
 * or an earlier one, whose result is looked at again while the other waits.
 */
export abstract class QuizArchive extends QuizExam {
  /** While the result of an earlier quiz shows: what was on the table. */
  #aside: { readonly quiz: Quiz | null } | null = null;

  /** @param result the id of the quiz whose result is wanted; null: the one that was on the table */
  protected async putOut(result: string | null): Promise<void> {
    if (result !== this.quiz?.id) this.putAway();
    this.quiz ??= this.kept();
    if (result !== null && result !== this.quiz?.id) {
      const past = await pastQuiz(this.recite, result);
      if (past.ok && past.value) {
        this.#aside = { quiz: this.quiz };
        this.quiz = past.value;
      }
    }
    if (this.quiz) return;
    const exam = await openExam(this.recite);
    this.quiz = exam.ok ? exam.value : null;
  }

  /** Puts the earlier quiz away, if one was looked at: what was on the table is back. */
  protected putAway(): void {
    if (!this.#aside) return;
    this.quiz = this.#aside.quiz;
    this.#aside = null;
  }

  /** Clears the table of the quiz whose result showed. */
  protected clear(): void {
    if (this.#aside) return this.putAway();
    this.quiz = null;
    keepQuiz(null);
  }
}
