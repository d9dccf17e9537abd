import type { Bank, Question } from '../../bank/index.ts';
import type { Document } from '../../document/index.ts';
import type { Passage } from '../../classroom/index.ts';
import type { Confidence } from '../../journal/index.ts';
import type { ClassRecord, Given, SourcedAnswer, Source, Student } from '../../gradebook/index.ts';
import { saidIn, type Said } from '../quiz-table.ts';
import { citeOf, type HeatPlace } from './heat.ts';

/** An answer in words, to be read beside the key. */
export interface SaidAnswer {
  readonly verdict: Given['grade']['verdict'];
  readonly said: readonly Said[];
}

export interface ShownAnswer extends SaidAnswer {
  readonly note: string | undefined;
  readonly confidence: Confidence | null;
  readonly milliseconds: number | null;
  readonly source: Source;
  /** The first of two votes. */
  readonly first: SaidAnswer | null;
}

/** The words that decide a question, and where the reader has them. */
export interface ShownPassage extends Passage {
  readonly cite: HeatPlace['cite'];
}

/** What a student answered to a question. */
export interface AnswerShown {
  readonly student: string;
  /** From 1. */
  readonly number: number;
  readonly question: Question;
  readonly passage: ShownPassage;
  /** Null: not answered. */
  readonly answer: ShownAnswer | null;
  /** By other ways; they do not count. */
  readonly others: readonly ShownAnswer[];
}

export function shownAnswer(
  record: ClassRecord,
  { name, answers }: Student,
  place: number,
  bank: Bank | null,
): AnswerShown {
  const { question } = record.plan[place]!;
  const answer = answers[place] ?? null;
  return {
    student: name,
    number: place + 1,
    question,
    passage: shownPassage(record, place, bank),
    answer: answer && shown(question, answer),
    others: answer?.others.map((other) => shown(question, other)) ?? [],
  };
}

/** @param bank what is studied on this device: only into its document can be led */
export function shownPassage(record: ClassRecord, place: number, bank: Bank | null): ShownPassage {
  const planned = record.plan[place]!;
  const document = bank?.id === planned.bank ? bank.document : null;
  return { ...planned.passage, cite: citeOf(record, place, document) };
}

function shown(question: Question, answer: SourcedAnswer): ShownAnswer {
  const { grade, confidence, elapsed, source, first } = answer;
  return {
    ...saidAnswer(question, answer),
    note: grade.verdict === 'right' ? undefined : grade.note,
    confidence,
    milliseconds: elapsed,
    source,
    first: first && saidAnswer(question, first),
  };
}

/** Responses about places in a document are not asked of a class. */
const NO_DOCUMENT = { sections: [] } as unknown as Document;

export function saidAnswer(
  question: Question,
  { response, grade }: Pick<Given, 'response' | 'grade'>,
): SaidAnswer {
  const right = grade.verdict === 'right';
  const said = saidIn(question, response, NO_DOCUMENT);
  return { verdict: grade.verdict, said: right ? said.map((one) => ({ ...one, right })) : said };
}
