import type { Citation, Document } from '../../document/index.ts';
import { familyOf } from '../faces.ts';
import type { Bank, Question } from '../types.ts';
import type { Lexicon } from './names.ts';
import type { Value } from '../values.ts';

/** Something to mend. */
export interface Problem {
  /** The rule's name, e.g. `quote-exact`. */
  readonly rule: string;
  /** A question's id, or '' where the bank as a whole is meant. */
  readonly question: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

/** A problem before it is known which rule it belongs to. */
export type Finding = Omit<Problem, 'rule'>;

export interface CheckReport {
  readonly questions: number;
  readonly problems: readonly Problem[];
  /** Strategy → the share of choice questions that it answers rightly without knowing anything. */
  readonly blind: Readonly<Record<string, number>>;
  /** What guessing scores: the mean of 1 / options. */
  readonly chance: number;
  /** Paragraphs of the document (or of the part that is checked), and how many a question cites. */
  readonly coverage: { readonly paragraphs: number; readonly cited: number };
  readonly waivers: readonly Waiver[];
}

/** A rule that was not applied to one question, with the written reason. */
export interface Waiver {
  readonly rule: string;
  readonly question: string;
  readonly reason: string;
}

/** One rule of QUESTION-QUALITY, part A. */
export interface Rule {
  /** Stable, kebab-case: waivers hang on it. */
  readonly name: string;
  /** What it asks, in a sentence. */
  readonly about: string;
  /**
   * `question`: judges one question, and can be waived for it.
   * `pair`: judges questions against each other; holds for a part of a bank, cannot be waived.
   * `bank`: judges the whole; left out where only a part is checked, cannot be waived.
   */
  readonly scope: 'question' | 'pair' | 'bank';
  /** It reads English words, so it says nothing about banks in other languages. */
  readonly english?: boolean;
  readonly check: (context: CheckContext) => readonly Finding[];
}

/** A question, read once for all rules. */
export interface Item {
  readonly question: Question;
  /** The prompt without its “…: true or false?”. */
  readonly stem: string;
  readonly stemWords: ReadonlySet<string>;
  readonly stemPhrase: string;
  readonly keys: readonly string[];
  readonly distractors: readonly string[];
  /** The cited words, all citations together. */
  readonly quotes: string;
}

/** A sentence of the document, read once. */
export interface Passage {
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly words: ReadonlySet<string>;
}

export interface CheckContext {
  readonly bank: Bank;
  readonly document: Document;
  readonly items: readonly Item[];
  /** Every card: more than `items` where a question has several. */
  readonly faces: readonly Item[];
  readonly passages: readonly Passage[];
  readonly lexicon: Lexicon;
  readonly values: readonly Value[];
  /** Paragraph id → its section and text. */
  readonly paragraphs: ReadonlyMap<string, { readonly section: string; readonly text: string }>;
  /** Only questions of this section are in the bank. */
  readonly part?: string;
}

/** Every citation of a question: its own, and those of its distractors. */
export function citationsOf(question: Question): Citation[] {
  const places = 'distractors' in question ? question.distractors.map(({ cite }) => cite) : [];
  return [...question.cites, ...places.filter((cite) => cite !== undefined)];
}

/** A rule that looks at one question at a time, in each of its cards. */
export function eachQuestion(
  rule: Pick<Rule, 'name' | 'about' | 'english'>,
  judge: (item: Item, context: CheckContext) => readonly string[],
): Rule {
  return {
    ...rule,
    scope: 'question',
    check: (context) => {
      // What is wrong with two cards of a question alike is told once.
      const found = new Map<string, Finding>();
      for (const item of context.faces) {
        const question = familyOf(item.question);
        for (const message of judge(item, context)) {
          found.set(`${question} ${message}`, { question, message });
        }
      }
      return [...found.values()];
    },
  };
}
