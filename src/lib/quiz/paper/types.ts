import type { QuestionType, Stance } from '../../bank/index.ts';

/** A thing that an answer names by its letter. */
export interface Lettered {
  readonly letter: string;
  readonly text: string;
}

/** How a question is answered on paper. */
export type Form =
  /** Tick a box; `several`: every right one. */
  | { readonly kind: 'tick'; readonly options: readonly Lettered[]; readonly several: boolean }
  /** Fill the gap in the prompt. */
  | { readonly kind: 'gap' }
  /** Write on a line; `unit` stands behind it, '' where there is none. */
  | { readonly kind: 'line'; readonly unit: string }
  /** Number the boxes. */
  | { readonly kind: 'order'; readonly items: readonly Lettered[] }
  /** Write a partner’s letter beside each row. */
  | {
      readonly kind: 'match';
      readonly rows: readonly string[];
      readonly partners: readonly Lettered[];
    }
  /** Write freely, on so many ruled lines. */
  | { readonly kind: 'ruled'; readonly lines: number }
  /** Mark so many of the numbered sentences. */
  | {
      readonly kind: 'sentences';
      readonly paragraphs: readonly (readonly {
        readonly number: number;
        readonly text: string;
      }[])[];
      readonly count: number;
    };

/** A question as one version of the paper has it. */
export interface PaperQuestion {
  /** From 1. */
  readonly number: number;
  readonly id: string;
  readonly type: QuestionType;
  readonly prompt: string;
  readonly form: Form;
  readonly points: number;
}

/** The words that a key rests on, and where they stand. */
export interface KeySource {
  readonly exact: string;
  /** The section’s heading. */
  readonly section: string;
  /** The paragraph’s place in its section, from 1. */
  readonly paragraph: number;
}

export interface KeyEntry {
  readonly number: number;
  readonly id: string;
  readonly prompt: string;
  /** As it is marked on this version: `B`, `A, C`, `A2 B1`, `1B 2A`; '' where words are to be written. */
  readonly mark: string;
  /** The answer in words, one line for each thing to produce. */
  readonly answer: readonly string[];
  /** What counts as right too. */
  readonly accept: readonly string[];
  readonly explanation: string;
  readonly stance: Stance;
  readonly sources: readonly KeySource[];
  readonly points: number;
}

/** One row of the answer sheet. */
export type SheetRow = { readonly number: number } & (
  | { readonly kind: 'bubbles'; readonly letters: readonly string[] }
  /** A little box for each label: a number beside a letter, or a letter beside a number. */
  | { readonly kind: 'boxes'; readonly labels: readonly string[] }
  | { readonly kind: 'line'; readonly unit: string }
  | { readonly kind: 'sentence' }
  /** Too much to write here: it is answered on the paper. */
  | { readonly kind: 'elsewhere' }
);

export const VERSION_NAMES = ['A', 'B', 'C'] as const;
export type VersionName = (typeof VERSION_NAMES)[number];

export interface Version {
  readonly name: VersionName;
  readonly questions: readonly PaperQuestion[];
  readonly key: readonly KeyEntry[];
  readonly rows: readonly SheetRow[];
  /** The answers to the gaps, mixed. */
  readonly words: readonly string[];
}

export interface Paper {
  readonly versions: readonly Version[];
  /** In all; the same for every version. */
  readonly points: number;
}
