import type { Instant } from '../primitives/index.ts';
import type { Bank } from '../bank/index.ts';
import { gradeResponse, isGradable, type Response } from '../grading/index.ts';
import type { Answered, Run } from './run.ts';

/** A run in a form that can be written down: it outlives a reload, and a new version of the bank. */
export interface SavedRun {
  readonly version: 1;
  readonly phase: Run['phase'];
  /** Question ids. What was drawn is kept, not how: a changed bank would draw otherwise. */
  readonly questions: readonly string[];
  /** To the first questions, in their order. */
  readonly answers: readonly { readonly response: Response; readonly duration: number }[];
}

export function saveRun(run: Run): SavedRun {
  return {
    version: 1,
    phase: run.phase,
    questions: run.questions.map(({ id }) => id),
    answers: run.answers.map(({ response, duration }) => ({ response, duration })),
  };
}

/**
 * Takes a run up again where it was left; the time away counts for no question. Questions that the
 * bank no longer has fall out of it, with their answers.
 *
 * @param saved anything: what was written down may be from another version, or damaged
 * @returns null where it is no run, or nothing of it is left
 */
export function restoreRun(saved: unknown, bank: Bank, now: Instant): Run | null {
  if (!isSavedRun(saved)) return null;
  const byId = new Map(bank.questions.filter(isGradable).map((one) => [one.id, one]));
  const answers: Answered[] = [];
  const questions = saved.questions.flatMap((id, place) => {
    const question = byId.get(id);
    const given = saved.answers[place];
    if (!question) return [];
    if (given) answers.push({ question, ...given, grade: gradeResponse(question, given.response) });
    return [question];
  });
  if (questions.length === 0) return null;
  const run = { questions, answers, since: now };
  if (saved.phase === 'finished') return { ...run, phase: 'finished', index: answers.length };

  const last = saved.questions[saved.answers.length - 1];
  if (saved.phase === 'checked' && answers.at(-1)?.question.id === last) {
    return { ...run, phase: 'checked', index: answers.length - 1 };
  }
  const phase = answers.length < questions.length ? 'answering' : 'finished';
  return { ...run, phase, index: answers.length };
}

const PHASES: readonly unknown[] = ['answering', 'checked', 'finished'] satisfies Run['phase'][];

function isSavedRun(value: unknown): value is SavedRun {
  if (!isRecord(value) || value.version !== 1 || !PHASES.includes(value.phase)) return false;
  const { questions, answers } = value;
  return (
    Array.isArray(questions) &&
    questions.every((id) => typeof id === 'string') &&
    Array.isArray(answers) &&
    answers.length <= questions.length &&
    answers.every(
      (answer) =>
        isRecord(answer) && typeof answer.duration === 'number' && isResponse(answer.response),
    )
  );
}

function isResponse(value: unknown): value is Response {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case 'option':
    case 'typed':
      return typeof value.text === 'string';
    case 'options':
      return Array.isArray(value.texts) && value.texts.every((text) => typeof text === 'string');
    case 'truth':
      return typeof value.value === 'boolean';
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
