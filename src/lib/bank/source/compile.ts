import { err, ok, type Result } from '../../primitives/index.ts';
import type { Document } from '../../document/index.ts';
import type { Bank, Question } from '../types.ts';
import { reportCircles, type Requirement } from './circles.ts';
import { parseFile, type SourceFile, type SourceProblem } from './parse.ts';
import { compileQuestion } from './question.ts';

/** `file:line: message`, the form that editors and terminals make clickable. */
export function formatSourceProblem({ file, line, message }: SourceProblem): string {
  return `${file}:${line}: ${message}`;
}

/**
 * Compiles the banks of a document: parses the YAML, validates it, resolves every citation and
 * proves ids unique and prerequisites known and free of circles.
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
  const requirements: Requirement[] = [];
  const questions: Question[] = [];
  let unreadable = false;

  for (const file of files) {
    const parsed = parseFile(file, problems);
    if (!parsed) {
      unreadable = true;
      continue;
    }
    const { section, lineOf, report } = parsed;
    if (section !== undefined && !document.sections.some(({ id }) => id === section)) {
      report(['section'], `the document has no section “${section}”`);
    }
    for (const { path, id, source } of parsed.questions) {
      if (id !== undefined) {
        const first = seen.get(id);
        if (first) report([...path, 'id'], `double id “${id}”: it is already used at ${first}`);
        else seen.set(id, `${file.name}:${lineOf([...path, 'id'])}`);
      }
      if (!source) continue;
      for (const [at, required] of source.requires.entries()) {
        requirements.push({
          by: source.id,
          id: required,
          report: (message) => report([...path, 'requires', at], message),
        });
      }
      const compiled = compileQuestion(document, source, (at, message) =>
        report([...path, ...at], `question “${source.id}”: ${message}`),
      );
      if (compiled) questions.push(compiled);
    }
  }
  // What is required may stand in the file that could not be read.
  for (const required of unreadable ? [] : requirements) {
    if (!seen.has(required.id)) {
      required.report(
        `requires “${required.id}”, which no question of this document has as its id`,
      );
    }
  }
  reportCircles(requirements);
  return problems.length > 0 ? err(problems) : ok({ id, document, questions });
}
