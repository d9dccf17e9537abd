import { ok, type LocalDay, type Result } from '../primitives/index.ts';
import { cardId, isDue, quizRating, type QuizEvent } from '../journal/index.ts';
import type { Answered, Mode } from '../quiz/index.ts';
import { recallOn } from '../schedule/index.ts';
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

/**
 * The newest attempts that came to a result, newest first.
 *
 * @param before the id of a quiz: only those before it
 */
export async function readAttempts(
  { store, bank }: Recite,
  limit: number,
  before?: string,
): Promise<readonly Attempt[]> {
  const quizzes = await store.eventsOfKind('quiz');
  // A picture of the past is no reason to hold up a new quiz.
  if (!quizzes.ok) return [];
  const events = quizzes.value.filter((event) => event.bank === bank.id);
  const end = before === undefined ? -1 : events.findIndex(({ quiz }) => quiz === before);
  return events
    .slice(0, end < 0 ? events.length : end)
    .filter(({ sections }) => sections.length > 0)
    .slice(-limit)
    .reverse()
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
  mode: Mode,
  sections: QuizEvent['sections'],
): Promise<Result<void>> {
  const known = await recite.store.eventsOfKind('quiz');
  if (!known.ok) return known;
  if (known.value.some((event) => event.quiz === quiz)) return ok(undefined);
  return recite.note({ kind: 'quiz', quiz, bank: recite.bank.id, mode, sections });
}

/** Writes an answer into the journal, once: after a reload, or in a second tab, it may be there. */
export async function noteAnswer(
  recite: Recite,
  { id: quiz, counts }: { readonly id: string; readonly counts: boolean },
  { question, response, grade, confidence, duration }: Answered,
): Promise<Result<void>> {
  const card = cardId(recite.bank.id, question.id);
  const [known, before] = await Promise.all([recite.store.eventsOf(card), recite.store.card(card)]);
  if (!known.ok) return known;
  if (!before.ok) return before;
  if (known.value.some((event) => event.kind === 'answer' && event.quiz === quiz)) {
    return ok(undefined);
  }
  const { verdict } = grade;
  const moment = recite.moment();
  const { schedule } = before.value ?? { schedule: null };
  const written = await recite.record({
    kind: 'answer',
    card,
    quiz,
    verdict,
    duration,
    rating: quizRating(verdict, confidence, isDue(before.value, moment), counts),
    response,
    ...(confidence && { confidence }),
    ...(schedule && { recall: recallOn(schedule, moment.day, recite.settings) }),
  });
  return written.ok ? ok(undefined) : written;
}
