import { ok, type LocalDay, type Result } from '../primitives/index.ts';
import { cardId, isDue, quizRating, type QuizEvent } from '../journal/index.ts';
import {
  examFromJournal,
  readQuizText,
  type Answered,
  type Mode,
  type Recipe,
  type SavedRun,
} from '../quiz/index.ts';
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
    .filter(({ bank, sections }) => bank === recite.bank.id && sections.length > 0)
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
  mode: Mode,
  sections: QuizEvent['sections'],
): Promise<Result<void>> {
  const known = await recentQuizzes(recite);
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

/** The newest exam of the bank that was begun and neither handed in nor given up. */
export async function openExam(recite: Recite): Promise<Result<OpenExam | null>> {
  const latest = await recite.store.latest(RECENT_EVENTS);
  if (!latest.ok) return latest;
  const over = new Set(
    latest.value.map((event) =>
      event.kind === 'quiz' || event.kind === 'answer' ? event.quiz : null,
    ),
  );
  for (const event of latest.value) {
    if (event.kind !== 'attempt' || event.bank !== recite.bank.id || over.has(event.quiz)) continue;
    const read = readQuizText(event.recipe);
    if (!read.ok || read.value.rules.mode !== 'exam') continue;
    const drafts = latest.value
      .filter((draft) => draft.kind === 'draft')
      .filter((draft) => draft.quiz === event.quiz)
      .reverse();
    const { recipe, rules } = read.value;
    return ok({ id: event.quiz, recipe, run: examFromJournal(event, drafts, rules.limit) });
  }
  return ok(null);
}

interface OpenExam {
  readonly id: string;
  readonly recipe: Recipe;
  readonly run: SavedRun;
}
