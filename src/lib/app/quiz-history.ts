import { ok, type Result } from '../primitives/index.ts';
import type { QuizHistory } from '../quiz/items/index.ts';
import type { JournalStore } from '../storage/index.ts';

/** Reads all that the journal says of quizzes, kind by kind. */
export async function readQuizHistory(
  store: Pick<JournalStore, 'eventsOfKind'>,
): Promise<Result<QuizHistory>> {
  const [attempts, answers, quizzes, undos] = await Promise.all([
    store.eventsOfKind('attempt'),
    store.eventsOfKind('answer'),
    store.eventsOfKind('quiz'),
    store.eventsOfKind('undo'),
  ]);
  if (!attempts.ok) return attempts;
  if (!answers.ok) return answers;
  if (!quizzes.ok) return quizzes;
  if (!undos.ok) return undos;
  return ok({
    attempts: attempts.value,
    answers: answers.value,
    quizzes: quizzes.value,
    undos: undos.value,
  });
}
