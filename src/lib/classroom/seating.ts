import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import type { Happening } from './events.ts';
import { cleanName, freeName, sameName } from './names.ts';
import type { Seat, Session } from './types.ts';

/** What a teacher decides about single students. */

export type Decision = Result<readonly Happening[]>;

export function admitted(session: Session, seats: readonly Seat[]): Decision {
  const inside = [...session.seats.values()].filter(({ status }) => status === 'in');
  const taken = inside.map(({ name }) => name);
  const happenings: Happening[] = [];
  for (const { id, name, status } of seats) {
    if (status === 'in') continue;
    const free = freeName(name, taken);
    if (free !== name) happenings.push({ kind: 'named', seat: id, name: free });
    happenings.push({ kind: 'admitted', seat: id, status: 'in' });
    taken.push(free);
  }
  return ok(happenings);
}

export function renamed(session: Session, { id }: Seat, text: string): Decision {
  const name = cleanName(text);
  if (name === null) return err(NAMELESS);
  const others = [...session.seats.values()].filter((seat) => seat.id !== id);
  if (others.some((seat) => seat.status === 'in' && sameName(seat.name, name))) return err(TAKEN);
  return ok([{ kind: 'named', seat: id, name }]);
}

export function handedOver(session: Session, id: string, from: string): Decision {
  return withSeat(session, from, (newcomer) =>
    withSeat(session, id, () =>
      // Answers of their own would be lost.
      !hasAnswered(session, newcomer) && id !== from
        ? ok([{ kind: 'moved', seat: id, from }])
        : err(UNKNOWN),
    ),
  );
}

export function removed({ id, status }: Seat): Decision {
  return ok(status === 'removed' ? [] : [{ kind: 'admitted', seat: id, status: 'removed' }]);
}

function hasAnswered({ answers }: Session, { id }: Seat): boolean {
  return [...answers.values()].some((given) => given.has(id));
}

export function withSeat(session: Session, id: string, then: (seat: Seat) => Decision): Decision {
  const seat = session.seats.get(id);
  return seat ? then(seat) : err(UNKNOWN);
}

export const UNKNOWN: Failure = {
  code: 'unknown',
  message: 'This student or question is not, or no longer, in the session. Nothing has changed.',
};
const NAMELESS: Failure = { code: 'no-name', message: 'Type a name with a letter in it.' };
const TAKEN: Failure = { code: 'name-taken', message: 'Somebody else in the room has this name.' };
