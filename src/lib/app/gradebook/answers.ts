import type { Bank, Question } from '../../bank/index.ts';
import type { Document } from '../../document/index.ts';
import type { ClassRecord, Given, SourcedAnswer, Student } from '../../gradebook/index.ts';
import type { AnswerShown, SaidAnswer, ShownAnswer, ShownPassage } from '../../ui/index.ts';
import { saidIn } from '../quiz-table.ts';
import { citeOf } from './heat.ts';

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
