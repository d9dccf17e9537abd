/** What this device remembers of its learner's first sessions. Not in the journal: it is about hints. */
const KEY = 'recite-beginnings';

/** How many answers make a visit to Study a session, if it was not finished. */
const ENOUGH = 3;

/** After how many finished sessions installing is offered: who comes back will come again. */
const SESSIONS_BEFORE_INSTALLING = 2;
/** An app on an iPhone's home screen begins anew, so there it is offered while there is little to lose. */
const SESSIONS_BEFORE_INSTALLING_ANEW = 1;

export interface Beginnings {
  /** Sessions with answers, finished or not. */
  readonly begun: number;
  /** Of these, those that were answered to the end. */
  readonly finished: number;
  /** The second session has taught its one thing. */
  readonly taught: boolean;
  /** Installing was declined: it is not offered again, but stays in Settings. */
  readonly declined: boolean;
}

/** Where it is remembered; undefined where the browser refuses it, as in some private windows. */
export type DeviceMemory = Pick<Storage, 'getItem' | 'setItem'> | undefined;

const NONE: Beginnings = { begun: 0, finished: 0, taught: false, declined: false };

/** This browser's memory, where it has one. */
export function deviceMemory(): DeviceMemory {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

export function readBeginnings(memory: DeviceMemory): Beginnings {
  try {
    return { ...NONE, ...(JSON.parse(memory?.getItem(KEY) ?? '{}') as Partial<Beginnings>) };
  } catch {
    return NONE;
  }
}

export function noteBeginnings(memory: DeviceMemory, changes: Partial<Beginnings>): void {
  try {
    memory?.setItem(KEY, JSON.stringify({ ...readBeginnings(memory), ...changes }));
  } catch {
    // Full or refused: it is then said once more.
  }
}

/** Where a session is: `StudySession` is one. */
export interface SessionSoFar {
  readonly answered: number;
  readonly phase: string;
}

/** Counts sessions, each once, also where it goes on after an Undo. */
export class SessionCount {
  readonly #begun = new WeakSet<object>();
  readonly #finished = new WeakSet<object>();

  note(memory: DeviceMemory, session: SessionSoFar): void {
    const finished = session.phase === 'done' && session.answered > 0;
    const { begun, finished: before } = readBeginnings(memory);
    if ((finished || session.answered >= ENOUGH) && !this.#begun.has(session)) {
      this.#begun.add(session);
      noteBeginnings(memory, { begun: begun + 1 });
    }
    if (finished && !this.#finished.has(session)) {
      this.#finished.add(session);
      noteBeginnings(memory, { finished: before + 1 });
    }
  }
}

/** The sessions of this page. */
export const sessionCount = new SessionCount();

/** The one thing that the second session teaches; null at any other time. */
export type Lesson = 'grades' | 'sources' | null;

/**
 * What a session that opens now is to teach: what the four grades mean, for who takes Hard for
 * “forgotten” sees every card too late. With two grades there is nothing to confuse, so then it is
 * that each answer can be read where it stands.
 *
 * @param grades how many grades there are to choose from
 */
export function lessonOf({ begun, taught }: Beginnings, grades: 2 | 4): Lesson {
  if (begun !== 1 || taught) return null;
  return grades === 4 ? 'grades' : 'sources';
}

/** How Recite can be put on the home screen: the browser asks, or the person is told how. */
export type InstallWay = 'prompt' | 'ios' | null;

/** What the browser shows of itself. */
export interface BrowserLook {
  /** It would ask, if it was told to. */
  readonly prompts: boolean;
  /** Recite runs as an app already. */
  readonly standalone: boolean;
  /** `navigator.standalone`: only the browsers of iPhones and iPads have it. */
  readonly iosStandalone: boolean | undefined;
}

/** Null where it is installed, or cannot be. */
export function installWay(look: BrowserLook): InstallWay {
  if (look.standalone || look.iosStandalone) return null;
  if (look.prompts) return 'prompt';
  return look.iosStandalone === false ? 'ios' : null;
}

/** Whether it is time to offer it. */
export function offersInstalling({ finished, declined }: Beginnings, way: InstallWay): boolean {
  if (way === null || declined) return false;
  const enough = way === 'ios' ? SESSIONS_BEFORE_INSTALLING_ANEW : SESSIONS_BEFORE_INSTALLING;
  return finished >= enough;
}
