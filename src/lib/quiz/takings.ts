import type { Response } from '../grading/index.ts';
import {
  bankOf,
  compareEvents,
  undoneEvents,
  type AnswerEvent,
  type AttemptEvent,
  type QuizEvent,
  type UndoEvent,
} from '../journal/index.ts';

/** How one question went on one occasion. */
export interface ItemAnswer {
  /** The question's id within its bank. */
  readonly question: string;
  /** 1 right, ½ partly right, 0 wrong. */
  readonly score: number;
  /** What was answered; null where it was left open or is not known. */
  readonly response: Response | null;
  /** An exam was handed in without an answer to it. */
  readonly open: boolean;
  /** Null where it was left open. */
  readonly milliseconds: number | null;
}

/**
 * A quiz that somebody took: a row of the table of persons by items that item analysis is made from.
 * On one device every row is the same person on another occasion; a class has a row for each of its own.
 */
export interface Taking {
  readonly id: string;
  readonly answers: readonly ItemAnswer[];
}

/** What the journal says of quizzes, each kind in any order. */
export interface QuizHistory {
  readonly attempts: readonly AttemptEvent[];
  readonly answers: readonly AnswerEvent[];
  readonly quizzes: readonly QuizEvent[];
  readonly undos: readonly UndoEvent[];
}

const SCORES: Readonly<Record<AnswerEvent['verdict'], number>> = {
  right: 1,
  partly: 0.5,
  wrong: 0,
};

/**
 * The quizzes on a bank that the journal tells of, in the order of their ids. An answer that was
 * undone does not count; of several to one question in a quiz, as two tabs can write, the first does.
 * What an exam left open was wrong, as it was for its score.
 */
export function takingsOf(
  bank: string,
  { attempts, answers, quizzes, undos }: QuizHistory,
): Taking[] {
  const undone = undoneEvents([...answers, ...undos]);
  const own = answers.filter(({ card }) => bankOf(card) === bank);
  /** Quiz → question → its answers, oldest first. */
  const given = new Map<string, Map<string, AnswerEvent[]>>();
  for (const event of own.toSorted(compareEvents)) {
    const question = event.card.slice(bank.length + 1);
    const quiz = given.get(event.quiz) ?? new Map<string, AnswerEvent[]>();
    given.set(event.quiz, quiz.set(question, [...(quiz.get(question) ?? []), event]));
  }
  const handedIn = new Set(
    quizzes
      .filter((quiz) => quiz.bank === bank && quiz.mode === 'exam' && quiz.sections.length > 0)
      .map(({ quiz }) => quiz),
  );
  for (const { quiz, questions } of attempts) {
    if (!handedIn.has(quiz)) continue;
    const asked = given.get(quiz) ?? new Map<string, AnswerEvent[]>();
    for (const question of questions) if (!asked.has(question)) asked.set(question, []);
    given.set(quiz, asked);
  }
  return [...given]
    .map(([id, asked]) => ({ id, answers: [...asked].flatMap((entry) => answerOf(entry, undone)) }))
    .filter((taking) => taking.answers.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function answerOf(
  [question, events]: readonly [string, readonly AnswerEvent[]],
  undone: ReadonlySet<string>,
): ItemAnswer[] {
  if (events.length === 0) {
    return [{ question, score: 0, response: null, open: true, milliseconds: null }];
  }
  const event = events.find(({ id }) => !undone.has(id));
  if (!event) return [];
  const { verdict, response = null, duration } = event;
  return [{ question, score: SCORES[verdict], response, open: false, milliseconds: duration }];
}
