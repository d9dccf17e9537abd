import type { Bank } from '../../bank/index.ts';
import {
  cardId,
  compareEvents,
  type AnswerEvent,
  type AttemptEvent,
  type CardId,
} from '../../journal/index.ts';
import { guessChance } from '../guessing.ts';
import { readQuizText } from '../link.ts';
import { takingsOf, type QuizHistory } from '../takings.ts';
import type { FinishedQuiz } from './checks.ts';

/**
 * The quizzes on a bank that were finished, in the order of their ids. Of practice only what was
 * answered was asked; an exam asks all its questions.
 *
 * @param recallBefore how likely a card was to be recalled just before an event; null: never studied
 */
export function finishedQuizzes(
  bank: Pick<Bank, 'id' | 'questions'>,
  history: QuizHistory,
  recallBefore: (card: CardId, before: AnswerEvent | AttemptEvent) => number | null,
): FinishedQuiz[] {
  const guesses = new Map(bank.questions.map((question) => [question.id, guessChance(question)]));
  const ends = new Map(
    history.quizzes
      .filter((event) => event.bank === bank.id && event.sections.length > 0)
      .map(({ quiz, mode = 'practice' }) => [quiz, mode]),
  );
  const attempts = first(history.attempts.filter((event) => event.bank === bank.id));
  const answers = first(history.answers);
  return takingsOf(bank.id, history).flatMap(({ id, answers: given }) => {
    const mode = ends.get(id);
    const attempt = attempts.get(id);
    const begun = attempt ?? answers.get(id);
    if (!mode || !begun) return [];
    const questions = given.map(({ question, score }) => ({
      question,
      right: score === 1,
      recall: recallBefore(cardId(bank.id, question), begun),
      guess: guesses.get(question) ?? 0,
    }));
    return { quiz: id, mode, begun, drawn: isDrawn(attempt), questions };
  });
}

/** The first event of each quiz. */
function first<Event extends AnswerEvent | AttemptEvent>(
  events: readonly Event[],
): ReadonlyMap<string, Event> {
  const found = new Map<string, Event>();
  for (const event of events) {
    const known = found.get(event.quiz);
    if (!known || compareEvents(event, known) < 0) found.set(event.quiz, event);
  }
  return found;
}

function isDrawn(attempt: AttemptEvent | undefined): boolean {
  const read = attempt && readQuizText(attempt.recipe);
  return read?.ok === true && read.value.recipe.only.length === 0;
}
