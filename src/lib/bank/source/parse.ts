import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import { bankOutline, questionSource, type QuestionSource } from './schema.ts';

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

/** Where something stands in a file: the keys and indices that lead there. */
export type Path = readonly (string | number)[];
export type Report = (path: Path, message: string) => void;

export interface ParsedFile {
  /** The section's address; undefined where the file has none that can be read. */
  readonly section: string | undefined;
  readonly questions: readonly ParsedQuestion[];
  readonly lineOf: (path: Path) => number;
  readonly report: Report;
}

export interface ParsedQuestion {
  readonly path: Path;
  /** Readable also in a question that is wrong elsewhere. */
  readonly id: string | undefined;
  /** Undefined where the question has not the right shape, which has been reported. */
  readonly source: QuestionSource | undefined;
}

/**
 * Reads a bank's YAML and reports what has not the right shape. A question that is wrong does not
 * hide what is wrong with the others.
 *
 * @returns undefined where the file is no YAML
 */
export function parseFile(file: SourceFile, problems: SourceProblem[]): ParsedFile | undefined {
  const lines = new LineCounter();
  const yaml = parseDocument(file.text, { lineCounter: lines });
  const report = (line: number, message: string) =>
    problems.push({ file: file.name, line, message });
  for (const error of yaml.errors) {
    report(lines.linePos(error.pos[0]).line, `not valid YAML: ${error.message.split('\n')[0]!}`);
  }
  if (yaml.errors.length > 0) return undefined;
  let data: unknown;
  try {
    data = yaml.toJS();
  } catch (error) {
    // Aliases that lead nowhere, or to far too much.
    report(1, `not valid YAML: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const lineOf = (path: Path) => lineOfPath(yaml, lines, path);
  const reportAt: Report = (path, message) => report(lineOf(path), message);
  const outline = bankOutline.safeParse(data);
  if (!outline.success) {
    for (const issue of outline.error.issues) reportIssue(issue, data, reportAt);
  }
  const list = valueAt(data, ['questions']);
  return {
    section: outline.data?.section,
    questions: (Array.isArray(list) ? list : []).map((value: unknown, index) =>
      parseQuestion(value, ['questions', index], reportAt),
    ),
    lineOf,
    report: reportAt,
  };
}

function parseQuestion(value: unknown, path: Path, report: Report): ParsedQuestion {
  const written = valueAt(value, ['id']);
  const id = typeof written === 'string' ? written : undefined;
  const parsed = questionSource.safeParse(value);
  if (parsed.success) return { path, id, source: parsed.data };
  const name = id === undefined ? '' : `question “${id}”: `;
  for (const issue of parsed.error.issues) {
    reportIssue(issue, value, (at, message) => report([...path, ...at], name + message));
  }
  return { path, id, source: undefined };
}

function reportIssue(issue: z.core.$ZodIssue, data: unknown, report: Report): void {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) report([...path, key], `unknown field “${key}”`);
  } else if (path.length > 0 && valueAt(data, path) === undefined) {
    report(path, `missing field “${path.join('.')}”`);
  } else {
    report(path, path.length > 0 ? `${path.join('.')}: ${issue.message}` : issue.message);
  }
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    data,
  );
}

/** The line of a field or an item; of its nearest ancestor where it is missing. */
function lineOfPath(yaml: YamlDocument.Parsed, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1];
    const parent = yaml.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    const node = pair ? pair.key : yaml.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return yaml.contents?.range ? lines.linePos(yaml.contents.range[0]).line : 1;
}
