import type { Citation, Document } from '../document/index.ts';

export const QUESTION_TYPES = [
  'open',
  'choice',
  'multi',
  'truefalse',
  'cloze',
  'short',
  'number',
  'order',
  'match',
  'evidence',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** How the document puts its statement forward. */
export const STANCES = ['fact', 'claim', 'opinion', 'forecast'] as const;
export type Stance = (typeof STANCES)[number];

/** After Bloom's taxonomy as revised by Anderson and Krathwohl (2001). */
export const LEVELS = ['remember', 'understand', 'analyse', 'evaluate'] as const;
export type Level = (typeof LEVELS)[number];

export const TAGS = [
  'people',
  'organisations',
  'places',
  'chronology',
  'figures',
  'causes',
  'consequences',
  'policy',
  'evidence',
  'argument',
  'forecasts',
] as const;
export type Tag = (typeof TAGS)[number];

/** What stands for the gap in the prompt of a cloze. */
export const BLANK = '____';

/** A wrong option, and why it is wrong. */
export interface Distractor {
  readonly text: string;
  readonly why: string;
  /** Where the document says it of something else. */
  readonly cite?: Citation;
}

interface QuestionBase {
  /** Unique within the bank and never renamed: the learner's history hangs on it. */
  readonly id: string;
  readonly prompt: string;
  readonly explanation: string;
  readonly stance: Stance;
  readonly level: Level;
  readonly tags: readonly Tag[];
  /** At least one; the first is the passage that the key rests on. */
  readonly cites: readonly [Citation, ...Citation[]];
  /** Ids of questions that this one builds on. */
  readonly requires: readonly string[];
  /** A reviewer's sign-off of a key whose words differ from its passage. */
  readonly signoff?: string;
  /** Rule name → written reason for not applying it to this question. */
  readonly waive: Readonly<Record<string, string>>;
  /** On every card of a question that has several: the question's id. Its cards are siblings. */
  readonly family?: string;
}

export interface OpenQuestion extends QuestionBase {
  readonly type: 'open';
  readonly answer: string;
}
export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'choice';
  readonly answer: string;
  readonly distractors: readonly Distractor[];
}
export interface MultiQuestion extends QuestionBase {
  readonly type: 'multi';
  readonly answers: readonly string[];
  readonly distractors: readonly Distractor[];
}
export interface TrueFalseQuestion extends QuestionBase {
  readonly type: 'truefalse';
  readonly answer: boolean;
}
export interface ClozeQuestion extends QuestionBase {
  readonly type: 'cloze';
  readonly answer: string;
  readonly accept: readonly string[];
  /** The sentence's further gaps, each a card of its own: the prompt has only that one open. */
  readonly gaps?: readonly Gap[];
}
export interface Gap {
  /** The author's; its card is known by it. The first gap, 1, is the question's own. */
  readonly number: number;
  readonly prompt: string;
  readonly answer: string;
  readonly accept: readonly string[];
}
export interface ShortQuestion extends QuestionBase {
  readonly type: 'short';
  readonly answer: string;
  readonly accept: readonly string[];
}
export interface NumberQuestion extends QuestionBase {
  readonly type: 'number';
  readonly answer: number;
  readonly unit: string;
  /** The answer is right within plus or minus this much. */
  readonly tolerance: number;
}
export interface OrderQuestion extends QuestionBase {
  readonly type: 'order';
  /** In their right order. */
  readonly items: readonly string[];
}
export interface MatchQuestion extends QuestionBase {
  readonly type: 'match';
  readonly pairs: readonly { readonly left: string; readonly right: string }[];
  /** Asks for the left of each pair, given the right: where it is written, that is a second card. */
  readonly reverse?: string;
  /** The partners are to be named from memory, not to be found in a list. */
  readonly recall?: true;
}
export interface EvidenceQuestion extends QuestionBase {
  readonly type: 'evidence';
  /** The whole sentences that hold the cited words, where it is asked by pointing them out. */
  readonly passages?: readonly Pick<Citation, 'paragraph' | 'start' | 'end'>[];
}

export type Question =
  | OpenQuestion
  | ChoiceQuestion
  | MultiQuestion
  | TrueFalseQuestion
  | ClozeQuestion
  | ShortQuestion
  | NumberQuestion
  | OrderQuestion
  | MatchQuestion
  | EvidenceQuestion;

/** A document and the questions about it. */
export interface Bank {
  /** The bank's own name, e.g. `mexico-cartels`: unlike the document's id it outlives a new version. */
  readonly id: string;
  readonly document: Document;
  readonly questions: readonly Question[];
  /**
   * Question → those whose key its stem holds: they do not meet in one quiz (rule 13 of the
   * checker, which finds them). Absent where nobody looked.
   */
  readonly apart?: Readonly<Record<string, readonly string[]>>;
}
