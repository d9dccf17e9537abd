import { err, ok, type Failure, type Instant } from '../primitives/index.ts';
import type { Verdict } from '../grading/index.ts';
import { decideMark, decideShown } from './marking.ts';
import {
  admitted,
  handedOver,
  removed,
  renamed,
  UNKNOWN,
  withSeat,
  type Decision,
} from './seating.ts';
import { elapsedAt, placesShown, voteName } from './session.ts';
import type { Session, Vote } from './types.ts';

/**
 * What the teacher asks for. Where it says which question is meant, a second tap on the same button
 * does nothing.
 */
export type Command =
  | { readonly do: 'admit' | 'remove'; readonly seat: string }
  | { readonly do: 'admit-all' }
  | { readonly do: 'rename'; readonly seat: string; readonly name: string }
  /** Lets the student of `seat` go on with the phone that came in as `from`. */
  | { readonly do: 'hand-over'; readonly seat: string; readonly from: string }
  | { readonly do: 'team'; readonly seat: string; readonly team: number | null }
  | { readonly do: 'time'; readonly seat: string; readonly factor: number }
  | { readonly do: 'lock'; readonly locked: boolean }
  | { readonly do: 'open' | 'close' | 'discuss' | 'vote' | 'reveal'; readonly place: number }
  /** Leaves the question that is asked, uncounted, and goes on to the next one that was not. */
  | { readonly do: 'skip'; readonly place: number }
  /** Shows all once more a question whose key was shown. */
  | { readonly do: 'look'; readonly place: number }
  /** Whether the board says who stands where. */
  | { readonly do: 'standings'; readonly shown: boolean }
  | { readonly do: 'pause'; readonly paused: boolean }
  /** All answers to an open question that say the same as this one. */
  | {
      readonly do: 'mark';
      readonly place: number;
      readonly text: string;
      readonly verdict: Verdict;
    }
  /** Whether the board shows a written answer, without a name. */
  | { readonly do: 'show'; readonly place: number; readonly text: string; readonly shown: boolean }
  | { readonly do: 'end' };

/** Time factors that a teacher can give. */
export const FACTORS = [1, 1.25, 1.5, 2, 3] as const;

const NOTHING: Decision = ok([]);

/** @param seed fresh and unguessable: of the order of the options, should a question open */
export function decide(session: Session, command: Command, seed: string): Decision {
  if (session.phase === 'ended' && command.do !== 'standings') {
    return command.do === 'end' ? NOTHING : no(OVER);
  }
  switch (command.do) {
    case 'admit':
      return withSeat(session, command.seat, (seat) => admitted(session, [seat]));
    case 'admit-all':
      return admitted(
        session,
        [...session.seats.values()].filter(({ status }) => status === 'waiting'),
      );
    case 'remove':
      return withSeat(session, command.seat, removed);
    case 'rename':
      return withSeat(session, command.seat, (seat) => renamed(session, seat, command.name));
    case 'hand-over':
      return handedOver(session, command.seat, command.from);
    case 'team':
      return withSeat(session, command.seat, ({ id }) =>
        command.team === null || session.settings.teams[command.team] !== undefined
          ? ok([{ kind: 'teamed', seat: id, team: command.team }])
          : no(UNKNOWN),
      );
    case 'time':
      return withSeat(session, command.seat, ({ id }) =>
        FACTORS.some((factor) => factor === command.factor)
          ? ok([{ kind: 'timed', seat: id, factor: command.factor }])
          : no(UNKNOWN),
      );
    case 'lock':
      return command.locked === session.locked
        ? NOTHING
        : ok([{ kind: 'locked', locked: command.locked }]);
    case 'open':
    case 'vote':
      return opened(session, command.place, command.do === 'vote' ? 2 : 1, seed);
    case 'close':
    case 'discuss':
    case 'reveal':
      return turned(session, command.do, command.place);
    case 'skip':
      return skipped(session, command.place, seed);
    case 'look':
      return looked(session, command.place);
    case 'standings':
      return command.shown === session.standings
        ? NOTHING
        : ok([{ kind: 'standings', shown: command.shown }]);
    case 'pause':
      return paused(session, command.paused);
    case 'mark':
      return decideMark(session, command);
    case 'show':
      return decideShown(session, command);
    case 'end':
      return ok([{ kind: 'ended' }]);
  }
}

function opened(session: Session, place: number, vote: Vote, seed: string): Decision {
  if (session.phase === 'asking' && session.place === place && session.vote === vote) {
    return NOTHING;
  }
  if (!session.plan[place]) return no(UNKNOWN);
  const from = vote === 2 ? ['discussing', 'closed'] : ['lobby', 'revealed'];
  const fits =
    vote === 2
      ? place === session.place && session.vote === 1 && session.settings.pace === 'together'
      : !session.seeds.has(place) && (session.settings.pace === 'together' || place === 0);
  if (!from.includes(session.phase) || !fits) return no(NOT_NOW);
  // In the second vote the options stand where they stood in the first.
  const same = session.seeds.get(place) ?? seed;
  return ok([{ kind: 'opened', place, vote, seed: vote === 2 ? same : seed }]);
}

const TURNS = {
  close: { from: 'asking', to: 'closed', kind: 'closed' },
  discuss: { from: 'closed', to: 'discussing', kind: 'discussed' },
  reveal: { from: 'closed', to: 'revealed', kind: 'revealed' },
} as const;

function turned(session: Session, how: keyof typeof TURNS, place: number): Decision {
  const { from, to, kind } = TURNS[how];
  const isSelf = session.settings.pace === 'self';
  if (session.phase === to && (isSelf || session.place === place)) return NOTHING;
  if (session.place !== place) return no(NOT_NOW);
  if (how === 'discuss' && (session.vote === 2 || isSelf)) {
    return no(NOT_NOW);
  }
  const fits = session.phase === from || (how === 'reveal' && session.phase === 'discussing');
  return fits ? ok([{ kind }]) : no(NOT_NOW);
}

/** The question's answers stay in the log; but its key is not shown, and so it counts for nothing. */
function skipped(session: Session, place: number, seed: string): Decision {
  const { phase, settings } = session;
  const isOpen = phase === 'asking' || phase === 'closed' || phase === 'discussing';
  // A second tap finds the next question open already.
  if (session.place !== place) return session.seeds.has(place) ? NOTHING : no(NOT_NOW);
  const next = nextPlace(session);
  if (!isOpen || settings.pace === 'self' || next === null) return no(NOT_NOW);
  return ok([{ kind: 'opened', place: next, vote: 1, seed }]);
}

function looked(session: Session, place: number): Decision {
  if (session.phase !== 'revealed' || !session.revealed.has(place)) return no(NOT_NOW);
  return session.place === place ? NOTHING : ok([{ kind: 'looked', place }]);
}

/** The first question after all that were asked; null: none is left. */
export function nextPlace({ plan, seeds }: Session): number | null {
  const next = Math.max(-1, ...seeds.keys()) + 1;
  return next < plan.length ? next : null;
}

function paused(session: Session, pause: boolean): Decision {
  if ((session.paused !== null) === pause) return NOTHING;
  return session.phase === 'asking' ? ok([{ kind: 'paused', paused: pause }]) : no(NOT_NOW);
}

/** What a message may be on its way after the time is over. */
export const GRACE_MS = 2000;

/**
 * Whether the time of all who have not answered is over, so that the vote closes by itself. Never
 * where there is no clock, nor while it stands.
 */
export function isTimeUp(session: Session, now: Instant): boolean {
  const { limit } = session.settings;
  if (limit === null || session.phase !== 'asking' || session.paused !== null) return false;
  const given = session.answers.get(voteName(session.place, session.vote));
  const all = limit * placesShown(session).length;
  let most = 1;
  for (const { id, status, factor } of session.seats.values()) {
    if (status === 'in' && !given?.has(id)) most = Math.max(most, factor);
  }
  return elapsedAt(session, now) > all * most + GRACE_MS;
}

const OVER: Failure = { code: 'over', message: 'This session has ended. Its answers are kept.' };
const NOT_NOW: Failure = {
  code: 'not-now',
  message: 'This cannot be done at this point of the session. Nothing has changed.',
};

function no(failure: Failure): Decision {
  return err(failure);
}
