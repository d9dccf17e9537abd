import { describe } from '../document/anchor/index.ts';
import { findParagraph, type Document } from '../document/index.ts';
import { familyOf } from './faces.ts';
import { BLANK, type Bank, type Question } from './types.ts';

/** The types in which learners write questions of their own. */
const OWN_TYPES = ['open', 'cloze', 'short'] as const;

/** A question that the learner wrote, as the journal keeps it. */
export interface OwnQuestion {
  readonly type: (typeof OWN_TYPES)[number];
  readonly prompt: string;
  readonly answer: string;
  /** What is right as well; empty for an open question. */
  readonly accept: readonly string[];
  /** May be empty. */
  readonly explanation: string;
  /** Where the answer stands: UTF-16 offsets into the paragraph's text, end exclusive. */
  readonly cite: {
    readonly paragraph: string;
    readonly start: number;
    readonly end: number;
    readonly exact: string;
  };
}

const OWN = 'own-';

/** The id of a new question of the learner's own. */
export function ownId(uuid: string): string {
  return OWN + uuid;
}

/** Whether a question was written by the learner. */
export function isOwn({ id }: Pick<Question, 'id'>): boolean {
  return id.startsWith(OWN);
}

/** Whether something is such a question: it may come from another device, or another version. */
export function isOwnQuestion(value: unknown): value is OwnQuestion {
  const { type, prompt, answer, accept, explanation, cite } = (value ?? {}) as Partial<OwnQuestion>;
  return (
    OWN_TYPES.some((known) => known === type) &&
    isText(prompt) &&
    isText(answer) &&
    typeof explanation === 'string' &&
    Array.isArray(accept) &&
    accept.every(isText) &&
    (type !== 'cloze' || prompt.split(BLANK).length === 2) &&
    isText(cite?.paragraph) &&
    isText(cite.exact) &&
    Number.isInteger(cite.start) &&
    Number.isInteger(cite.end)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/**
 * The question as a bank has its own.
 *
 * @returns null where its words do not stand in the document (any more)
 */
export function ownQuestion(document: Document, id: string, own: OwnQuestion): Question | null {
  const { paragraph, start, exact } = own.cite;
  const text = findParagraph(document, paragraph)?.paragraph.text ?? '';
  const at = text.startsWith(exact, start) ? start : text.indexOf(exact);
  const cite = describe(document, { paragraph, start: at, end: at + exact.length });
  if (!cite) return null;
  const { type, prompt, answer, accept, explanation } = own;
  const asked = { id, prompt, answer, explanation, cites: [cite] as const };
  const rest = { stance: 'fact', level: 'remember', tags: [], requires: [], waive: {} } as const;
  return type === 'open' ? { ...asked, ...rest, type } : { ...asked, ...rest, type, accept };
}

/** The bank with the learner's own questions in it, each after the others on its paragraph. */
export function withOwn(bank: Bank, own: readonly Question[]): Bank {
  if (own.length === 0) return bank;
  const order = new Map(
    bank.document.sections
      .flatMap(({ paragraphs }) => paragraphs)
      .map(({ id }, index) => [id, index] as const),
  );
  const place = (question: Question) => order.get(question.cites[0].paragraph) ?? Infinity;
  const questions = [...bank.questions];
  for (const question of own) {
    const last = questions.findLastIndex((other) => place(other) <= place(question));
    const family = questions[last] && familyOf(questions[last]);
    // Siblings stay together.
    let at = last + 1;
    while (questions[at] && familyOf(questions[at]!) === family) at++;
    questions.splice(at, 0, question);
  }
  return { ...bank, questions };
}
