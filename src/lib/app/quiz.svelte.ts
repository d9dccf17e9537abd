import { ok, type Failure, type Result } from '../primitives/index.ts';
import { cardId } from '../journal/index.ts';
import {
  assembleQuiz,
  check,
  finish,
  next,
  restoreRun,
  resultsBySection,
  saveRun,
  startRun,
  type Answered,
  type Recipe,
  type Run,
} from '../quiz/index.ts';
import { responseOf, shownWith, takenIn } from './presentation.ts';
import { noteQuiz, readAttempts, type Attempt } from './quiz-attempts.ts';
import { QuizChoice } from './quiz-choice.svelte.ts';
import { keepQuiz, keptQuiz } from './quiz-device.ts';
import type { Recite } from './recite.svelte.ts';

/** The quiz on the table. */
interface Quiz {
  readonly id: string;
  readonly recipe: Recipe;
  readonly run: Run;
  /** Its result is in the journal. */
  readonly noted: boolean;
}

/** What the address of the page asks for. */
export interface QuizAddress {
  /** `?section=history`: a set-up with that section alone. */
  readonly section: string | null;
  /** `?result=…`: the result of that quiz, so that “back” finds it again. */
  readonly result: string | null;
}

const ATTEMPTS_SHOWN = 3;

/**
 * The quiz screen: choosing, answering, the result. The next question comes only when the answer
 * before it is in the journal; one that could not be written stays on screen and can be tried again.
 */
export class QuizSession {
  stage = $state<'loading' | 'setup' | 'running' | 'result'>('loading');
  choice = $state.raw<QuizChoice | null>(null);
  quiz = $state.raw<Quiz | null>(null);
  /** The answer being given: options, or one typed text. */
  taken = $state.raw<readonly string[]>([]);
  /** The answer that was checked is in the journal. */
  recorded = $state(false);
  saving = $state(false);
  failure = $state.raw<Failure | null>(null);
  attempts = $state.raw<readonly Attempt[]>([]);

  run = $derived(this.quiz?.run ?? null);
  question = $derived(this.run?.phase === 'finished' ? null : this.run?.questions[this.run.index]);
  shown = $derived(this.question ? shownWith(this.question, this.#seedOf(this.question.id)) : null);
  /** The answer that was just checked. */
  answered = $derived(this.run?.phase === 'checked' ? this.run.answers.at(-1)! : null);
  unfinished = $derived(this.run !== null && this.run.phase !== 'finished');
  canCheck = $derived(this.taken.some((text) => text.trim() !== ''));
  /** Results by section, for the sections that were asked about. */
  results = $derived(this.run ? resultsBySection(this.run, this.#sections()) : []);

  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** Shows what the address asks for: a result, a quiz left unfinished, or the set-up. */
  async open({ section, result }: QuizAddress): Promise<void> {
    await this.#recite.start();
    if (this.#recite.status !== 'ready') return;
    this.quiz ??= this.#kept();
    if (this.quiz && !this.unfinished && this.quiz.id === result) return this.#conclude();
    if (this.unfinished && section === null) return this.resume();
    return this.#setUp(section);
  }

  /** The address of what is on screen. */
  get address(): string {
    return this.stage === 'result' && this.quiz ? `/quiz?result=${this.quiz.id}` : '/quiz';
  }

  async #setUp(section: string | null): Promise<void> {
    this.choice ??= new QuizChoice(this.#recite.bank);
    if (section !== null) this.choice.onlySection(section);
    this.attempts = await readAttempts(this.#recite, ATTEMPTS_SHOWN);
    this.#show('setup');
  }

  /** Goes on with the quiz that was left. */
  async resume(): Promise<void> {
    if (this.stage === 'running' || !this.quiz) return;
    const { run } = this.quiz;
    if (run.phase === 'answering') this.#update({ ...run, since: this.#now() });
    this.taken = this.answered ? takenIn(this.answered.response) : [];
    this.#show('running');
    if (this.answered && !this.recorded) await this.#record(this.answered);
  }

  async start(): Promise<void> {
    if (this.choice?.reason === null) await this.#begin(this.choice.settle());
  }

  /** Another quiz on the same sections, with other questions. */
  async again(): Promise<void> {
    if (this.quiz) await this.#begin(this.quiz.recipe);
  }

  async #begin(recipe: Omit<Recipe, 'seed'>): Promise<void> {
    // What was left unfinished ends here: its answers stay, and its result is noted.
    if (this.saving || !(await this.#finish())) return;
    await this.#note();
    if (this.failure) return;
    const id = this.#recite.environment.newId();
    const seeded = { ...recipe, seed: id };
    const run = startRun(assembleQuiz(this.#recite.bank, seeded), this.#now());
    this.#keep({ id, recipe: seeded, run, noted: false });
    if (run.phase === 'finished') return this.discard();
    this.#clear();
    this.#show('running');
  }

  /** Takes an option, or gives it back where several may be taken. */
  take(option: string): void {
    if (this.run?.phase !== 'answering') return;
    if (this.question?.type !== 'multi') this.taken = [option];
    else if (!this.taken.includes(option)) this.taken = [...this.taken, option];
    else this.taken = this.taken.filter((other) => other !== option);
  }

  /** Check, or Next, or another try at saving: whatever comes next. */
  async proceed(): Promise<void> {
    if (this.saving || !this.run) return;
    if (this.run.phase === 'answering') return this.#check();
    if (this.answered && !this.recorded) return this.#record(this.answered);
    this.#update(next(this.run, this.#now()));
    this.#clear();
    if (!this.unfinished) await this.#conclude();
  }

  async #check(): Promise<void> {
    if (!this.question || !this.run || !this.canCheck) return;
    this.#update(check(this.run, responseOf(this.question, this.taken), this.#now()));
    await this.#record(this.answered!);
  }

  /** Ends the quiz with what was answered; with nothing answered there is no result to show. */
  async end(): Promise<void> {
    if (this.saving || !(await this.#finish())) return;
    await (this.run?.answers.length ? this.#conclude() : this.discard());
  }

  /** Back to the set-up, once the journal has all of the quiz that was on the table. */
  async discard(): Promise<void> {
    await this.#note();
    if (this.failure) return;
    this.quiz = null;
    keepQuiz(null);
    await this.#setUp(null);
  }

  /** @returns false where the last answer could not be saved: then it stays on the table */
  async #finish(): Promise<boolean> {
    if (this.answered && !this.recorded) await this.#record(this.answered);
    if (this.answered && !this.recorded) return false;
    this.failure = null;
    if (this.run) this.#update(finish(this.run));
    return true;
  }

  async #conclude(): Promise<void> {
    this.#show('result');
    await this.#note();
  }

  /** Tries again to save what could not be saved. */
  async retry(): Promise<void> {
    await (this.answered ? this.#record(this.answered) : this.#note());
  }

  async #note(): Promise<void> {
    const { quiz } = this;
    if (!quiz || quiz.noted || quiz.run.answers.length === 0) return;
    await this.#save(() => noteQuiz(this.#recite, quiz.id, this.results));
    if (this.failure === null) this.#keep({ ...quiz, noted: true });
  }

  async #record({ question, grade, duration }: Answered): Promise<void> {
    const quiz = this.quiz!.id;
    const card = cardId(this.#recite.bank.id, question.id);
    await this.#save(async () => {
      // A quiz asks a question once: after a reload, or in a second tab, it may be there already.
      const known = await this.#recite.store.eventsOf(card);
      if (!known.ok) return known;
      if (known.value.some((event) => event.kind === 'answer' && event.quiz === quiz)) {
        return ok(undefined);
      }
      const { verdict } = grade;
      return this.#recite.record({ kind: 'answer', card, quiz, verdict, duration });
    });
    this.recorded = this.failure === null;
  }

  async #save(write: () => Promise<Result<unknown>>): Promise<void> {
    this.saving = true;
    const result = await write();
    this.saving = false;
    this.failure = result.ok ? null : result.error;
  }

  /** Nobody is answering any more: the page is being left. */
  leave(): void {
    this.#recite.answering = false;
  }

  #show(stage: 'setup' | 'running' | 'result'): void {
    this.stage = stage;
    this.#recite.answering = stage === 'running';
  }

  /** Clears the table for the next question. */
  #clear(): void {
    this.taken = [];
    this.recorded = false;
  }

  #update(run: Run): void {
    this.#keep({ ...this.quiz!, run });
  }

  #keep(quiz: Quiz): void {
    this.quiz = quiz;
    keepQuiz({ ...quiz, run: saveRun(quiz.run) });
  }

  #kept(): Quiz | null {
    const kept = keptQuiz();
    const run = kept && restoreRun(kept.run, this.#recite.bank, this.#now());
    return run && { ...kept, run };
  }

  #seedOf(question: string): string {
    return `${this.quiz!.id}/${question}`;
  }

  #sections(): string[] {
    return this.#recite.bank.document.sections.map(({ id }) => id);
  }

  #now(): number {
    return this.#recite.moment().now;
  }
}
