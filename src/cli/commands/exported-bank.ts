import { z } from 'zod';
import { err, ok, type Result } from '../../lib/primitives/index.ts';
import type { Citation } from '../../lib/document/index.ts';
import {
  LEVELS,
  QUESTION_TYPES,
  STANCES,
  type Bank,
  type Question,
  type Tag,
} from '../../lib/bank/index.ts';
import type { Problem } from '../../lib/bank/check/index.ts';

/** The shape that `bank export` prints. Fields that are new in a later version are passed over. */
const citation = z.object({
  document: z.string(),
  section: z.string(),
  paragraph: z.string(),
  exact: z.string(),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
  start: z.int().min(0),
  end: z.int().min(0),
});
const question = z.object({
  id: z.string().min(1),
  type: z.enum(QUESTION_TYPES),
  prompt: z.string(),
  answers: z.array(z.string()),
  distractors: z.array(z.string()).default([]),
  explanation: z.string().default(''),
  stance: z.enum(STANCES),
  level: z.enum(LEVELS),
  tags: z.array(z.string()).default([]),
  cites: z.array(citation).default([]),
  signoff: z.string().optional(),
  waive: z.record(z.string(), z.string()).default({}),
  gaps: z
    .array(
      z.object({
        number: z.int(),
        prompt: z.string(),
        answer: z.string(),
        accept: z.array(z.string()),
      }),
    )
    .optional(),
  reverse: z.string().optional(),
});
const exported = z.object({
  document: z.object({
    id: z.string(),
    title: z.string(),
    language: z.string().default('en'),
    sections: z.array(
      z.object({
        id: z.string(),
        heading: z.string(),
        paragraphs: z.array(z.object({ id: z.string(), text: z.string() })),
      }),
    ),
  }),
  questions: z.array(question),
});

type ExportedQuestion = z.output<typeof question>;

/** A bank read back, and what could not become a question of it. */
export interface ReadBack {
  readonly bank: Bank;
  readonly problems: readonly Problem[];
}

/**
 * A bank as `bank export` prints it (or a list of them), read back. Such a file lacks why a
 * distractor is wrong, the unit and tolerance of a number, and what a question requires: they are
 * empty.
 *
 * @param id the bank's name, where there is one bank
 * @returns why the value is no bank, in one line
 */
export function readExported(value: unknown, id: string): Result<ReadBack[], string> {
  const banks: ReadBack[] = [];
  for (const [index, one] of (Array.isArray(value) ? value : [value]).entries()) {
    const result = exported.safeParse(one);
    if (!result.success) {
      const issue = result.error.issues[0]!;
      const where = [...(Array.isArray(value) ? [index] : []), ...issue.path].join('.');
      return err(`not a bank as “bank export” prints it: ${where || 'the file'}: ${issue.message}`);
    }
    banks.push(readBack(result.data, Array.isArray(value) ? `${id}-${index + 1}` : id));
  }
  return banks.length > 0 ? ok(banks) : err('there is no bank in it: the list is empty');
}

function readBack({ document, questions }: z.output<typeof exported>, id: string): ReadBack {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const read = questions.flatMap((source) => {
    const report = (rule: string, message: string) =>
      problems.push({ rule, question: source.id, message });
    if (seen.has(source.id)) {
      report('source', 'The id is used twice. Give each question its own.');
      return [];
    }
    seen.add(source.id);
    const [first, ...rest] = source.cites;
    if (!first) {
      report('quote-exact', 'It cites nothing. Cite the passage that the key rests on.');
      return [];
    }
    const made = makeQuestion(source, [first, ...rest], report);
    return made ? [made] : [];
  });
  return { bank: { id, document, questions: read }, problems };
}

function makeQuestion(
  source: ExportedQuestion,
  cites: readonly [Citation, ...Citation[]],
  report: (rule: string, message: string) => void,
): Question | undefined {
  const { id, prompt, explanation, stance, level, waive, signoff, answers } = source;
  const base = {
    ...{ id, prompt, explanation, stance, level, waive, cites },
    tags: source.tags as Tag[],
    requires: [],
    ...(signoff === undefined ? {} : { signoff }),
  };
  const distractors = source.distractors.map((text) => ({ text, why: '' }));
  const [answer, ...accept] = answers;
  if (source.type === 'evidence') return { ...base, type: 'evidence' };
  if (answer === undefined) {
    report('one-key', 'It has no key. Give the right answer.');
    return undefined;
  }
  switch (source.type) {
    case 'open':
    case 'choice':
      if (accept.length > 0) {
        report('one-key', `It has ${answers.length} keys. Leave one, or make it a multi-select.`);
      }
      return source.type === 'open'
        ? { ...base, type: 'open', answer }
        : { ...base, type: 'choice', answer, distractors };
    case 'multi':
      return { ...base, type: 'multi', answers, distractors };
    case 'truefalse':
      if (/^(?:true|false)$/.test(answer)) {
        return { ...base, type: 'truefalse', answer: answer === 'true' };
      }
      report('one-key', `Its answer is “${answer}”. Write true or false.`);
      return undefined;
    case 'cloze':
      return { ...base, type: 'cloze', answer, accept, ...(source.gaps && { gaps: source.gaps }) };
    case 'short':
      return { ...base, type: 'short', answer, accept };
    case 'number':
      if (answer.trim() !== '' && Number.isFinite(Number(answer))) {
        return { ...base, type: 'number', answer: Number(answer), unit: '', tolerance: 0 };
      }
      report('one-key', `Its answer is “${answer}”, which is no number.`);
      return undefined;
    case 'order':
      return { ...base, type: 'order', items: answers };
    case 'match': {
      const pairs = answers.map((pair) => {
        const [left = '', right = ''] = pair.split(' → ');
        return { left, right };
      });
      const { reverse } = source;
      return { ...base, type: 'match', pairs, ...(reverse !== undefined && { reverse }) };
    }
  }
}
