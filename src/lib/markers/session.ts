import type { Planned } from '../classroom/index.ts';
import type { Response } from '../grading/index.ts';
import { err, ok, type Instant, type Result } from '../primitives/index.ts';
import { t } from '../language/index.ts';
import { isForCards, optionsFor, responseTo, type LetteredOption } from './asking.ts';
import type { CardHolder, ClassList, Letter } from './types.ts';

/**
 * A class that answers by cards, led from one device: for each question asking, then shown. It is plain
 * data, kept as it is.
 */
export interface PaperSession {
  readonly id: string;
  readonly title: string;
  /** When it began. */
  readonly at: Instant;
  /** Of the order of the options. */
  readonly seed: string;
  readonly plan: readonly Planned[];
  /** The class record whose questions these are, and which the answers are added to. */
  readonly record?: string;
  readonly students: readonly CardHolder[];
  /** Which question. */
  readonly place: number;
  /** `shown`: its answer is on the board, and no card counts any more. */
  readonly phase: 'asking' | 'shown' | 'ended';
  /** For each question of the plan, card number → letter. */
  readonly letters: readonly Readonly<Record<number, Letter>>[];
}

/** @returns an error where there is nobody to ask, or nothing that cards can answer */
export function beginPaper(
  given: Pick<PaperSession, 'id' | 'title' | 'at' | 'seed' | 'plan' | 'record'>,
  { students }: Pick<ClassList, 'students'>,
): Result<PaperSession> {
  if (students.length === 0) {
    return err({
      code: 'no-students',
      message: t('This class has no students yet. Add their names first.'),
    });
  }
  const first = given.plan.findIndex(({ question }) => isForCards(question));
  if (first < 0) return err(NOTHING_TO_ASK);
  const letters = given.plan.map(() => ({}));
  return ok({ ...given, students, place: first, phase: 'asking', letters });
}

const NOTHING_TO_ASK = {
  code: 'no-questions',
  message: t('Cards can answer questions with two to four options. There is none among these.'),
};

/** What a card says to the question that is being asked; null takes it back. */
export function withLetter(
  session: PaperSession,
  card: number,
  letter: Letter | null,
): PaperSession {
  if (session.phase !== 'asking' || !session.students.some((one) => one.card === card)) {
    return session;
  }
  const letters = session.letters.map((said, place) => {
    if (place !== session.place) return said;
    const { [card]: _, ...others } = said;
    return letter === null ? others : { ...others, [card]: letter };
  });
  return { ...session, letters };
}

/** Closes the question and shows its answer. */
export function showAnswer(session: PaperSession): PaperSession {
  return session.phase === 'asking' ? { ...session, phase: 'shown' } : session;
}

/** The next question that cards can answer; null: there is none. */
export function nextPlace({ plan, place }: PaperSession): number | null {
  const next = plan.findIndex(({ question }, at) => at > place && isForCards(question));
  return next < 0 ? null : next;
}

/** On to the next question, or to the end. */
export function goOn(session: PaperSession): PaperSession {
  if (session.phase !== 'shown') return session;
  const next = nextPlace(session);
  return next === null ? endPaper(session) : { ...session, place: next, phase: 'asking' };
}

export function endPaper(session: PaperSession): PaperSession {
  return { ...session, phase: 'ended' };
}

/** How the class answered a question. */
export interface Tally {
  readonly options: readonly (LetteredOption & { readonly count: number })[];
  /** Cards whose letter stands on one of the options. */
  readonly answered: number;
  /** The share of these that took a wrong one, from 0 to 1; null: nobody answered. */
  readonly missed: number | null;
}

export function tallyOf(session: PaperSession, place: number): Tally {
  const { question } = session.plan[place]!;
  const said = Object.values(session.letters[place] ?? {});
  const options = optionsFor(question, session.seed).map((option) => ({
    ...option,
    count: said.filter((letter) => letter === option.letter).length,
  }));
  const answered = options.reduce((sum, { count }) => sum + count, 0);
  const wrong = options.reduce((sum, { count, right }) => sum + (right ? 0 : count), 0);
  return { options, answered, missed: answered === 0 ? null : wrong / answered };
}

/** What each student answered: one response or null for each question of the plan. */
export function responsesOf(
  session: PaperSession,
): { readonly card: number; readonly name: string; readonly responses: (Response | null)[] }[] {
  return session.students.map(({ card, name }) => ({
    card,
    name,
    responses: session.plan.map(({ question }, place) => {
      const letter = session.letters[place]?.[card];
      return letter === undefined ? null : responseTo(question, session.seed, letter);
    }),
  }));
}
