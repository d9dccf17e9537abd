import type { QuestionType, Stance } from '../../bank/index.ts';
import { t } from '../../language/index.ts';

/** What comes on paper, as the quiz room makes it. */
interface Lettered {
  readonly letter: string;
  readonly text: string;
}

export type PrintedForm =
  | { readonly kind: 'tick'; readonly options: readonly Lettered[]; readonly several: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'line'; readonly unit: string }
  | { readonly kind: 'order'; readonly items: readonly Lettered[] }
  | {
      readonly kind: 'match';
      readonly rows: readonly string[];
      readonly partners: readonly Lettered[];
    }
  | { readonly kind: 'ruled'; readonly lines: number }
  | {
      readonly kind: 'sentences';
      readonly paragraphs: readonly (readonly {
        readonly number: number;
        readonly text: string;
      }[])[];
      readonly count: number;
    };

export interface PrintedQuestion {
  readonly number: number;
  readonly type: QuestionType;
  readonly prompt: string;
  readonly form: PrintedForm;
  readonly points: number;
}

interface Quoted {
  readonly exact: string;
  readonly section: string;
  readonly paragraph: number;
}

export interface PrintedKey {
  readonly number: number;
  readonly prompt: string;
  readonly mark: string;
  readonly answer: readonly string[];
  readonly accept: readonly string[];
  readonly explanation: string;
  readonly stance: Stance;
  readonly sources: readonly Quoted[];
  readonly points: number;
}

export type PrintedRow = { readonly number: number } & (
  | { readonly kind: 'bubbles'; readonly letters: readonly string[] }
  | { readonly kind: 'boxes'; readonly labels: readonly string[] }
  | { readonly kind: 'line'; readonly unit: string }
  | { readonly kind: 'sentence' }
  | { readonly kind: 'elsewhere' }
);

export interface PrintedVersion {
  readonly name: string;
  readonly questions: readonly PrintedQuestion[];
  readonly key: readonly PrintedKey[];
  readonly rows: readonly PrintedRow[];
  readonly words: readonly string[];
}

export interface PrintedCard {
  readonly id: string;
  readonly number: number;
  readonly type: QuestionType;
  readonly section: string;
  readonly prompt: string;
  readonly options: readonly Lettered[];
  readonly rows: readonly string[];
  readonly partners: readonly string[];
  readonly answer: readonly (Lettered & { readonly left?: string })[];
  readonly stance: Stance;
  readonly source: Quoted | null;
}

export type PaperSize = 'a4' | 'letter';
export type PaperText = 'small' | 'normal' | 'large';

/** How it is printed, whatever it asks. */
export interface PaperLook {
  readonly size: PaperSize;
  readonly text: PaperText;
  readonly versions: 1 | 2 | 3;
  /** Lines for name, class and date. */
  readonly names: boolean;
  readonly points: boolean;
  /** The words for the gaps, on the first page. */
  readonly words: boolean;
  readonly sheet: boolean;
  readonly key: boolean;
  /** Along which edge the printer turns the sheet. */
  readonly edge: 'long' | 'short';
}

/** What stands on every sheet. */
export interface PaperHead {
  readonly title: string;
  /** The name of the document. */
  readonly document: string;
  readonly language: string;
  /** By which the same paper can be made again. */
  readonly code: string;
}

/** How the document puts its statement forward, in words. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  fact: t('stated as fact'),
  claim: t('the document’s claim'),
  opinion: t('the document’s opinion'),
  forecast: t('the document’s forecast'),
};
