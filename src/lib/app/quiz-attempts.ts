import { ok, type LocalDay, type Result } from '../primitives/index.ts';
import { cardId, type QuizEvent } from '../journal/index.ts';
import type { Answered } from '../quiz/index.ts';
import type { Recite } from './recite.svelte.ts';

/** A quiz taken before. */
export interface Attempt {
  readonly id: string;
  readonly day: LocalDay;
  /** Section addresses. */
  readonly sections: readonly string[];
  readonly asked: number;
  readonly right: number;
}

/** How far back the journal is searched. */
const RECENT_EVENTS = 1000;

async function recentQuizzes({ store }: Recite): Promise<Result<readonly QuizEvent[]>> {
  const latest = await store.latest(RECENT_EVENTS);
  if (!latest.ok) return latest;
  return ok(latest.value.filter((event) => event.kind === 'quiz'));
}

/** The newest attempts, newest first. */
export async function readAttempts(recite: Recite, limit: number): Promise<readonly Attempt[]> {
  const quizzes = await recentQuizzes(recite);
  // A picture of the past is no reason to hold up a new quiz.
  if (!quizzes.ok) return [];
  return quizzes.value
    .filter(({ bank }) => bank === recite.bank.id)
    .slice(0, limit)
    .map(({ quiz, day, sections }) => ({
      id: quiz,
      day,
      sections: sections.map(({ section }) => section),
      asked: sections.reduce((sum, { asked }) => sum + asked, 0),
      right: sections.reduce((sum, { right }) => sum + right, 0),
    }));
}

/** Writes a finished quiz into the journal, once: what is there already stays as it is. */
export async function noteQuiz(
  recite: Recite,
  quiz: string,
  sections: QuizEvent['sections'],
): Promise<Result<void>> {
  const known = await recentQuizzes(recite);
  if (!known.ok) return known;
  if (known.value.some((event) => event.quiz === quiz)) return ok(undefined);
  return recite.note({ kind: 'quiz', quiz, bank: recite.bank.id, sections });
}

/** Writes an answer into the journal, once: after a reload, or in a second tab, it may be there. */
export async function noteAnswer(
  recite: Recite,
  quiz: string,
  { question, grade, duration }: Answered,
): Promise<Result<void>> {
  const card = cardId(recite.bank.id, question.id);
  const known = await recite.store.eventsOf(card);
  if (!known.ok) return known;
  if (known.value.some((event) => event.kind === 'answer' && event.quiz === quiz)) {
    return ok(undefined);
  }
  const { verdict } = grade;
  const written = await recite.record({ kind: 'answer', card, quiz, verdict, duration });
  return written.ok ? ok(undefined) : written;
}
