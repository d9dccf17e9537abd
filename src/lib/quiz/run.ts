import type { Instant } from '../primitives/index.ts';
import {
  gradeResponse,
  type GradableQuestion,
  type Grade,
  type Response,
} from '../grading/index.ts';
import { sectionOf } from './assemble.ts';

/** An answer as it was given and graded. */
export interface Answered {
  readonly question: GradableQuestion;
  readonly response: Response;
  readonly grade: Grade;
  /** Milliseconds from the question's appearance to the check. */
  readonly duration: number;
}

/** A quiz in progress: a state machine, answering → checked → answering … → finished. */
export interface Run {
  readonly phase: 'answering' | 'checked' | 'finished';
  readonly questions: readonly GradableQuestion[];
  /** Which question is on screen. */
  readonly index: number;
  /** In the order of the questions, without a gap: the first answer is to the first question. */
  readonly answers: readonly Answered[];
  /** When the question on screen appeared. */
  readonly since: Instant;
}

/** Who thinks longer than this has put the phone down. */
const LONGEST_MS = 120_000;

export function startRun(questions: readonly GradableQuestion[], now: Instant): Run {
  const phase = questions.length > 0 ? 'answering' : 'finished';
  return { phase, questions, index: 0, answers: [], since: now };
}

/** Grades the answer to the question on screen. In any other phase nothing happens. */
export function check(run: Run, response: Response, now: Instant): Run {
  const question = run.questions[run.index];
  if (run.phase !== 'answering' || !question) return run;
  const answered: Answered = {
    question,
    response,
    grade: gradeResponse(question, response),
    duration: Math.min(LONGEST_MS, Math.max(0, now - run.since)),
  };
  return { ...run, phase: 'checked', answers: [...run.answers, answered] };
}

/** The next question; after the last, the end. */
export function next(run: Run, now: Instant): Run {
  if (run.phase !== 'checked') return run;
  const index = run.index + 1;
  return index < run.questions.length
    ? { ...run, phase: 'answering', index, since: now }
    : finish(run);
}

/** Ends the quiz where it stands; what was answered counts, the rest was not asked. */
export function finish(run: Run): Run {
  return { ...run, phase: 'finished' };
}

export interface SectionResult {
  readonly section: string;
  readonly asked: number;
  readonly right: number;
}

/** Right answers by section, in the order given; sections without a question are left out. */
export function resultsBySection(run: Run, order: readonly string[]): SectionResult[] {
  return order
    .map((section) => {
      const answers = run.answers.filter(({ question }) => sectionOf(question) === section);
      const right = answers.filter(({ grade }) => grade.verdict === 'right').length;
      return { section, asked: answers.length, right };
    })
    .filter(({ asked }) => asked > 0);
}

/** The answers that were not right. */
export function mistakes(run: Run): readonly Answered[] {
  return run.answers.filter(({ grade }) => grade.verdict !== 'right');
}
