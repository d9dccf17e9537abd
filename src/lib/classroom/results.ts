import type { Grade } from '../grading/index.ts';
import { lastAnswerOf } from './session.ts';
import { isUnmarked } from './written.ts';
import type { Answer, Marker, Seat, Session, Settings } from './types.ts';

/** What a right answer is worth. */
export const FULL_POINTS = 100;

/** Where there is no clock, speed is measured against this long. */
const USUAL_MS = 60_000;

/**
 * Points for an answer: its credit of 100. Where speed counts, half of that depends on it: all of the
 * half for an answer at once, falling evenly to none at the end of the student's own time.
 *
 * @param factor how many times the usual time the student has
 */
export function pointsFor(
  { grade, elapsed }: Pick<Answer, 'grade' | 'elapsed'>,
  { speed, limit }: Pick<Settings, 'speed' | 'limit'>,
  factor: number,
): number {
  const time = (limit ?? USUAL_MS) * factor;
  const slowness = speed ? Math.min(1, Math.max(0, elapsed / time)) : 0;
  return Math.round(FULL_POINTS * grade.credit * (1 - slowness / 2));
}

/** What a student is told of their own answer, once the key is out. */
export interface OwnResult extends Grade {
  readonly place: number;
  readonly points: number;
  /** Nothing was answered. */
  readonly missing: boolean;
  /** Of an open question: who has marked the answer, `nobody` yet; absent for all others. */
  readonly marked?: Marker | 'nobody';
}

export function resultOf(session: Session, seat: Seat, place: number): OwnResult {
  const answer = lastAnswerOf(session, seat.id, place);
  if (!answer) return { place, verdict: 'wrong', credit: 0, points: 0, missing: true };
  const { grade, marker } = answer;
  const isOwn = marker === 'self' || isUnmarked(answer);
  // What one says of oneself is for learning; it decides no ranking.
  const points = isOwn ? 0 : pointsFor(answer, session.settings, seat.factor);
  const result = { place, ...grade, points, missing: false };
  if (session.plan[place]?.question.type !== 'open') return result;
  return { ...result, marked: marker ?? 'nobody' };
}

/** Of the questions whose key was shown, in their order. */
export function resultsOf(session: Session, seat: Seat): OwnResult[] {
  return [...session.revealed].sort((a, b) => a - b).map((place) => resultOf(session, seat, place));
}

export function totalPoints(session: Session, seat: Seat): number {
  return resultsOf(session, seat).reduce((sum, { points }) => sum + points, 0);
}

export interface TeamStanding {
  readonly name: string;
  readonly members: number;
  /** The mean of its members: a small team is not behind for being small. */
  readonly points: number;
}

/** The teams, in the order of the settings. */
export function teamStandings(session: Session): TeamStanding[] {
  const seats = [...session.seats.values()].filter(({ status }) => status === 'in');
  return session.settings.teams.map((name, team) => {
    const members = seats.filter((seat) => seat.team === team);
    const sum = members.reduce((all, seat) => all + totalPoints(session, seat), 0);
    return {
      name,
      members: members.length,
      points: members.length === 0 ? 0 : Math.round(sum / members.length),
    };
  });
}
