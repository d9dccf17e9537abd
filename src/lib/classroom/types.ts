import type { Instant } from '../primitives/index.ts';
import type { Question } from '../bank/index.ts';
import type { Grade, Response } from '../grading/index.ts';
import type { Confidence } from '../journal/index.ts';

/**
 * A question that a phone can show without having the document. All but the open ones are graded by the
 * host; those are marked once their answer is shown, by the teacher or by who wrote it.
 */
export type LiveQuestion = Exclude<Question, { readonly type: 'evidence' }>;

/** The words that decide a question, in their paragraph: phones may not have the document. */
export interface Passage {
  readonly document: string;
  /** The section's address, and what stands above it. */
  readonly section: string;
  readonly heading: string;
  readonly paragraph: string;
  /** The paragraph, or what is near the quote of a long one. */
  readonly text: string;
  /** UTF-16 offsets of the quote within `text`, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** BCP 47, of the document and its questions; English where a log of before does not say it. */
  readonly language?: string;
}

export interface Planned {
  /** The bank's name, so that a phone can keep the question as a card. */
  readonly bank: string;
  readonly question: LiveQuestion;
  readonly passage: Passage;
}

/** How students come by their names. */
export const NAMINGS = ['typed', 'generated', 'roster'] as const;
/** Question by question, the teacher leading; or each at their own speed. */
export const PACES = ['together', 'self'] as const;

export interface Settings {
  readonly title: string;
  readonly names: (typeof NAMINGS)[number];
  /** Names to choose from; empty unless `names` is `roster`. */
  readonly roster: readonly string[];
  readonly pace: (typeof PACES)[number];
  /** Milliseconds for each question; null, the default: no clock. */
  readonly limit: number | null;
  /** Whether a quicker right answer is worth more. Off by default. */
  readonly speed: boolean;
  /** Whether students say how sure they are. */
  readonly confidence: boolean;
  /** Names of teams; empty: none. */
  readonly teams: readonly string[];
  /** Of the names that are given, BCP 47; absent where an earlier version wrote it: English. */
  readonly language?: string;
  /**
   * The teacher’s public key, in base 32: what a phone hands in as a QR code, should the connection die
   * for good, is sealed to it. Absent where the session was begun without one.
   */
  readonly resultKey?: string;
}

export const PLAIN: Settings = {
  title: '',
  names: 'typed',
  roster: [],
  pace: 'together',
  limit: null,
  speed: false,
  confidence: false,
  teams: [],
};

/**
 * lobby → asking → closed → revealed → asking … → ended. From `closed` the class may discuss what
 * nobody has been told yet, and vote again: closed → discussing → asking, the second vote.
 */
export const PHASES = ['lobby', 'asking', 'closed', 'discussing', 'revealed', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

export type Vote = 1 | 2;

export interface Seat {
  readonly id: string;
  /** Hash of the secret that the phone holds; who has it is this student. */
  readonly key: string;
  readonly name: string;
  /** `waiting` for the teacher's nod; `removed` may be let in again. */
  readonly status: 'waiting' | 'in' | 'removed';
  /** Index into the settings' teams. */
  readonly team: number | null;
  /** How many times the usual time this student has. Private. */
  readonly factor: number;
  readonly joined: Instant;
}

/** An answer that stands. */
export interface Answer {
  readonly response: Response;
  readonly confidence: Confidence | null;
  readonly at: Instant;
  /** Milliseconds since its question opened, without pauses. */
  readonly elapsed: number;
  readonly grade: Grade;
  /**
   * Who marked it: the answer to an open question is worth what this person says, and nothing before.
   * Null: nobody has, or the host graded it by its key.
   */
  readonly marker: Marker | null;
}

/** The teacher’s mark stands, whatever the student says. */
export const MARKERS = ['self', 'teacher'] as const;
export type Marker = (typeof MARKERS)[number];

/** A session as its log tells it. The fold owns it and changes it in place; all others only read. */
export interface Session {
  /** How many events are folded into it. */
  n: number;
  id: string;
  settings: Settings;
  plan: readonly Planned[];
  phase: Phase;
  /**
   * Which question of the plan; -1 before the first. With `self`, 0 while all of them are asked, and
   * after them -1, until one is looked at.
   */
  place: number;
  vote: Vote;
  /** Place → seed of the order in which its options are shown. */
  readonly seeds: Map<number, string>;
  /** When the vote opened; null unless `asking`. */
  opened: Instant | null;
  /** Since when it stands still; null: it does not. */
  paused: Instant | null;
  /** Milliseconds that the open vote has stood still. */
  stood: number;
  locked: boolean;
  /** The board may say who stands where: only since the teacher has asked for it. */
  standings: boolean;
  /** Places whose key was shown. */
  readonly revealed: Set<number>;
  /** Written answers to the question on screen that the teacher shows on the board, as first written. */
  shown: readonly string[];
  /** In the order of their coming. */
  readonly seats: Map<string, Seat>;
  /** Vote (see `voteName`) → seat → answer. */
  readonly answers: Map<string, Map<string, Answer>>;
}
