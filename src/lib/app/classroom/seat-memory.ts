import type { Response } from '../../grading/index.ts';
import type { Confidence } from '../../journal/index.ts';
import type { Vote } from '../../classroom/index.ts';

/** What a phone keeps, to come back to its seat after a reload, or an empty battery. */
export interface KeptSeat {
  /** Of the session’s QR code. */
  readonly secret: string;
  /** The phone’s own. */
  readonly key: string;
  readonly name: string;
}

/** An answer that was given, and of which no acknowledgement has come yet. */
export interface Unsent {
  readonly session: string;
  readonly place: number;
  readonly vote: Vote;
  readonly response: Response;
  readonly confidence: Confidence | null;
}

const SEAT = 'recite-class';
const UNSENT = 'recite-class-unsent';

export const seatMemory = {
  seat: () => read<KeptSeat>(SEAT),
  keepSeat: (seat: KeptSeat) => write(SEAT, seat),
  unsent: () => read<Unsent>(UNSENT),
  keepUnsent: (unsent: Unsent) => write(UNSENT, unsent),
  forgetUnsent: () => write(UNSENT, null),
};

function read<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

function write(name: string, value: KeptSeat | Unsent | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Then it lasts as long as the page.
  }
}
