import type { Instant } from '../primitives/index.ts';
import type { Response } from '../grading/index.ts';
import { asked, type Asked } from './asked.ts';
import { resultOf, resultsOf, totalPoints, type OwnResult } from './results.ts';
import { answerOf, elapsedAt, lastAnswerOf, placesShown, seedAt } from './session.ts';
import type { Phase, Planned, Seat, Session, Settings, Vote } from './types.ts';

/** Retained, for all: nothing of anybody, and no key before it is shown. */
export interface Stage {
  readonly session: string;
  /** Of two stages, the later one has the higher number. */
  readonly n: number;
  readonly title: string;
  readonly pace: Settings['pace'];
  readonly phase: Phase;
  /** -1 before the first. */
  readonly place: number;
  readonly total: number;
  readonly vote: Vote;
  readonly paused: boolean;
  readonly limit: number | null;
  readonly confidence: boolean;
  readonly teams: readonly string[];
  /** The teacher’s public key, for what is handed in without a connection; null: there is none. */
  readonly resultKey: string | null;
  /** From opening until the key is shown; null with the pace `self`, where each has their own. */
  readonly question: Asked | null;
  /** Whole, with its key, its explanation and its passage: only once it is shown. */
  readonly reveal: Planned | null;
  /** Of the question whose key is shown: its options in the order in which they stood. */
  readonly options: readonly string[];
}

export function stageOf(session: Session): Stage {
  const { id, n, settings, plan, phase, place, vote, paused } = session;
  const { title, pace, limit, confidence, teams } = settings;
  const planned = plan[place] ?? null;
  const together = pace === 'together' && planned !== null;
  const isOpen = phase === 'asking' || phase === 'closed' || phase === 'discussing';
  return {
    session: id,
    n,
    title,
    pace,
    phase,
    place,
    total: plan.length,
    vote,
    paused: paused !== null,
    limit,
    confidence,
    teams,
    resultKey: settings.resultKey ?? null,
    question: together && isOpen ? askedAt(session, place) : null,
    reveal: phase === 'revealed' ? planned : null,
    options: phase === 'revealed' ? (askedAt(session, place)?.options ?? []) : [],
  };
}

function askedAt(session: Session, place: number): Asked | null {
  const planned = session.plan[place];
  const seed = seedAt(session, place);
  if (!planned || seed === undefined) return null;
  return asked(planned.question, place, seed, planned.passage.language);
}

/** What one student, and nobody else, is sent. */
export interface SeatView {
  readonly n: number;
  readonly name: string;
  readonly status: Seat['status'];
  readonly team: number | null;
  readonly factor: number;
  /** Milliseconds that are left; null: no clock. */
  readonly left: number | null;
  /** The pace `self`: the next question that this student has not answered; null: all are. */
  readonly question: Asked | null;
  /** How many of those that are open this student has answered. */
  readonly answered: number;
  /** What `mine` answers: the view may be older than the stage. */
  readonly place: number;
  readonly vote: Vote;
  /** What stands as the student's answer to that question; once it has closed, what counts. */
  readonly mine: Response | null;
  /** In which vote `mine` was given; null: there is none. */
  readonly mineOf: Vote | null;
  /** Of the questions whose key was shown. */
  readonly results: readonly OwnResult[];
  readonly points: number;
}

export function seatViewOf(session: Session, id: string, now: Instant): SeatView | null {
  const seat = session.seats.get(id);
  if (!seat) return null;
  const { name, status, team, factor } = seat;
  const isIn = status === 'in';
  const places = placesShown(session);
  const isOpen = session.phase === 'asking';
  const open = places.filter((place) => !answerOf(session, id, place, session.vote));
  const { limit, pace } = session.settings;
  const time = limit === null ? null : limit * places.length * factor;
  const next = pace === 'self' && isIn && isOpen && session.paused === null ? open[0] : undefined;
  const standing = isOpen
    ? answerOf(session, id, session.place, session.vote)
    : lastAnswerOf(session, id, session.place);
  const mine = pace === 'together' ? standing : null;
  return {
    n: session.n,
    name,
    status,
    team,
    factor,
    left: time === null || !isOpen ? null : Math.max(0, time - elapsedAt(session, now)),
    question: next === undefined ? null : askedAt(session, next),
    answered: places.length - open.length,
    place: session.place,
    vote: session.vote,
    mine: mine?.response ?? null,
    mineOf: mine && (mine === answerOf(session, id, session.place, 2) ? 2 : 1),
    results: isIn ? resultsOf(session, seat) : [],
    points: isIn ? totalPoints(session, seat) : 0,
  };
}

/** The questions that a student missed, of those whose key was shown: to keep as cards. */
export function missedBy(session: Session, id: string): Planned[] {
  const seat = session.seats.get(id);
  if (!seat) return [];
  return [...session.revealed]
    .sort((a, b) => a - b)
    .filter((place) => resultOf(session, seat, place).verdict !== 'right')
    .flatMap((place) => session.plan[place] ?? []);
}

/** One student as the teacher sees them. */
export interface HostSeat extends Omit<Seat, 'key'> {
  readonly present: boolean;
  /** Answered what is open, or the last that was: all of it. */
  readonly answered: boolean;
  /** How many questions of it, where each goes at their own speed. */
  readonly given: number;
  readonly points: number;
  /** Someone in the room of the same name: perhaps the same student, with another phone. */
  readonly like: string | null;
}

export function hostSeatOf(
  session: Session,
  seat: Seat,
  present: boolean,
  like: string | null,
): HostSeat {
  const { key: _, ...rest } = seat;
  const places = placesShown(session);
  const given = places.filter(
    (place) => answerOf(session, seat.id, place, session.vote) !== null,
  ).length;
  const answered = places.length > 0 && given === places.length;
  return { ...rest, present, answered, given, points: totalPoints(session, seat), like };
}
