import type { LocalDay } from '../primitives/index.ts';

/** What the learner decides about the days: when to study, how much, and for what. */

/** How much a weekday may hold: as ever, about half, or nothing. */
export type EasyDay = 'normal' | 'fewer' | 'none';

/** Local days on which nothing is due, both ends included. */
export interface Break {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** What was overdue on a day, to be worked off in shares over that day and the following ones. */
export interface CatchUp {
  readonly from: LocalDay;
  readonly days: number;
  /** How many cards were overdue when it was begun: what the shares are counted from. */
  readonly cards: number;
}

/** A day on which a part of a bank is to be known. */
export interface Exam {
  readonly bank: string;
  /** The day of the exam itself; the last day of study is the one before. */
  readonly day: LocalDay;
  /** The share of the questions to be recalled on that day, in (0, 1). */
  readonly target: number;
  /** Section addresses; empty means all. */
  readonly sections: readonly string[];
}

/** New cards as the text has them, or mixed. */
export type NewOrder = 'text' | 'mixed';

/** Reviews with those most at risk first, section by section, or mixed. */
export type ReviewOrder = 'risk' | 'section' | 'random';

/** What becomes of a card that is forgotten again and again. */
export type LeechAction = 'tell' | 'suspend';
