import { cleanName, freeName } from '../classroom/index.ts';
import type { CardHolder, ClassList } from './types.ts';

/** As many markers as there are. */
export const MOST_CARDS = 250;

/** `12 Ana`, `12. Ana`, `12)	Ana`: the number of a card before a name. */
const NUMBERED = /^\s*(\d{1,3})(?:[.):]?\s+|[.):,;]\s*)(\S.*)$/u;

/**
 * Reads a class, one student a line, as it comes from a spreadsheet or a register. A number before a
 * name is the card's. Other students keep the card that they had, or get the lowest that is free.
 * Namesakes are numbered.
 *
 * @param before the class as it was
 * @returns the students by card number, and the lines that are left out: past the 250th
 */
export function readRoster(
  text: string,
  before: readonly CardHolder[] = [],
): { students: CardHolder[]; left: number } {
  const names: string[] = [];
  const wanted = new Map<string, number>();
  const taken = new Set<number>();
  const had = new Map(before.map(({ name, card }) => [name, card]));
  for (const line of text.split(/\r?\n/)) {
    const [, number, rest] = NUMBERED.exec(line) ?? [];
    const clean = cleanName(rest ?? line);
    if (clean === null) continue;
    const name = freeName(clean, names);
    names.push(name);
    const card = Number(number);
    if (number !== undefined) claim(name, card);
  }
  for (const name of names) {
    const card = had.get(name);
    if (card !== undefined && !wanted.has(name)) claim(name, card);
  }
  let next = 1;
  for (const name of names) {
    if (wanted.has(name)) continue;
    while (taken.has(next)) next++;
    claim(name, next);
  }
  const students = names
    .flatMap((name) => {
      const card = wanted.get(name);
      return card === undefined ? [] : [{ card, name }];
    })
    .sort((a, b) => a.card - b.card);
  return { students, left: names.length - students.length };

  /** Whoever comes first has it. */
  function claim(name: string, card: number): void {
    if (card < 1 || card > MOST_CARDS || taken.has(card)) return;
    taken.add(card);
    wanted.set(name, card);
  }
}

/** A class as `readRoster` reads it. */
export function writeRoster(students: readonly CardHolder[]): string {
  return students.map(({ card, name }) => `${card} ${name}`).join('\n');
}

/** What lies on the disk or in a file, whoever wrote it. @returns null where it is no class */
export function readClassList(value: unknown): ClassList | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, students } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string' || !Array.isArray(students)) return null;
  const holders = (students as unknown[]).flatMap((one) => readHolder(one) ?? []);
  const cards = new Set(holders.map(({ card }) => card));
  return cards.size === students.length ? { id, name, students: holders } : null;
}

function readHolder(value: unknown): CardHolder | null {
  if (typeof value !== 'object' || value === null) return null;
  const { card, name } = value as Record<string, unknown>;
  const isCard = typeof card === 'number' && Number.isInteger(card);
  if (!isCard || card < 1 || card > MOST_CARDS || typeof name !== 'string') return null;
  return { card, name };
}
