import { ok, type Result } from '../primitives/index.ts';
import type { AttemptEvent } from '../journal/index.ts';
import {
  examFromJournal,
  overFromJournal,
  readQuizText,
  restoreRun,
  type SavedRun,
  type SharedQuiz,
} from '../quiz/index.ts';
import { timeGiven } from './quiz-again.ts';
import type { Quiz } from './quiz-desk.svelte.ts';
import type { Recite } from './recite.svelte.ts';

/**
 * The newest exam of the bank that was begun and neither handed in nor given up: where the device kept
 * nothing of it, or where it was begun on another.
 */
export async function openExam(recite: Recite): Promise<Result<Quiz | null>> {
  const { store, bank } = recite;
  const [attempts, over, drafts] = await Promise.all([
    store.eventsOfKind('attempt'),
    store.eventsOfKind('quiz'),
    store.eventsOfKind('draft'),
  ]);
  if (!attempts.ok) return attempts;
  if (!over.ok) return over;
  if (!drafts.ok) return drafts;
  const ended = new Set(over.value.map(({ quiz }) => quiz));
  for (const attempt of [...attempts.value].reverse()) {
    if (attempt.bank !== bank.id || ended.has(attempt.quiz)) continue;
    const read = readQuizText(attempt.recipe);
    if (!read.ok || read.value.rules.mode !== 'exam') continue;
    const own = drafts.value.filter(({ quiz }) => quiz === attempt.quiz);
    const run = examFromJournal(attempt, own, timeGiven(recite, read.value.rules.limit));
    return ok(quizOf(recite, attempt, read.value, run, false));
  }
  return ok(null);
}

/** A quiz that is over, for its result to be looked at again; null where there is no such quiz. */
export async function pastQuiz(recite: Recite, id: string): Promise<Result<Quiz | null>> {
  const { store, bank } = recite;
  const [attempts, over, answers] = await Promise.all([
    store.eventsOfKind('attempt'),
    store.eventsOfKind('quiz'),
    store.eventsOfKind('answer'),
  ]);
  if (!attempts.ok) return attempts;
  if (!over.ok) return over;
  if (!answers.ok) return answers;
  const attempt = attempts.value.find(({ quiz }) => quiz === id);
  const ended = over.value.find(({ quiz }) => quiz === id);
  if (attempt?.bank !== bank.id || !ended || ended.sections.length === 0) return ok(null);
  const read = readQuizText(attempt.recipe);
  if (!read.ok) return ok(null);
  const own = answers.value.filter(({ quiz }) => quiz === id);
  return ok(
    quizOf(recite, attempt, read.value, overFromJournal(attempt, own, read.value.rules), true),
  );
}

function quizOf(
  recite: Recite,
  { quiz: id }: AttemptEvent,
  { recipe, rules: { limit } }: SharedQuiz,
  saved: SavedRun,
  noted: boolean,
): Quiz | null {
  const run = restoreRun(saved, recite.bank, recite.moment().now);
  const counts = recite.settings.quizCounts;
  return run && { id, recipe, run, limit, noted, asksConfidence: true, counts };
}
