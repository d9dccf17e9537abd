import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import { normalise, type Verdict } from '../grading/index.ts';
import type { Happening } from './events.ts';
import { answerOf, voteAt } from './session.ts';
import type { Session } from './types.ts';
import { writtenLike } from './written.ts';

/** What a student makes of an answer of their own. */
export interface Marking {
  readonly place: number;
  readonly verdict: Verdict;
}

/** As many written answers fit a board. */
export const MOST_SHOWN = 6;

/**
 * A student marks their own written answer, once the right one is shown, and may think better of it. The
 * same mark again changes nothing; where the teacher has marked it, that stands.
 *
 * @param seat whose connection it came over: nobody can mark for somebody else
 */
export function decideOwnMark(
  session: Session,
  seat: string,
  { place, verdict }: Marking,
): Result<readonly Happening[]> {
  const vote = answerOf(session, seat, place, 2) ? 2 : 1;
  const answer = answerOf(session, seat, place, vote);
  const isIn = session.seats.get(seat)?.status === 'in';
  const isOpen = session.plan[place]?.question.type === 'open';
  const isShown = session.revealed.has(place) && session.phase !== 'ended';
  if (!isIn || !isOpen || !isShown || !answer) {
    return err(NOT_NOW);
  }
  if (answer.marker === 'teacher') return err(STANDS);
  if (answer.marker !== null && answer.grade.verdict === verdict) return ok([]);
  return ok([{ kind: 'marked', seats: [seat], place, vote, verdict, by: 'self' }]);
}

/** The teacher marks all written answers that say the same, once the question has closed. */
export function decideMark(
  session: Session,
  { place, text, verdict }: { place: number; text: string; verdict: Verdict },
): Result<readonly Happening[]> {
  const vote = voteAt(session, place);
  if (!isMarkable(session, place)) return err(NOT_NOW);
  const same = writtenLike(session, place, vote, text);
  const seats = (same?.seats ?? []).filter((seat) => {
    const { marker, grade } = answerOf(session, seat, place, vote)!;
    return marker !== 'teacher' || grade.verdict !== verdict;
  });
  return ok(
    seats.length === 0 ? [] : [{ kind: 'marked', seats, place, vote, verdict, by: 'teacher' }],
  );
}

/** The teacher puts a written answer on the board, without a name, or takes it off again. */
export function decideShown(
  session: Session,
  { place, text, shown }: { place: number; text: string; shown: boolean },
): Result<readonly Happening[]> {
  if (!isMarkable(session, place) || session.place !== place) return err(NOT_NOW);
  const name = normalise(text);
  const group = writtenLike(session, place, voteAt(session, place), text);
  const others = session.shown.filter((one) => normalise(one) !== name);
  // Only what a student has written; and what is there already stays in its place.
  if (shown && (!group || others.length < session.shown.length)) return ok([]);
  if (!shown && others.length === session.shown.length) return ok([]);
  if (shown && others.length >= MOST_SHOWN) return err(FULL);
  return ok([{ kind: 'shown', texts: shown ? [...others, group!.text] : others }]);
}

/** It is open, was asked, and nobody can answer it any more. */
function isMarkable({ plan, seeds, phase, place: asked }: Session, place: number): boolean {
  const isOpen = plan[place]?.question.type === 'open';
  return (
    isOpen && seeds.has(place) && phase !== 'ended' && !(phase === 'asking' && asked === place)
  );
}

const NOT_NOW: Failure = {
  code: 'not-markable',
  message: 'This answer cannot be marked now. Nothing has changed.',
};
const STANDS: Failure = { code: 'marked', message: 'Your teacher has marked this answer.' };
const FULL: Failure = {
  code: 'board-full',
  message: 'The board is full. Take one of the answers off it first.',
};
