import type { Failure, Result } from '../primitives/index.ts';
import { answersIn, type Answered } from '../quiz/index.ts';
import { noteAnswer, noteQuiz } from './quiz-attempts.ts';
import { QuizDesk } from './quiz-desk.svelte.ts';

/** Writes what was answered into the journal; what cannot be written stays, to be tried again. */
export class QuizKeeper extends QuizDesk {
  /** The answer that was checked is in the journal. */
  recorded = $state(false);
  saving = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** Tries again to save what could not be saved. */
  async retry(): Promise<void> {
    await (this.answered ? this.record(this.answered) : this.note());
  }

  /** Notes the result, and before it whatever answer is not in the journal yet. */
  protected async note(): Promise<void> {
    const { quiz } = this;
    const answers = quiz ? answersIn(quiz.run) : [];
    if (!quiz || quiz.noted) return;
    await this.save(async () => {
      for (const answered of answers) {
        const noted = await noteAnswer(this.recite, quiz, answered);
        if (!noted.ok) return noted;
      }
      const results = answers.length > 0 ? this.results : [];
      return noteQuiz(this.recite, quiz.id, quiz.run.mode, results);
    });
    if (this.failure === null) this.keep({ ...quiz, noted: true });
  }

  protected async record(answered: Answered): Promise<void> {
    const quiz = this.quiz!;
    await this.save(() => noteAnswer(this.recite, quiz, answered));
    this.recorded = this.failure === null;
  }

  protected async save(write: () => Promise<Result<unknown>>): Promise<void> {
    this.saving = true;
    const result = await write();
    this.saving = false;
    this.failure = result.ok ? null : result.error;
  }
}
