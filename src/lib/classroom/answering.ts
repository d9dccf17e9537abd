import { err, ok, type Failure, type Instant, type Result } from '../primitives/index.ts';
import type { Response } from '../grading/index.ts';
import type { Confidence } from '../journal/index.ts';
import { isFitting } from './asked.ts';
import { GRACE_MS } from './deciding.ts';
import type { Happening } from './events.ts';
import { answerOf, elapsedAt, placesShown } from './session.ts';
import { writtenIn } from './written.ts';
import type { Session, Vote } from './types.ts';

export interface Answering {
  readonly place: number;
  readonly vote: Vote;
  readonly response: Response;
  readonly confidence: Confidence | null;
}

/**
 * Takes an answer. The same one once more (a phone that lost its connection sends it again) changes
 * nothing and is no error, also after the question has closed; another one is refused: the first
 * stands.
 *
 * @param seat whose connection it came over: nobody can answer for somebody else
 */
export function decideAnswer(
  session: Session,
  seat: string,
  { place, vote, response, confidence }: Answering,
  now: Instant,
): Result<readonly Happening[]> {
  const who = session.seats.get(seat);
  if (who?.status !== 'in') return err(NOT_IN);
  const planned = session.plan[place];
  if (!planned || !isFitting(planned.question, response)) return err(NOT_FITTING);
  const standing = answerOf(session, seat, place, vote);
  if (standing) return sameResponse(standing.response, response) ? ok([]) : err(TWICE);
  const isOpen = session.phase === 'asking' && placesShown(session).includes(place);
  if (!isOpen || vote !== session.vote) return err(LATE);
  if (session.paused !== null) return err(STANDING);
  const { limit, confidence: asksHowSure } = session.settings;
  const time = limit === null ? Infinity : limit * placesShown(session).length * who.factor;
  if (elapsedAt(session, now) > time + GRACE_MS) return err(LATE);
  const sure = asksHowSure ? confidence : null;
  return ok([{ kind: 'answered', seat, place, vote, response, confidence: sure }]);
}

function sameResponse(one: Response, other: Response): boolean {
  // What was written has perhaps been marked since.
  if (other.kind === 'written') return writtenIn(one) === other.text;
  // Both were read by `readResponse`, which writes their fields in one order.
  return JSON.stringify(one) === JSON.stringify(other);
}

const NOT_IN: Failure = {
  code: 'not-in',
  message: 'Your teacher has not let you in yet, so this answer was not taken.',
};
const NOT_FITTING: Failure = {
  code: 'not-fitting',
  message: 'This answer does not fit the question, so it was not taken.',
};
const TWICE: Failure = { code: 'twice', message: 'Your first answer stands.' };
const LATE: Failure = {
  code: 'late',
  message: 'The question had closed when this answer came, so it was not taken.',
};
const STANDING: Failure = {
  code: 'standing',
  message: 'The session is paused. Answer when it goes on.',
};
