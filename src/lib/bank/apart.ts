import { familyOf } from './faces.ts';
import type { Bank, Question } from './types.ts';

/**
 * The questions without siblings of, and without those that would give away or be given away by, one
 * that comes before them (rule 13 of the checker finds them).
 *
 * @param met families that came already: as if they stood before all of these
 */
export function keptApart<Q extends Pick<Question, 'id' | 'family'>>(
  questions: readonly Q[],
  apart: NonNullable<Bank['apart']>,
  met: Iterable<string> = [],
): Q[] {
  const chosen = new Set(met);
  const told = new Set([...chosen].flatMap((family) => apart[family] ?? []));
  return questions.filter((question) => {
    const family = familyOf(question);
    const tells = apart[family] ?? [];
    if (chosen.has(family) || told.has(family)) return false;
    if (tells.some((other) => chosen.has(other))) return false;
    chosen.add(family);
    tells.forEach((other) => told.add(other));
    return true;
  });
}
