import type { PaperSession } from '../../markers/index.ts';
import { isRecord, keep, kept } from '../kept.ts';

const KEY = 'recite-paper-session';

/** The session that was left, by a reload or an empty battery; null: there is none. */
export function keptPaper(): PaperSession | null {
  const value = kept(KEY);
  if (!isRecord(value) || value.version !== VERSION || !isRecord(value.session)) return null;
  return value.session as unknown as PaperSession;
}

/** What another version of the app has left has another shape. */
const VERSION = 1;

/** @returns whether it is kept: where it is not, it lasts as long as the page */
export function keepPaper(session: PaperSession | null): boolean {
  return keep(KEY, session && { version: VERSION, session });
}
