import { keyOptions } from '../bank/index.ts';
import type { Instant } from '../primitives/index.ts';
import { distributionOf, typedIn, type Distribution, type Typed } from './counts.ts';
import { unmarkedIn, writtenTo, type Written } from './written.ts';
import { bestOf, endingOf, type Ending, type Standing } from './ending.ts';
import { teamStandings, type TeamStanding } from './results.ts';
import { answerOf, elapsedAt, placesShown, voteAt, voteName } from './session.ts';
import type { Session } from './types.ts';

/** What the engine knows besides the session. */
export interface Seen {
  readonly present: (seat: string) => boolean;
  /** What students type to come in. */
  readonly code: string;
  readonly now: Instant;
}

/** What the board may show besides the stage. */
export interface BoardView {
  readonly n: number;
  /** What students type to come in; null while the room is locked. */
  readonly code: string | null;
  /** Let in; of these, connected; and waiting to be let in. */
  readonly students: number;
  readonly present: number;
  readonly waiting: number;
  /** In the lobby: who was let in, the last of them, in the order of their coming. */
  readonly names: readonly string[];
  /** Of those who are in: how many have answered all that is open. */
  readonly answered: number;
  /** Answers to what is open: where each goes at their own speed, of many questions. */
  readonly given: number;
  /** Milliseconds of the usual time that are left; null: no clock, or nothing open. */
  readonly left: number | null;
  /** Only once the key is shown: before, it would tell what others think. */
  readonly distribution: Distribution | null;
  /** The first vote beside the second. */
  readonly before: Distribution | null;
  /** The right ones among the options, once they are shown. */
  readonly key: readonly string[];
  /** Written answers that the teacher has picked for it, without names; none while one can answer. */
  readonly written: readonly string[];
  /** Of each question whose key is shown, in their order: where each goes at their own speed. */
  readonly shares: readonly { readonly place: number; readonly missed: number | null }[];
  readonly teams: readonly TeamStanding[];
  /** Only where the teacher has asked for it, and only the first. */
  readonly best: readonly Standing[];
  /** Once it is over. */
  readonly ending: Ending | null;
}

/** As many names fit a board, and a message. */
const MOST_NAMES = 120;

export function boardViewOf(session: Session, { present, code, now }: Seen): BoardView {
  const seats = [...session.seats.values()];
  const inside = seats.filter(({ status }) => status === 'in');
  const places = placesShown(session);
  const { place, vote, phase, settings, standings } = session;
  const shown = phase === 'revealed' ? session.plan[place] : undefined;
  const last = voteAt(session, place);
  const isOver = phase === 'ended';
  const isOpen = phase === 'asking';
  const time = settings.limit === null || !isOpen ? null : settings.limit * places.length;
  return {
    n: session.n,
    code: session.locked || isOver ? null : code,
    students: inside.length,
    present: inside.filter(({ id }) => present(id)).length,
    waiting: seats.filter(({ status }) => status === 'waiting').length,
    names: phase === 'lobby' ? inside.slice(-MOST_NAMES).map(({ name }) => name) : [],
    answered: inside.filter(
      ({ id }) => places.length > 0 && places.every((at) => answerOf(session, id, at, vote)),
    ).length,
    given: places.reduce((sum, at) => sum + givenTo(session, at), 0),
    left: time === null ? null : Math.max(0, time - elapsedAt(session, now)),
    distribution: shown ? distributionOf(session, place, last) : null,
    before: shown && last === 2 ? distributionOf(session, place, 1) : null,
    key: shown ? keyOptions(shown.question) : [],
    written: isOpen || isOver ? [] : session.shown,
    shares: phase === 'revealed' && settings.pace === 'self' ? sharesOf(session) : [],
    teams: teamStandings(session),
    best: standings && (isOver || phase === 'revealed') ? bestOf(session) : [],
    ending: isOver ? endingOf(session) : null,
  };
}

function givenTo({ answers, seats, vote }: Session, place: number): number {
  const given = answers.get(voteName(place, vote));
  if (!given) return 0;
  return [...given.keys()].filter((seat) => seats.get(seat)?.status === 'in').length;
}

function sharesOf(session: Session): BoardView['shares'] {
  return [...session.revealed]
    .sort((a, b) => a - b)
    .map((place) => ({ place, missed: distributionOf(session, place, 1)?.missed ?? null }));
}

/** What the teacher’s page sees besides the stage and the students. */
export interface HostView extends BoardView {
  readonly locked: boolean;
  readonly standings: boolean;
  readonly settings: Session['settings'];
  /** Places that were asked, and those of them whose key was shown. */
  readonly asked: readonly number[];
  readonly revealed: readonly number[];
  /** As the answers come in, also before the key is shown; for each question that is open. */
  readonly distributions: readonly Distribution[];
  readonly typed: readonly Typed[];
  /** The answers to an open question, without names: once nobody can answer it any more. */
  readonly answers: readonly Written[];
  /** Written answers, to any question, that nobody has marked. */
  readonly unmarked: number;
}

export function hostViewOf(session: Session, seen: Seen): HostView {
  const { place, settings, locked, standings, seeds, revealed } = session;
  const last = voteAt(session, place);
  const isOne = place >= 0 && (settings.pace === 'together' || session.phase === 'revealed');
  return {
    ...boardViewOf(session, seen),
    locked,
    standings,
    settings,
    asked:
      settings.pace === 'self' && seeds.size > 0
        ? session.plan.map((_, at) => at)
        : [...seeds.keys()],
    revealed: [...revealed],
    distributions: placesShown(session).flatMap(
      (at) => distributionOf(session, at, voteAt(session, at)) ?? [],
    ),
    before: last === 2 ? distributionOf(session, place, 1) : null,
    typed: isOne ? typedIn(session, place, last) : [],
    unmarked: unmarkedIn(session),
    answers: isOne && session.phase !== 'asking' ? writtenTo(session, place, last) : [],
  };
}
