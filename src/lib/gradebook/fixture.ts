import type { Citation } from '../document/index.ts';
import type { LiveQuestion, Planned } from '../classroom/index.ts';
import { gradedSheet, type Ungraded } from './sheets.ts';
import type { ClassRecord, Sheet, Source } from './types.ts';

const CITE: Citation = {
  document: 'd',
  section: 's',
  paragraph: 's-1',
  exact: 'the quote',
  prefix: '',
  suffix: '',
  start: 4,
  end: 13,
};

function planned(own: { readonly id: string; readonly prompt: string }, at: number): Planned {
  const question = {
    explanation: 'Because.',
    stance: 'fact',
    level: 'remember',
    tags: [],
    cites: [{ ...CITE, paragraph: `s-${at}` }],
    requires: [],
    waive: {},
    ...own,
  } as unknown as LiveQuestion;
  const place = { document: 'A text', section: 's', heading: 'One', paragraph: `s-${at}` };
  return { bank: 'b', question, passage: { ...place, text: 'See the quote', start: 4, end: 13 } };
}

const why = (text: string) => ({ text, why: `Not ${text}.` });

/** Three questions of different types. */
export const PLAN: readonly Planned[] = [
  {
    id: 'way',
    type: 'choice',
    prompt: 'Which way?',
    answer: 'Right',
    distractors: [why('Left'), why('Up')],
  },
  { id: 'flat', type: 'truefalse', prompt: 'The earth is flat.', answer: false },
  {
    id: 'which',
    type: 'multi',
    prompt: 'Which two?',
    answers: ['One', 'Two'],
    distractors: [why('Three')],
  },
].map(planned);

export const RIGHT: readonly Ungraded[] = [
  { response: { kind: 'option', text: 'Right' } },
  { response: { kind: 'truth', value: false } },
  { response: { kind: 'options', texts: ['One', 'Two'] } },
];
export const WRONG: readonly Ungraded[] = [
  { response: { kind: 'option', text: 'Left' } },
  { response: { kind: 'truth', value: true } },
  { response: { kind: 'options', texts: ['Three'] } },
];

/** @param marks one letter a question: `r` right, `w` wrong, `-` not answered */
export function sheet(source: Source, id: string, name: string, marks: string): Sheet {
  const answers = [...marks].map((mark, at) =>
    mark === '-' ? null : (mark === 'r' ? RIGHT : WRONG)[at]!,
  );
  return gradedSheet({ source, id: `${source}/${id}`, name, at: 1000 }, PLAN, answers);
}

export function record(...sheets: readonly Sheet[]): ClassRecord {
  return { id: 'record', title: 'Class 4', at: 1000, plan: PLAN, sheets };
}

/** What a student’s row shows, as letters. */
export function marksOf(answers: readonly ({ grade: { verdict: string } } | null)[]): string {
  return answers.map((answer) => answer?.grade.verdict[0] ?? '-').join('');
}
