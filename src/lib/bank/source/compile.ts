import { isNode, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import { err, ok, type Result } from '../../primitives/index.ts';
import type { Citation, Document } from '../../document/index.ts';
import { describe } from '../../document/anchor/index.ts';
import { BLANK, type Bank, type Distractor, type Question } from '../types.ts';
import { bankSource, type CiteSource, type QuestionSource } from './schema.ts';

/** One bank as a person wrote it. */
export interface SourceFile {
  /** How messages name it, e.g. `questions/mexico-cartels/history.yaml`. */
  readonly name: string;
  readonly text: string;
}

/** What is wrong, and where to mend it. */
export interface SourceProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** `file:line: message`, the form that editors and terminals make clickable. */
export function formatSourceProblem({ file, line, message }: SourceProblem): string {
  return `${file}:${line}: ${message}`;
}

/**
 * Compiles the banks of a document: parses the YAML, validates it, resolves every citation and
 * proves ids unique and prerequisites known.
 *
 * @returns the bank, or every problem found (never only the first)
 */
export function compileBank(
  id: string,
  document: Document,
  files: readonly SourceFile[],
): Result<Bank, readonly SourceProblem[]> {
  const problems: SourceProblem[] = [];
  const seen = new Map<string, string>();
  const requirements: { id: string; report: (message: string) => void }[] = [];
  const questions: Question[] = [];

  for (const file of files) {
    const parsed = parseFile(file, problems);
    if (!parsed) continue;
    const { source, lineOf } = parsed;
    const report = (path: Path, message: string) =>
      problems.push({ file: file.name, line: lineOf(path), message });
    if (!document.sections.some((section) => section.id === source.section)) {
      report(['section'], `the document has no section “${source.section}”`);
    }
    for (const [index, question] of source.questions.entries()) {
      const path = ['questions', index];
      const first = seen.get(question.id);
      if (first) {
        report([...path, 'id'], `double id “${question.id}”: it is already used at ${first}`);
        continue;
      }
      seen.set(question.id, `${file.name}:${lineOf([...path, 'id'])}`);
      for (const [at, required] of question.requires.entries()) {
        requirements.push({
          id: required,
          report: (message) => report([...path, 'requires', at], message),
        });
      }
      const compiled = compileQuestion(document, question, (at, message) =>
        report([...path, ...at], `question “${question.id}”: ${message}`),
      );
      if (compiled) questions.push(compiled);
    }
  }
  for (const required of requirements) {
    if (!seen.has(required.id)) {
      required.report(
        `requires “${required.id}”, which no question of this document has as its id`,
      );
    }
  }
  return problems.length > 0 ? err(problems) : ok({ id, document, questions });
}

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;

function parseFile(file: SourceFile, problems: SourceProblem[]) {
  const lines = new LineCounter();
  const yaml = parseDocument(file.text, { lineCounter: lines });
  for (const error of yaml.errors) {
    const message = `not valid YAML: ${error.message.split('\n')[0]!}`;
    problems.push({ file: file.name, line: lines.linePos(error.pos[0]).line, message });
  }
  if (yaml.errors.length > 0) return undefined;
  const lineOf = (path: Path) => lineOfPath(yaml, lines, path);
  const result = bankSource.safeParse(yaml.toJS());
  if (!result.success) {
    for (const issue of result.error.issues) {
      for (const { path, message } of readable(issue)) {
        problems.push({ file: file.name, line: lineOf(path), message });
      }
    }
    return undefined;
  }
  return { source: result.data, lineOf };
}

/** The line of a value; of its nearest ancestor where the value is missing. */
function lineOfPath(yaml: YamlDocument.Parsed, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? yaml.contents : yaml.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function readable(issue: z.core.$ZodIssue): { path: Path; message: string }[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const where = path.filter((part) => part !== 'questions').join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: `unknown field “${key}”` }));
  }
  return [{ path, message: where ? `${where}: ${issue.message}` : issue.message }];
}

const GAP = /\{\{(.+?)\}\}/g;

function compileQuestion(
  document: Document,
  source: QuestionSource,
  report: Report,
): Question | undefined {
  const resolved = source.cite.map((cite, index) =>
    resolve(document, cite, (message) => report(['cite', index], message)),
  );
  const cites = resolved.filter((citation) => citation !== undefined);
  const [first, ...rest] = cites;
  if (!first || cites.length < resolved.length) return undefined;
  const base = {
    id: source.id,
    prompt: source.prompt,
    explanation: source.explanation,
    stance: source.stance,
    level: source.level,
    tags: source.tags,
    cites: [first, ...rest] as const,
    requires: source.requires,
    ...(source.signoff === undefined ? {} : { signoff: source.signoff }),
    waive: source.waive,
  };
  switch (source.type) {
    case 'open':
    case 'truefalse':
      return { ...base, type: source.type, answer: source.answer } as Question;
    case 'choice':
    case 'multi': {
      const distractors = compileDistractors(document, source.distractors, report);
      if (!distractors) return undefined;
      return source.type === 'choice'
        ? { ...base, type: 'choice', answer: source.answer, distractors }
        : { ...base, type: 'multi', answers: source.answers, distractors };
    }
    case 'cloze': {
      const gaps = [...source.prompt.matchAll(GAP)];
      const answer = gaps[0]?.[1]?.trim();
      if (gaps.length !== 1 || !answer) {
        report(['prompt'], 'a cloze has exactly one gap, written {{like this}}');
        return undefined;
      }
      const prompt = source.prompt.replace(GAP, BLANK);
      return { ...base, type: 'cloze', prompt, answer, accept: source.accept };
    }
    case 'short':
      return { ...base, type: 'short', answer: source.answer, accept: source.accept };
    case 'number': {
      const { answer, unit, tolerance } = source;
      return { ...base, type: 'number', answer, unit, tolerance };
    }
    case 'order':
      return { ...base, type: 'order', items: source.items };
    case 'match':
      return { ...base, type: 'match', pairs: source.pairs };
    case 'evidence':
      return { ...base, type: 'evidence' };
  }
}

function compileDistractors(
  document: Document,
  sources: readonly { text: string; why: string; cite?: CiteSource | undefined }[],
  report: Report,
): Distractor[] | undefined {
  const distractors: Distractor[] = [];
  for (const [index, { text, why, cite }] of sources.entries()) {
    if (!cite) {
      distractors.push({ text, why });
      continue;
    }
    const citation = resolve(document, cite, (message) =>
      report(['distractors', index, 'cite'], message),
    );
    if (citation) distractors.push({ text, why, cite: citation });
  }
  return distractors.length === sources.length ? distractors : undefined;
}

/** Finds the one place that a written citation means, or says why there is none. */
function resolve(
  document: Document,
  { paragraph, quote, prefix = '', suffix = '' }: CiteSource,
  report: (message: string) => void,
): Citation | undefined {
  const text = document.sections
    .flatMap((section) => section.paragraphs)
    .find((candidate) => candidate.id === paragraph)?.text;
  if (text === undefined) {
    report(`the document has no paragraph “${paragraph}”`);
    return undefined;
  }
  const needle = prefix + quote + suffix;
  const at = text.indexOf(needle);
  if (at < 0) {
    report(`the quote does not stand in ${paragraph}, character for character: “${quote}”`);
    return undefined;
  }
  if (text.indexOf(needle, at + 1) >= 0) {
    report(`the quote stands more than once in ${paragraph}; add prefix or suffix: “${quote}”`);
    return undefined;
  }
  const start = at + prefix.length;
  return describe(document, { paragraph, start, end: start + quote.length });
}
