import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '../../lib/primitives/index.ts';
import type { Bank } from '../../lib/bank/index.ts';
import type { Problem } from '../../lib/bank/check/index.ts';
import { formatSourceProblem, type SourceProblem } from '../../lib/bank/source/index.ts';
import { documentFolders, readFolder } from '../folder.ts';
import { readExported } from './exported-bank.ts';
import { locate, type Places } from './places.ts';

/** The banks that the project ships, wherever the command is run. */
export const SHIPPED = fileURLToPath(new URL('../../../questions', import.meta.url));

/** A bank, and where it came from. */
export interface Loaded {
  /** The path as messages name it. */
  readonly path: string;
  readonly bank: Bank;
  /** The section, where only its bank was asked for. */
  readonly part?: string;
  /** What a file held that could not become a question. */
  readonly problems: readonly Problem[];
  readonly places: Places;
}

/** Why nothing was loaded: the input is no bank at all, or a bank that does not compile. */
export type LoadFailure =
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'broken'; readonly problems: readonly SourceProblem[] };

type Load = Result<Loaded[], LoadFailure>;

/**
 * Loads what a path means: a document's folder or its `document.md`; a folder of such folders; one
 * YAML bank in such a folder; a JSON file as `bank export` prints it. Without a path: all that the
 * project ships.
 */
export function load(path: string = SHIPPED): Load {
  try {
    return loadPath(resolve(path), path);
  } catch (error) {
    // A folder that may not be read, a link that leads nowhere: the system's own words say which.
    if (error instanceof Error && 'syscall' in error) return unusable(`${path}: ${error.message}`);
    throw error;
  }
}

function loadPath(full: string, path: string): Load {
  if (!existsSync(full)) return unusable(`${path}: there is no such file or folder`);
  if (statSync(full).isDirectory()) return loadFolders(full, path);
  if (basename(full) === 'document.md') return loadFolders(dirname(full), path);
  switch (extname(full).toLowerCase()) {
    case '.yaml':
    case '.yml':
      return loadSection(full, path);
    case '.json':
      return loadJson(full, path);
    default:
      return unusable(
        `${path}: not a bank; give a document’s folder, one of its YAML files, or a JSON file as “bank export” prints it`,
      );
  }
}

function unusable(message: string): Load {
  return err({ kind: 'unusable', message });
}

function loadFolders(full: string, path: string): Load {
  const folders = existsSync(join(full, 'document.md')) ? [full] : documentFolders(full);
  if (folders.length === 0) return unusable(`${path}: there is no document.md in this folder`);
  const loaded: Loaded[] = [];
  const problems: SourceProblem[] = [];
  for (const folder of folders) {
    const read = readFolder(folder);
    if (!read.ok) problems.push(...read.error);
    else {
      loaded.push({
        path: nameOf(folder),
        bank: read.value,
        problems: [],
        places: locate(folder, nameOf),
      });
    }
  }
  return problems.length > 0 ? err({ kind: 'broken', problems }) : ok(loaded);
}

/** One bank of a document. The others are read too, for its questions may require theirs. */
function loadSection(file: string, path: string): Load {
  const folder = dirname(file);
  if (!existsSync(join(folder, 'document.md'))) {
    return unusable(`${path}: there is no document.md beside it, so its citations mean nothing`);
  }
  const places = locate(folder, nameOf);
  const name = nameOf(file);
  const whole = readFolder(folder);
  let bank: Bank;
  if (whole.ok) {
    const questions = whole.value.questions.filter(({ id }) => places.of(id)?.file === name);
    bank = { ...whole.value, questions };
  } else {
    const own = whole.error.filter((problem) => problem.file === name);
    // Where only its neighbours are broken, it can still be read by itself.
    const alone = own.length > 0 ? undefined : readFolder(folder, file);
    if (!alone?.ok) return err({ kind: 'broken', problems: alone?.error ?? own });
    bank = alone.value;
  }
  const part = places.section(name);
  return ok([{ path: name, bank, problems: [], places, ...(part === undefined ? {} : { part }) }]);
}

function loadJson(file: string, path: string): Load {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return unusable(`${path}: not valid JSON: ${(error as Error).message}`);
  }
  const read = readExported(value, basename(file, extname(file)));
  if (!read.ok) return unusable(`${path}: ${read.error}`);
  const places: Places = { of: () => undefined, section: () => undefined };
  return ok(read.value.map((one) => ({ ...one, path: nameOf(file), places })));
}

const nameOf = (path: string) => relative(process.cwd(), path) || '.';

/** Problems of files in the shape of the checker's. */
export function asProblems(problems: readonly SourceProblem[]): Problem[] {
  return problems.map((problem) => ({
    rule: 'source',
    question: '',
    message: formatSourceProblem(problem),
  }));
}
