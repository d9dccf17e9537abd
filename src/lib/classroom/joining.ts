import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import type { Happening } from './events.ts';
import { MOST_SEATS } from './limits.ts';
import { cleanName, generatedName, sameName } from './names.ts';
import type { Seat, Session } from './types.ts';

/** A phone that wants to come in, or back. */
export interface Joining {
  /** Hash of the secret that the phone made and keeps: by it a phone is known again. */
  readonly key: string;
  /** As typed or chosen; empty where names are generated, or where the phone comes back. */
  readonly name: string;
}

/**
 * Lets a phone in. The same phone comes back to its own seat, whatever else holds; a name that somebody
 * has already waits for the teacher, who can say that it is the same student with another phone.
 *
 * @param newSeat an id that nobody has; null: there is none left
 */
export function decideJoin(
  session: Session,
  { key, name }: Joining,
  newSeat: string | null,
): Result<{ readonly seat: string; readonly happenings: readonly Happening[] }> {
  const known = seatWithKey(session, key);
  if (known) return ok({ seat: known.id, happenings: [] });
  if (session.phase === 'ended') return err(ENDED);
  if (session.locked) return err(LOCKED);
  if (newSeat === null || session.seats.size >= MOST_SEATS) return err(FULL);
  const named = nameFor(session, name);
  if (!named.ok) return named;
  const joined: Happening = { kind: 'joined', seat: newSeat, key, ...named.value };
  return ok({ seat: newSeat, happenings: [joined] });
}

/** The seat of the phone with this key. */
export function seatWithKey({ seats }: Session, key: string): Seat | null {
  for (const seat of seats.values()) if (seat.key === key) return seat;
  return null;
}

/** A seat that a newcomer may be: of the same name, and in the room already. */
export function likeness({ seats }: Session, { id, name, status }: Seat): string | null {
  if (status !== 'waiting') return null;
  for (const other of seats.values()) {
    if (other.id !== id && other.status === 'in' && sameName(other.name, name)) return other.id;
  }
  return null;
}

type Named = Result<Pick<Seat, 'name'> & { readonly status: 'waiting' | 'in' }>;

function nameFor({ settings, seats, id }: Session, typed: string): Named {
  const taken = [...seats.values()].map(({ name }) => name);
  if (settings.names === 'generated') {
    return ok({ name: generatedName(id, taken), status: 'in' });
  }
  const name = cleanName(typed);
  if (name === null) return err(NAMELESS);
  if (settings.names === 'typed') return ok({ name, status: 'waiting' });
  const listed = settings.roster.find((one) => sameName(one, name));
  if (listed === undefined) return err(NOT_LISTED);
  const isTaken = [...seats.values()].some(
    (seat) => seat.status !== 'waiting' && sameName(seat.name, listed),
  );
  return ok({ name: listed, status: isTaken ? 'waiting' : 'in' });
}

/** Names of the list that nobody has taken. */
export function freeRoster({ settings, seats }: Session): string[] {
  const taken = [...seats.values()].filter(({ status }) => status === 'in');
  return settings.roster.filter((name) => !taken.some((seat) => sameName(seat.name, name)));
}

const ENDED: Failure = { code: 'over', message: 'This session has ended.' };
const LOCKED: Failure = {
  code: 'locked',
  message: 'The room is locked. Ask your teacher to unlock it, then try again.',
};
const FULL: Failure = { code: 'full', message: 'The room is full. Tell your teacher.' };
const NAMELESS: Failure = { code: 'no-name', message: 'Type a name with a letter in it.' };
const NOT_LISTED: Failure = {
  code: 'not-listed',
  message: 'This name is not on your teacher’s list. Choose yours from it.',
};
