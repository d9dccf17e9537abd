import type { Response } from '../../grading/index.ts';
import type { Confidence } from '../../journal/index.ts';
import type { Vote } from '../../classroom/index.ts';
import { isRecord, keep, kept } from '../kept.ts';

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
  seat(): KeptSeat | null {
    const seat = kept(SEAT);
    if (!isRecord(seat)) return null;
    const { secret, key, name } = seat;
    const whole = [secret, key, name].every((text) => typeof text === 'string');
    return whole ? ({ secret, key, name } as KeptSeat) : null;
  },
  keepSeat: (seat: KeptSeat) => keep(SEAT, seat),
  /** Its parts are looked at by whoever takes it: the teacher’s machine. */
  unsent: () => kept(UNSENT) as Unsent | null,
  keepUnsent: (unsent: Unsent) => keep(UNSENT, unsent),
  forgetUnsent: () => keep(UNSENT, null),
};
