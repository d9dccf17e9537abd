import type { Question } from '../../bank/index.ts';

export type VerdictWord = 'right' | 'partly' | 'wrong';
export type SourceWord = 'live' | 'paper' | 'qr';
export type ConfidenceWord = 'guess' | 'unsure' | 'sure';

/** What an answer says, part by part. */
export type SaidWords = readonly { readonly text: string; readonly right: boolean }[];

/** A student's row in the grid. */
export interface GridRow {
  readonly id: string;
  readonly name: string;
  readonly share: number | null;
  readonly answered: number;
  readonly namesake: boolean;
  /** One for each question that counts; null: not answered. */
  readonly cells: readonly GridCell[];
}

export type GridCell = { readonly verdict: VerdictWord; readonly several: boolean } | null;

/** An answer in words, to be read beside the key. */
export interface SaidAnswer {
  readonly verdict: VerdictWord;
  readonly said: SaidWords;
}

/** An answer as it is looked at. */
export interface ShownAnswer extends SaidAnswer {
  readonly note: string | undefined;
  readonly confidence: ConfidenceWord | null;
  readonly milliseconds: number | null;
  readonly source: SourceWord;
  /** The first of two votes. */
  readonly first: SaidAnswer | null;
}

/** The words that decide a question, and where the reader finds them. */
export interface ShownPassage {
  readonly document: string;
  readonly heading: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null where the document is not on this device, or says it otherwise by now. */
  readonly cite: {
    readonly paragraph: string;
    readonly start: number;
    readonly end: number;
  } | null;
}

/** What a student answered to a question. */
export interface AnswerShown {
  readonly student: string;
  /** From 1, as the class counted. */
  readonly number: number;
  readonly question: Question;
  readonly passage: ShownPassage;
  /** Null: not answered. */
  readonly answer: ShownAnswer | null;
  /** By other ways; they do not count. */
  readonly others: readonly ShownAnswer[];
}
