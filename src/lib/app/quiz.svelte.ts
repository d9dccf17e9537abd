import type { Result } from '../primitives/index.ts';
import type { Verdict } from '../grading/index.ts';
import {
  answersIn,
  assembleQuiz,
  check,
  finish,
  isQuizText,
  judge,
  next,
  startRun,
  takeUp,
  type SharedQuiz,
} from '../quiz/index.ts';
import { lineOf, onMistakes, onTheSame, rulesOf, timeGiven } from './quiz-again.ts';
import { responseOf } from './presentation.ts';
import { readAttempts, type Attempt } from './quiz-attempts.ts';
import { QuizChoice, type Settled } from './quiz-choice.svelte.ts';
import { findingsOf, type Findings } from './quiz-findings.ts';
import { NOTHING_IN, settlePreset, type QuizPreset } from './quiz-presets.ts';
import { readShared } from './quiz-shared.ts';
import { QuizArchive } from './quiz-archive.svelte.ts';

/** What the address of the page asks for. */
export interface QuizAddress {
  /** `?section=history`: a set-up with that section alone. */
  readonly section: string | null;
  /** `?result=…`: the result of that quiz, so that “back” finds it again. */
  readonly result: string | null;
  /** `#1&bank=…`: a quiz that was shared. */
  readonly shared?: string;
}

const NOTHING_ASKED: QuizAddress = { section: null, result: null };
const ATTEMPTS_SHOWN = 3;

/**
 * The quiz screen: choosing, answering, the result. The next question comes only when the answer
 * before it is in the journal; one that could not be written stays on screen and can be tried again.
 */
export class QuizSession extends QuizArchive {
  stage = $state<'loading' | 'setup' | 'running' | 'result'>('loading');
  choice = $state.raw<QuizChoice | null>(null);
  attempts = $state.raw<readonly Attempt[]>([]);
  /** What the result has to say beyond its score, once it is noted. */
  findings = $state.raw<Findings | null>(null);
  /** A quiz that somebody shared, to be begun or not; or why it cannot be. */
  shared = $state.raw<Result<SharedQuiz> | null>(null);
  /** Why a ready-made quiz has nothing to ask. */
  nothing = $state<string | null>(null);
  /** What the address asked for when the set-up was shown. */
  #asked = $state.raw<QuizAddress>(NOTHING_ASKED);

  /** Shows what the address asks for: a result, a quiz left unfinished, or the set-up. */
  async open(asked: QuizAddress): Promise<void> {
    const { section, result, shared = '' } = asked;
    await this.recite.start();
    if (this.recite.status !== 'ready') return;
    await this.putOut(result);
    if (this.quiz && !this.unfinished && this.quiz.id === result) return this.conclude();
    this.shared = isQuizText(shared) ? readShared(this.recite, shared) : null;
    if (this.unfinished && section === null && !this.shared) return this.resume();
    return this.#setUp(asked);
  }

  /** The address of what is on screen, so that “back” and a reload find it; null while it loads. */
  get address(): string | null {
    if (this.stage === 'loading') return null;
    if (this.stage === 'result' && this.quiz) return `/quiz?result=${this.quiz.id}`;
    const { section, shared = '' } = this.stage === 'setup' ? this.#asked : NOTHING_ASKED;
    const query = section === null ? '' : `?section=${encodeURIComponent(section)}`;
    return `/quiz${query}${shared === '' ? '' : `#${shared}`}`;
  }

  async #setUp(asked: QuizAddress): Promise<void> {
    this.#asked = asked;
    const { section } = asked;
    this.choice ??= new QuizChoice(this.recite.bank, this.recite.settings.quizCounts);
    if (section !== null) this.choice.onlySection(section);
    this.attempts = await readAttempts(this.recite, ATTEMPTS_SHOWN);
    this.#show('setup');
  }

  /** Goes on with the quiz that was left. */
  async resume(): Promise<void> {
    if (this.stage === 'running' || !this.quiz) return;
    this.update(takeUp(this.quiz.run, this.now()));
    this.#lay();
    this.#show('running');
    if (this.answered && !this.recorded) await this.record(this.answered);
  }

  async start(): Promise<void> {
    if (this.choice?.reason === null) await this.#begin(this.choice.settle());
  }

  /** A ready-made quiz. */
  async startPreset(preset: QuizPreset): Promise<void> {
    const settled = await settlePreset(this.recite, preset, this.choice?.counts ?? true);
    if (!settled.ok) this.failure = settled.error;
    else if (settled.value) await this.#begin(settled.value);
    else this.nothing = NOTHING_IN[preset === 'mistakes' ? 'mistakes' : 'weakest'];
  }

  /** The quiz that was shared, as it is on every device. */
  async startShared(): Promise<void> {
    if (!this.shared?.ok) return;
    const { recipe, rules } = this.shared.value;
    const counts = this.choice?.counts ?? true;
    await this.#begin({ recipe, rules, asksConfidence: true, counts, seed: recipe.seed });
    this.shared = null;
  }

  /** A quiz on what was not right in the one that just ended. */
  async retake(): Promise<void> {
    const settled = this.quiz && onMistakes(this.quiz, this.outcomes);
    if (settled) await this.#begin(settled);
  }

  /** The quiz on the table in one line, for a link; null where there is none. */
  get text(): string | null {
    return this.quiz && lineOf(this.recite, { ...this.quiz, rules: rulesOf(this.quiz) });
  }

  /** Another quiz on the same sections, with other questions. */
  async again(): Promise<void> {
    if (this.quiz) await this.#begin(onTheSame(this.quiz));
  }

  async #begin({ recipe, rules, seed, ...ways }: Settled): Promise<void> {
    this.putAway();
    // What was left unfinished ends here: its answers stay, and its result is noted.
    if (this.saving || !(await this.#finish())) return;
    if (this.unfinished) return this.resume();
    await this.note();
    if (this.failure) return;
    const id = this.recite.environment.newId();
    const seeded = { ...recipe, seed: seed ?? id };
    this.findings = this.nothing = null;
    const { bank } = this.recite;
    const given = { ...rules, limit: timeGiven(this.recite, rules.limit) };
    const run = startRun(assembleQuiz(bank, seeded), this.now(), given);
    await this.save(() =>
      this.recite.note({
        kind: 'attempt',
        quiz: id,
        bank: bank.id,
        recipe: lineOf(this.recite, { recipe: seeded, rules }),
        questions: run.places.map(({ question }) => question.id),
      }),
    );
    if (this.failure) return;
    this.keep({ ...ways, id, recipe: seeded, run, limit: rules.limit, noted: false });
    if (run.phase === 'finished') return this.discard();
    this.#lay();
    this.#show('running');
  }

  /** The learner’s own judgement of an open answer. */
  async judge(verdict: Verdict): Promise<void> {
    if (this.saving || !this.run || !this.judging) return;
    this.update(judge(this.run, verdict));
    if (!this.unfinished) return this.conclude();
    if (this.answered) await this.record(this.answered);
  }

  /** Check, or Next, or another try at saving: whatever comes next. */
  async proceed(): Promise<void> {
    if (this.saving || !this.run) return;
    if (this.run.phase === 'answering') return this.#check();
    if (this.judging) return;
    if (this.answered && !this.recorded) return this.record(this.answered);
    this.update(next(this.run, this.now()));
    this.#lay();
    if (!this.unfinished) await this.conclude();
  }

  async #check(): Promise<void> {
    if (!this.question || !this.run || !this.canCheck) return;
    const response = responseOf(this.question, this.taken);
    this.update(check(this.run, response, this.sure, this.now()));
    if (this.answered) await this.record(this.answered);
  }

  /** Ends the quiz with what was answered; with nothing answered there is no result to show. */
  async end(): Promise<void> {
    if (this.saving || !this.run || !(await this.#finish()) || this.unfinished) return;
    await (answersIn(this.run).length > 0 ? this.conclude() : this.discard());
  }

  /** Back to the set-up, once the journal has all of the quiz that was on the table. */
  async discard(): Promise<void> {
    await this.note();
    if (this.failure) return;
    this.clear();
    await this.#setUp(NOTHING_ASKED);
  }

  /** @returns false where the last answer could not be saved: then it stays on the table */
  async #finish(): Promise<boolean> {
    if (this.answered && !this.recorded) await this.record(this.answered);
    if (this.answered && !this.recorded) return false;
    this.failure = null;
    if (this.run) this.update(finish(this.run));
    return true;
  }

  protected async conclude(): Promise<void> {
    this.#show('result');
    await this.note();
    if (this.quiz) this.findings = await findingsOf(this.recite, this.quiz.id, this.outcomes);
  }

  /** Nobody is answering any more: the page is being left. */
  leave(): void {
    this.away();
    this.recite.answering = false;
  }

  #show(stage: 'setup' | 'running' | 'result'): void {
    this.stage = stage;
    this.overview = false;
    this.recite.answering = stage === 'running';
  }

  #lay(): void {
    this.lay();
    this.recorded = false;
  }
}
