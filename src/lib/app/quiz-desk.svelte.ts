import type { Question } from '../bank/index.ts';
import { cardId, type CardId, type Confidence } from '../journal/index.ts';
import {
  answeredAt,
  isUnjudged,
  mark,
  outcomes,
  put,
  restoreRun,
  resultsBySection,
  saveRun,
  type Recipe,
  type Run,
} from '../quiz/index.ts';
import { responseOf, takenIn } from './presentation.ts';
import { keepQuiz, keptQuiz } from './quiz-device.ts';
import { tableOf } from './quiz-table.ts';
import type { Recite } from './recite.svelte.ts';

/** The quiz on the table. */
export interface Quiz {
  readonly id: string;
  readonly recipe: Recipe;
  readonly run: Run;
  /** Milliseconds that it gives everyone; the run's own limit has what this learner was given more. */
  readonly limit: number | null;
  /** Its result is in the journal. */
  readonly noted: boolean;
  /** With each answer one may say how sure one is. */
  readonly asksConfidence: boolean;
  /** Its answers count for the schedule. */
  readonly counts: boolean;
}

/** The quiz on the table, the question on screen and the answer being given to it. */
export class QuizDesk {
  protected readonly recite: Recite;

  quiz = $state.raw<Quiz | null>(null);
  /** The answer being given: see `responseOf`. */
  taken = $state.raw<readonly string[]>([]);
  /** How sure the learner is of it; in an exam it is the run’s. */
  sure = $state<Confidence | null>(null);

  run = $derived(this.quiz?.run ?? null);
  place = $derived(this.run?.phase === 'finished' ? null : this.run?.places[this.run.index]);
  question = $derived(this.place?.question ?? null);
  table = $derived.by(() => {
    if (!this.question) return null;
    return tableOf(
      this.question,
      this.recite.bank,
      `${this.quiz!.recipe.seed}/${this.question.id}`,
    );
  });
  /** The key shows. */
  revealed = $derived(this.run?.phase === 'checked' || this.run?.phase === 'judging');
  /** The learner is to judge the answer, with the key in view. */
  judging = $derived(this.revealed && !!this.place && isUnjudged(this.place));
  /** The answer that was just checked. */
  answered = $derived(this.revealed && this.place ? answeredAt(this.place) : null);
  unfinished = $derived(this.run !== null && this.run.phase !== 'finished');
  canCheck = $derived(
    // What one has in mind need not be written; an order stands as it is.
    ['open', 'order'].includes(this.question?.type ?? '') ||
      this.taken.some((text) => text.trim() !== ''),
  );
  exam = $derived(this.run?.mode === 'exam');
  /** How each question went. */
  outcomes = $derived(this.run ? outcomes(this.run) : []);
  /** Results by section, for the sections that were asked about. */
  results = $derived.by(() => {
    if (this.outcomes.length === 0) return [];
    const { sections } = this.recite.bank.document;
    return resultsBySection(
      this.outcomes,
      sections.map(({ id }) => id),
    );
  });

  constructor(recite: Recite) {
    this.recite = recite;
  }

  /** Takes an option or a sentence, or gives it back where several may be taken. */
  take(option: string): void {
    if (!this.question) return;
    if (mostTaken(this.question) === 1) this.give([option]);
    else if (!this.taken.includes(option)) this.give([...this.taken, option]);
    else this.give(this.taken.filter((other) => other !== option));
  }

  /**
   * The whole answer as it now stands: what is typed, an order, the partners of a match. In an exam it
   * is kept on the device at once.
   */
  give(taken: readonly string[]): void {
    if (this.run?.phase !== 'answering' || !this.question) return;
    this.taken = taken;
    if (!this.exam) return;
    const said = this.question.type === 'open' ? taken.length > 0 : taken.some((one) => one !== '');
    this.update(put(this.run, said ? responseOf(this.question, taken) : null, this.now()));
  }

  /** How sure the learner is of the answer on screen; null: no saying. */
  feel(confidence: Confidence | null): void {
    if (this.run?.phase !== 'answering') return;
    this.sure = confidence;
    this.update(mark(this.run, { confidence }));
  }

  /** Lays the table for the question on screen, with what was answered already. */
  protected lay(): void {
    const { question, response, confidence } = this.place ?? {};
    this.sure = confidence ?? null;
    if (question && response) this.taken = takenIn(question, response);
    else this.taken = question?.type === 'order' ? this.table!.items : [];
  }

  /** Time passes. What is on screen stays as it is; a crash loses some seconds of the clock at most. */
  protected count(run: Run, keep: boolean): void {
    if (keep) this.update(run);
    else this.quiz = { ...this.quiz!, run };
  }

  protected update(run: Run): void {
    this.keep({ ...this.quiz!, run });
  }

  protected keep(quiz: Quiz): void {
    this.quiz = quiz;
    keepQuiz({ ...quiz, run: saveRun(quiz.run) });
  }

  /** What this device kept of a quiz. */
  protected kept(): Quiz | null {
    const kept = keptQuiz();
    const run = kept && restoreRun(kept.run, this.recite.bank, this.now());
    return run && { ...kept, run, limit: kept.limit === undefined ? run.limit : kept.limit };
  }

  /** The card that a question is, for studying it. */
  cardOf({ id }: Question): CardId {
    return cardId(this.recite.bank.id, id);
  }

  protected now(): number {
    return this.recite.moment().now;
  }
}

/** How many options or sentences may be taken at once. */
function mostTaken(question: Question): number {
  if (question.type === 'multi') return question.answers.length + question.distractors.length;
  return question.type === 'evidence' ? (question.passages?.length ?? 1) : 1;
}
