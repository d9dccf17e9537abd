import { foldText } from '../primitives/index.ts';
import { SOURCES, type ClassRecord, type Sheet, type SheetAnswer, type Source } from './types.ts';

/** An answer of a student, and the way it came. */
export interface SourcedAnswer extends SheetAnswer {
  readonly source: Source;
}

/** What counts as a student's answer to a question, and what else they answered to it. */
export interface CountedAnswer extends SourcedAnswer {
  /** Answers to the same question by other ways: they are shown, and do not count. */
  readonly others: readonly SourcedAnswer[];
}

/** One row of the gradebook. */
export interface Student {
  /** The id of the sheet that gives the row its name. */
  readonly id: string;
  readonly name: string;
  /** Of one source at most one, in the order of `SOURCES`. */
  readonly sheets: readonly Sheet[];
  /** One for each question of the plan; null: not answered. */
  readonly answers: readonly (CountedAnswer | null)[];
  /** Another row has the same name: two students, or one who handed in twice by the same way. */
  readonly namesake: boolean;
}

/**
 * The students of a record, in the order in which they came: sheets of the same name (case, accents
 * and spaces aside) are the same student's. One student has no two sheets of one source, so a second
 * one makes a row of its own, marked as a namesake.
 *
 * Of several answers to one question the one counts that came first in `SOURCES`: live, before paper
 * cards, before QR codes; what the live answers lack is filled from the others.
 */
export function studentsOf({ sheets, plan }: Pick<ClassRecord, 'sheets' | 'plan'>): Student[] {
  const named = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    const name = nameKey(sheet.name);
    named.set(name, [...(named.get(name) ?? []), sheet]);
  }
  return [...named.values()].flatMap((same) => {
    const bySource = SOURCES.map((source) => same.filter((sheet) => sheet.source === source));
    const rows = Math.max(...bySource.map(({ length }) => length));
    return Array.from({ length: rows }, (_, row): Student => {
      const own = bySource.flatMap((of) => of[row] ?? []);
      const [{ id, name }] = own as [Sheet];
      const answers = plan.map((_, place) => countedAt(own, place));
      return { id, name, sheets: own, answers, namesake: rows > 1 };
    });
  });
}

function nameKey(name: string): string {
  return foldText(name).replace(/\s+/g, ' ').trim();
}

function countedAt(sheets: readonly Sheet[], place: number): CountedAnswer | null {
  const given = sheets.flatMap(({ source, answers }): SourcedAnswer[] => {
    const answer = answers[place];
    return answer ? [{ ...answer, source }] : [];
  });
  const [counts, ...others] = given;
  return counts ? { ...counts, others } : null;
}
