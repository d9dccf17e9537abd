import type { Instant } from '../primitives/index.ts';
import { gradeResponse } from '../grading/index.ts';
import type { LiveEvent } from './events.ts';
import { voteName } from './vote-name.ts';
import { markWritten } from './written.ts';
import { PLAIN, type Answer, type Seat, type Session, type Vote } from './types.ts';

export { voteName };

/** A session before its first event. */
export function emptySession(): Session {
  return {
    n: 0,
    id: '',
    settings: PLAIN,
    plan: [],
    phase: 'lobby',
    place: -1,
    vote: 1,
    seeds: new Map(),
    opened: null,
    paused: null,
    stood: 0,
    locked: false,
    standings: false,
    revealed: new Set(),
    shown: [],
    seats: new Map(),
    answers: new Map(),
  };
}

/** The session that a log tells of: the same events make the same session, on every machine. */
export function foldSession(events: Iterable<LiveEvent>): Session {
  const session = emptySession();
  for (const event of events) applyEvent(session, event);
  return session;
}

/**
 * Adds one event, in place. What is in it already is passed over, so a log may be read twice. What
 * was decided when the event was written is not judged again.
 *
 * @returns whether it was new
 * @throws where events between are missing: no session may be told with a hole in it
 */
export function applyEvent(session: Session, event: LiveEvent): boolean {
  if (event.n <= session.n) return false;
  if (event.n !== session.n + 1) throw new Error(`Event ${event.n} came after ${session.n}`);
  session.n = event.n;
  change(session, event);
  return true;
}

function change(session: Session, event: LiveEvent): void {
  switch (event.kind) {
    case 'created':
      session.id = event.session;
      session.settings = event.settings;
      session.plan = event.plan;
      return;
    case 'joined': {
      const { seat: id, key, name, status, at } = event;
      const team = teamOfNext(session);
      session.seats.set(id, { id, key, name, status, team, factor: 1, joined: at });
      return;
    }
    case 'named':
      return amend(session, event.seat, { name: event.name });
    case 'admitted':
      return amend(session, event.seat, { status: event.status });
    case 'moved':
      return move(session, event.seat, event.from);
    case 'teamed':
      return amend(session, event.seat, { team: event.team });
    case 'timed':
      return amend(session, event.seat, { factor: event.factor });
    case 'locked':
      session.locked = event.locked;
      return;
    case 'opened':
      session.phase = 'asking';
      session.place = event.place;
      session.vote = event.vote;
      session.seeds.set(event.place, event.seed);
      session.opened = event.at;
      session.paused = null;
      session.stood = 0;
      session.shown = [];
      return;
    case 'answered':
      return answer(session, event);
    case 'marked':
      return markWritten(session, event);
    case 'shown':
      session.shown = event.texts;
      return;
    case 'closed':
    case 'discussed':
    case 'revealed':
    case 'ended':
      return turn(session, event.kind);
    case 'looked':
      session.place = event.place;
      session.shown = [];
      return;
    case 'standings':
      session.standings = event.shown;
      return;
    case 'paused':
      if (!event.paused) session.stood += standing(session, event.at);
      session.paused = event.paused ? event.at : null;
      return;
  }
}

const PHASE_AFTER = {
  closed: 'closed',
  discussed: 'discussing',
  revealed: 'revealed',
  ended: 'ended',
} as const;

function turn(session: Session, kind: keyof typeof PHASE_AFTER): void {
  session.phase = PHASE_AFTER[kind];
  session.opened = null;
  session.paused = null;
  session.stood = 0;
  if (kind === 'revealed') {
    for (const place of placesShown(session)) session.revealed.add(place);
    // They were asked all at once, so none of them is the one to look at first.
    if (session.settings.pace === 'self') session.place = -1;
  }
}

/** The places that are asked together: the one, or all where each goes at their own speed. */
export function placesShown({ settings, plan, place }: Session): number[] {
  return settings.pace === 'self' ? plan.map((_, at) => at) : place < 0 ? [] : [place];
}

function amend(session: Session, id: string, changes: Partial<Seat>): void {
  const seat = session.seats.get(id);
  if (seat) session.seats.set(id, { ...seat, ...changes });
}

/** The old seat keeps its place, its name and its answers, and from now on heeds the new phone. */
function move(session: Session, id: string, from: string): void {
  const newcomer = session.seats.get(from);
  if (!newcomer || !session.seats.has(id)) return;
  amend(session, id, { key: newcomer.key, status: 'in' });
  session.seats.delete(from);
}

function answer(session: Session, event: LiveEvent & { kind: 'answered' }): void {
  const planned = session.plan[event.place];
  if (!planned) return;
  const name = voteName(event.place, event.vote);
  const given = session.answers.get(name) ?? new Map<string, Answer>();
  session.answers.set(name, given);
  // The first stands.
  if (given.has(event.seat)) return;
  const { response, confidence, at } = event;
  const grade = gradeResponse(planned.question, response);
  const elapsed = elapsedAt(session, at);
  given.set(event.seat, { response, confidence, at, elapsed, grade, marker: null });
}

/** The smallest team, so that they stay even whoever comes and goes. */
function teamOfNext({ settings, seats }: Session): number | null {
  if (settings.teams.length === 0) return null;
  const sizes = settings.teams.map(() => 0);
  for (const { team, status } of seats.values()) {
    if (team !== null && status !== 'removed') sizes[team]! += 1;
  }
  return sizes.indexOf(Math.min(...sizes));
}

export function answerOf(
  { answers }: Session,
  seat: string,
  place: number,
  vote: Vote,
): Answer | null {
  return answers.get(voteName(place, vote))?.get(seat) ?? null;
}

/** The vote that counts: of what is being asked the one that is open, else the last that was given. */
export function voteAt(session: Session, place: number): Vote {
  const { phase, vote, answers } = session;
  if (phase !== 'revealed' && phase !== 'ended' && place === session.place) return vote;
  return answers.has(voteName(place, 2)) ? 2 : 1;
}

/** What decides the order of a question's options; undefined where it was not asked. */
export function seedAt({ seeds, settings }: Session, place: number): string | undefined {
  if (settings.pace === 'together') return seeds.get(place);
  // One seed was made for all.
  const seed = seeds.get(0);
  return seed === undefined ? undefined : `${seed}/${place}`;
}

/** What counts: the second vote where there was one, else the first. */
export function lastAnswerOf(session: Session, seat: string, place: number): Answer | null {
  return answerOf(session, seat, place, 2) ?? answerOf(session, seat, place, 1);
}

/** Milliseconds since the vote opened, without the pauses; 0 where none is open. */
export function elapsedAt(session: Session, now: Instant): number {
  if (session.opened === null) return 0;
  return Math.max(0, now - session.opened - session.stood - standing(session, now));
}

function standing({ paused }: Session, now: Instant): number {
  return paused === null ? 0 : Math.max(0, now - paused);
}
