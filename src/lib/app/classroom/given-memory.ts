import type { Asked, Vote } from '../../classroom/index.ts';
import type { Response } from '../../grading/index.ts';
import type { Confidence } from '../../journal/index.ts';
import { isRecord, keep, kept } from '../kept.ts';

/** An answer that this phone gave in a live session, with the question as it was asked. */
export interface GivenAnswer {
  readonly asked: Asked;
  readonly vote: Vote;
  readonly response: Response;
  readonly confidence: Confidence | null;
}

/**
 * All that this phone answered in its last live session, saved by the teacher's machine or not: should
 * that machine never come back, the phone can still hand it in.
 */
export interface GivenInSession {
  readonly session: string;
  readonly seat: string;
  readonly name: string;
  /** The teacher's public key, in base 32: see `handout`. */
  readonly key: string;
  readonly answers: readonly GivenAnswer[];
}

const KEY = 'recite-class-given';

export function givenInSession(): GivenInSession | null {
  const value = kept(KEY);
  const isOne =
    isRecord(value) &&
    [value.session, value.seat, value.name, value.key].every((text) => typeof text === 'string') &&
    Array.isArray(value.answers);
  return isOne ? (value as unknown as GivenInSession) : null;
}

/** Adds an answer; one to the same question and vote takes its place, another session that of the last. */
export function keepGiven(whose: Omit<GivenInSession, 'answers'>, answer: GivenAnswer): void {
  const before = givenInSession();
  const same = before?.session === whose.session && before.seat === whose.seat;
  const others = (same ? before.answers : []).filter(
    ({ asked, vote }) => asked.place !== answer.asked.place || vote !== answer.vote,
  );
  keep(KEY, { ...whose, answers: [...others, answer] });
}
