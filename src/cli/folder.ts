import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { err, ok, type Result } from '../lib/primitives/index.ts';
import type { Bank } from '../lib/bank/index.ts';
import { compileBank, type SourceFile, type SourceProblem } from '../lib/bank/source/index.ts';
import { readMarkdown } from '../lib/formats/index.ts';

/** Text → SHA-256 in hexadecimal. */
export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Reads and compiles one document's folder: `document.md` and the YAML banks beside it.
 *
 * @param only where given, only this bank file of the folder is read
 */
export function readFolder(folder: string, only?: string): Result<Bank, readonly SourceProblem[]> {
  const markdown = join(folder, 'document.md');
  const name = (path: string) => relative(process.cwd(), path) || path;
  if (!existsSync(markdown)) {
    const message = 'there is no document.md in this folder';
    return err([{ file: name(folder), line: 1, message }]);
  }
  const document = readMarkdown(readFileSync(markdown, 'utf8'), sha256);
  if (!document.ok) {
    return err([{ file: name(markdown), line: 1, message: document.error.message }]);
  }
  // In the order of the document's sections, so that new cards come in the order of the text.
  const order = document.value.sections.map((section) => section.id);
  const place = (file: string) => {
    const index = order.indexOf(basename(file).replace(/\.ya?ml$/, ''));
    return index < 0 ? order.length : index;
  };
  const files: SourceFile[] = readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file) && (!only || resolve(folder, file) === resolve(only)))
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b))
    .map((file) => ({
      name: name(join(folder, file)),
      text: readFileSync(join(folder, file), 'utf8'),
    }));
  return compileBank(basename(resolve(folder)), document.value, files);
}

/** Every folder below `questions` that holds a document, in the order of their names. */
export function documentFolders(questions: string): string[] {
  return readdirSync(questions)
    .map((entry) => join(questions, entry))
    .filter((path) => statSync(path).isDirectory() && existsSync(join(path, 'document.md')))
    .sort();
}

/** All shipped banks, or every problem in them. */
export function readAll(questions: string): Result<Bank[], readonly SourceProblem[]> {
  const banks: Bank[] = [];
  const problems: SourceProblem[] = [];
  for (const folder of documentFolders(questions)) {
    const bank = readFolder(folder);
    if (bank.ok) banks.push(bank.value);
    else problems.push(...bank.error);
  }
  return problems.length > 0 ? err(problems) : ok(banks);
}
