import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import type { LiveEvent, Planned, Settings } from '../../classroom/index.ts';
import { locale, t } from '../../language/index.ts';
import { inWords } from './failure-words.ts';

/** What a page of a class asks for by HTTP, of the machine that serves it. */

/** How a session is entered, as the teacher’s page is told. */
export interface Entrance {
  readonly session: string;
  /** For the QR code. */
  readonly secret: string;
  /** To be typed. */
  readonly code: string;
  /** Opens the board, and no more. */
  readonly board: string;
  /** Where phones reach the machine; empty where only it reaches itself. */
  readonly addresses: readonly string[];
}

/** The room, seen from the door. */
export interface Doorway {
  readonly session: string;
  readonly secret: string;
  readonly title: string;
  readonly names: Settings['names'];
  /** Of the teacher’s list, the names that nobody has taken. */
  readonly roster: readonly string[];
  /** Names to choose one of, where they are given. */
  readonly offered: readonly string[];
}

export function beginSession(
  host: string,
  wanted: { settings: Settings; plan: readonly Planned[] },
): Promise<Result<Entrance>> {
  // The names that are given are in the language of the teacher’s page.
  const settings = { language: locale(), ...wanted.settings };
  return ask('/live/session', { bearer: host, body: { ...wanted, settings } });
}

/** Whether a class can be led from here at all. */
export function liveHere(): Promise<Result<{ live: boolean }>> {
  return ask('/live', {});
}

/** The session that is running, for its teacher. */
export function currentSession(host: string): Promise<Result<Entrance>> {
  return ask('/live/session', { bearer: host });
}

/** Of the sessions that the teacher’s machine has kept, the newest first. */
export function keptSessions(host: string): Promise<Result<{ sessions: readonly string[] }>> {
  return ask('/live/sessions', { bearer: host });
}

/** All that happened in a session: `foldSession` makes it whole again. */
export async function sessionLog(host: string, session: string): Promise<Result<LiveEvent[]>> {
  const response = await request(`/live/log?session=${session}`, { bearer: host });
  if (!response?.ok) return err(UNREACHABLE);
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return ok(lines.map((line) => JSON.parse(line) as LiveEvent));
}

/** @param by the secret of the QR code, or the code that was typed */
export function enter(by: { secret: string } | { code: string }): Promise<Result<Doorway>> {
  return ask('/live/enter', { body: by });
}

/** A phone that wants a seat, or its own once more. */
export interface Seating {
  /** Of the QR code. */
  readonly secret: string;
  /** The phone’s own secret: the same phone comes back to the same seat. */
  readonly key: string;
  readonly name: string;
  /** `same`: only to the seat that this phone has; `other`: to one that another phone has. */
  readonly back?: 'same' | 'other';
}

export function takeSeat(wanted: Seating): Promise<Result<{ session: string; seat: string }>> {
  return ask('/live/join', { body: wanted });
}

/** The questions that this phone’s student missed, of those whose keys were shown. */
export function missedQuestions(key: string): Promise<Result<{ missed: readonly Planned[] }>> {
  return ask('/live/missed', { bearer: key });
}

interface Asking {
  readonly bearer?: string;
  readonly body?: unknown;
}

async function ask<T>(path: string, asking: Asking): Promise<Result<T>> {
  const response = await request(path, asking);
  // A host of plain files answers with a page, or not at all.
  if (!response?.headers.get('Content-Type')?.startsWith('application/json')) {
    return err(response ? NOBODY : UNREACHABLE);
  }
  const value = (await response.json()) as { failure?: Failure };
  return value.failure ? err(inWords(value.failure)) : ok(value as T);
}

async function request(path: string, { bearer, body }: Asking): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    return null;
  }
}

const UNREACHABLE: Failure = {
  code: 'unreachable',
  message: t('The teacher’s machine cannot be reached. Are you on the same network?'),
};
const NOBODY: Failure = {
  code: 'no-server',
  message: t(
    'No class is led from this address. Open the one that stands on the board, or ask your teacher.',
  ),
};
