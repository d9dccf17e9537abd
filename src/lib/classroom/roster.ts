import { cleanName, freeName } from './names.ts';

/**
 * The names of a list that was pasted: one on a line, as a spreadsheet or a register gives them. Numbers
 * before them are left out; two students of one name are told apart.
 */
export function readRoster(text: string): string[] {
  const names: string[] = [];
  for (const line of text.split(/[\r\n;]+/)) {
    const name = cleanName(line.replace(/\t+/g, ' ').replace(/^\s*(?:\d+\s*[.):-]?|[-•*])\s+/, ''));
    if (name !== null) names.push(freeName(name, names));
  }
  return names;
}
