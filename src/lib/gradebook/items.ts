import type { Question } from '../bank/index.ts';
import { calibrationOf, type Calibration } from '../quiz/index.ts';
import { itemStatistics, type ItemStatistics, type Taking } from '../quiz/items/index.ts';
import type { CountedAnswer, Student } from './students.ts';
import type { ClassRecord, Given } from './types.ts';

/** What a class has shown of a question. */
export interface QuestionFigures {
  /** Its place in the plan. */
  readonly place: number;
  /** After the classical theory of tests, a student being a taking; of two votes the second. */
  readonly statistics: ItemStatistics;
  /** Students who left it open or were not there; they are not in the statistics. */
  readonly missing: number;
  /** Null where the class voted once. */
  readonly votes: Votes | null;
  /** Null where nobody was asked how sure they are. */
  readonly confidence: Calibration | null;
}

/** The same question before and after the class had talked about it. */
export interface Votes {
  /** Statistics of the first vote, of all who voted then. */
  readonly before: ItemStatistics;
  /** Those who voted the first time, by how it was then and is now. */
  readonly stayedRight: number;
  readonly becameRight: number;
  readonly becameWrong: number;
  readonly stayedWrong: number;
}

const SCORES = { right: 1, partly: 0.5, wrong: 0 } as const;

/**
 * What each question that anybody answered has shown, in the order of the plan. An answer that was not
 * given says nothing about a question: who was late or asleep is left out of its statistics.
 */
export function questionFigures(
  { plan }: Pick<ClassRecord, 'plan'>,
  students: readonly Student[],
): QuestionFigures[] {
  // By their places: of two banks, questions may have the same id.
  const questions = plan.map(({ question }, place): Question => ({
    ...question,
    id: String(place),
  }));
  const takings = students.map(({ id, answers }) => takingOf(id, answers));
  return itemStatistics(questions, takings).map((statistics) => {
    const place = Number(statistics.question);
    const given = students.flatMap(({ answers }) => answers[place] ?? []);
    const question = questions[place]!;
    return {
      place,
      statistics,
      missing: students.length - given.length,
      votes: votesOf(question, given),
      confidence: calibrationOf(given),
    };
  });
}

function takingOf(id: string, answers: readonly (Given | null)[]): Taking {
  return {
    id,
    answers: answers.flatMap((answer, place) =>
      answer
        ? {
            question: String(place),
            score: SCORES[answer.grade.verdict],
            response: answer.response,
            open: false,
            milliseconds: answer.elapsed,
          }
        : [],
    ),
  };
}

function votesOf(question: Question, given: readonly CountedAnswer[]): Votes | null {
  const both = given.flatMap((now) => (now.first ? [{ first: now.first, now }] : []));
  const firsts = both.map(({ first }, at) => {
    const answers = Array.from<null>({ length: Number(question.id) }).fill(null);
    return takingOf(String(at), [...answers, first]);
  });
  const [before] = itemStatistics([question], firsts);
  if (!before) return null;
  const count = (was: boolean, is: boolean) =>
    both.filter(({ first, now }) => isRight(first) === was && isRight(now) === is).length;
  return {
    before,
    stayedRight: count(true, true),
    becameRight: count(false, true),
    becameWrong: count(true, false),
    stayedWrong: count(false, false),
  };
}

function isRight({ grade }: Given): boolean {
  return grade.verdict === 'right';
}
