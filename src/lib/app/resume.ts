import type { Recite } from './recite.svelte.ts';
import { fitWhenIdle } from './fit-when-idle.ts';
import { cardsAbout } from './selection.ts';
import { StudySession } from './study.svelte.ts';

interface Kept {
  readonly about: string;
  readonly session: StudySession;
  /** What the journal's count of writes was when the session was left. */
  readonly writes: number;
}

const kept = new WeakMap<Recite, Kept>();

/**
 * The session for an address: the one that was left to look something up in the document, with its
 * card as it lay, if nothing was written since; else a new one, loading.
 */
export function openSession(recite: Recite, query: URLSearchParams): StudySession {
  const about = query.toString();
  const last = kept.get(recite);
  if (last?.about === about && last.writes === recite.writes && last.session.card) {
    last.session.resume();
    return last.session;
  }
  const session = new StudySession(recite, cardsAbout(recite, query), query.has('anyway'));
  void session.load();
  return session;
}

/** Keeps a session for when its learner comes back to it. */
export function leaveSession(recite: Recite, query: URLSearchParams, session: StudySession): void {
  kept.set(recite, { about: query.toString(), session, writes: recite.writes });
  recite.answering = false;
  if (session.answered > 0) fitWhenIdle(recite);
}
