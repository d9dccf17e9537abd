import type { Instant } from '../primitives/index.ts';
import type { Response, Verdict } from '../grading/index.ts';
import type { Confidence } from '../journal/index.ts';
import type { Marker, Planned, Seat, Settings, Vote } from './types.ts';

/** What happened, before it has its number and its time. */
export type Happening =
  | {
      readonly kind: 'created';
      readonly session: string;
      readonly settings: Settings;
      readonly plan: readonly Planned[];
    }
  | {
      readonly kind: 'joined';
      readonly seat: string;
      readonly key: string;
      readonly name: string;
      readonly status: 'waiting' | 'in';
    }
  | { readonly kind: 'named'; readonly seat: string; readonly name: string }
  | { readonly kind: 'admitted'; readonly seat: string; readonly status: Seat['status'] }
  /** The student of `seat` goes on with another phone, which had come in as `from`. */
  | { readonly kind: 'moved'; readonly seat: string; readonly from: string }
  | { readonly kind: 'teamed'; readonly seat: string; readonly team: number | null }
  | { readonly kind: 'timed'; readonly seat: string; readonly factor: number }
  | { readonly kind: 'locked'; readonly locked: boolean }
  | {
      readonly kind: 'opened';
      readonly place: number;
      readonly vote: Vote;
      /** Of the order of its options. Made afresh, that none can be foreseen from those before. */
      readonly seed: string;
    }
  | {
      readonly kind: 'answered';
      readonly seat: string;
      readonly place: number;
      readonly vote: Vote;
      readonly response: Response;
      readonly confidence: Confidence | null;
    }
  /** What written answers are worth: one’s own, or all that say the same. */
  | {
      readonly kind: 'marked';
      readonly seats: readonly string[];
      readonly place: number;
      readonly vote: Vote;
      readonly verdict: Verdict;
      readonly by: Marker;
    }
  /** Written answers on the board, without names: all of them that it shows. */
  | { readonly kind: 'shown'; readonly texts: readonly string[] }
  | { readonly kind: 'closed' }
  | { readonly kind: 'discussed' }
  | { readonly kind: 'revealed' }
  /** All look at a question whose key was shown before. */
  | { readonly kind: 'looked'; readonly place: number }
  | { readonly kind: 'standings'; readonly shown: boolean }
  | { readonly kind: 'paused'; readonly paused: boolean }
  | { readonly kind: 'ended' };

/**
 * One line of a session's log, never changed. `n` counts from 1 without gaps: whatever comes again is
 * known by it.
 */
export type LiveEvent = Happening & { readonly n: number; readonly at: Instant };
