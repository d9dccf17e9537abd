import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import type { Happening } from './events.ts';
import { MOST_SEATS } from './limits.ts';
import { generatedName, isGenerated, nameChoices } from './generated-names.ts';
import { cleanName, foldedName, sameName } from './names.ts';
import type { Seat, Session } from './types.ts';

/** A phone that wants to come in, or back. */
export interface Joining {
  /** Hash of the secret that the phone made and keeps: by it a phone is known again. */
  readonly key: string;
  /** As typed or chosen; empty where any will do, or where the phone comes back. */
  readonly name: string;
  /** The student was in already: with this phone, or with another one, under this name. */
  readonly back?: Back | null;
}

/** `same`: this phone has a seat, or has lost it, and is given no other one. */
export const BACK = ['same', 'other'] as const;
type Back = (typeof BACK)[number];

/**
 * Lets a phone in. The same phone comes back to its own seat, whatever else holds; a name that somebody
 * has already waits for the teacher, who can say that it is the same student with another phone.
 *
 * @param newSeat an id that nobody has; null: there is none left
 */
export function decideJoin(
  session: Session,
  { key, name, back = null }: Joining,
  newSeat: string | null,
): Result<{ readonly seat: string; readonly happenings: readonly Happening[] }> {
  const known = seatWithKey(session, key);
  if (known) return ok({ seat: known.id, happenings: [] });
  if (back === 'same') return err(GONE);
  if (session.phase === 'ended') return err(ENDED);
  if (session.locked) return err(LOCKED);
  if (newSeat === null || session.seats.size >= MOST_SEATS) return err(FULL);
  const named = back === 'other' ? nameOfOld(session, name) : nameFor(session, name);
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
export function likeness({ seats }: Session, seat: Seat): string | null {
  if (seat.status !== 'waiting') return null;
  const name = folded(seat);
  for (const other of seats.values()) {
    if (other.id !== seat.id && other.status === 'in' && folded(other) === name) return other.id;
  }
  return null;
}

/** Folding a name takes some microseconds, and a full room is compared with itself. */
const foldedOnce = new WeakMap<Seat, string>();

function folded(seat: Seat): string {
  const name = foldedOnce.get(seat) ?? foldedName(seat.name);
  foldedOnce.set(seat, name);
  return name;
}

type Named = Result<Pick<Seat, 'name'> & { readonly status: 'waiting' | 'in' }>;

function nameFor({ settings, seats, id }: Session, typed: string): Named {
  const taken = [...seats.values()].map(({ name }) => name);
  if (settings.names === 'generated') {
    const { language } = settings;
    const isFree = isGenerated(typed, language) && !taken.includes(typed);
    return ok({ name: isFree ? typed : generatedName(id, taken, language), status: 'in' });
  }
  const name = cleanName(typed);
  if (name === null) return err(NAMELESS);
  if (settings.names === 'typed') return ok({ name, status: 'waiting' });
  const listed = settings.roster.find((one) => sameName(one, name));
  if (listed === undefined) return err(NOT_LISTED);
  const wanted = foldedName(listed);
  const isTaken = [...seats.values()].some(
    (seat) => seat.status !== 'waiting' && folded(seat) === wanted,
  );
  return ok({ name: listed, status: isTaken ? 'waiting' : 'in' });
}

/** Under the name of somebody in the room, which only the teacher can say that the newcomer is. */
function nameOfOld({ seats }: Session, typed: string): Named {
  const wanted = foldedName(typed);
  const old = [...seats.values()].find((seat) => seat.status === 'in' && folded(seat) === wanted);
  return old ? ok({ name: old.name, status: 'waiting' }) : err(NOBODY);
}

const MOST_CHOICES = 12;

/** Names to choose one of, where they are generated; none where they are not. */
export function offeredNames({ settings, seats }: Session, seed: string): string[] {
  if (settings.names !== 'generated') return [];
  const taken = [...seats.values()].map(({ name }) => name);
  return nameChoices(seed, taken, settings.language, MOST_CHOICES);
}

/** Names of the list that nobody has taken. */
export function freeRoster({ settings, seats }: Session): string[] {
  const inside = [...seats.values()].filter(({ status }) => status === 'in');
  const taken = new Set(inside.map(folded));
  return settings.roster.filter((name) => !taken.has(foldedName(name)));
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
const NOBODY: Failure = {
  code: 'nobody',
  message: 'Nobody in this class has that name. Type it as it was shown on the other phone.',
};
const GONE: Failure = { code: 'gone', message: 'This phone has no place in this class any more.' };
