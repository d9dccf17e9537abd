import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a question is written. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Where the questions of a document are written. */
export interface Places {
  readonly of: (question: string) => Place | undefined;
  /** The section that a bank's file is about. */
  readonly section: (file: string) => string | undefined;
}

/**
 * Finds the line of every question in the YAML files of a folder. A compiled bank no longer knows
 * it, and a message is only half as useful without it; so the lines `- id: …` are looked for.
 */
export function locate(folder: string, nameOf: (path: string) => string): Places {
  const found = new Map<string, Place>();
  const sections = new Map<string, string>();
  for (const entry of readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))) {
    const file = nameOf(join(folder, entry));
    const lines = readFileSync(join(folder, entry), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      const id = /^\s*(?:- )?\s*["']?id["']?:\s*["']?([a-z0-9-]+)/.exec(line)?.[1];
      if (id && !found.has(id)) found.set(id, { file, line: index + 1 });
      const section = /^["']?section["']?:\s*["']?([a-z0-9-]+)/.exec(line)?.[1];
      if (section) sections.set(file, section);
    }
  }
  return { of: (question) => found.get(question), section: (file) => sections.get(file) };
}
