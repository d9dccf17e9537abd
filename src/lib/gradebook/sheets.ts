import { err, ok, type Result } from '../primitives/index.ts';
import { cleanName } from '../classroom/index.ts';
import { gradeResponse, type Response } from '../grading/index.ts';
import type { Confidence } from '../journal/index.ts';
import { t } from '../language/index.ts';
import type { ClassRecord, Sheet, SheetAnswer } from './types.ts';
import { UNMARKED } from './unmarked.ts';

/** An answer that has come in and is not graded yet. */
export interface Ungraded {
  readonly response: Response;
  readonly confidence?: Confidence | null;
  /** Milliseconds. */
  readonly elapsed?: number | null;
}

/**
 * A sheet of responses, graded by the plan's keys: how results from paper cards and QR codes are made.
 *
 * @param whose its source, its id (which begins with the source: `qr/…`, `paper/…`), name and time
 * @param answers one for each question of the plan; null: not answered
 */
export function gradedSheet(
  whose: Pick<Sheet, 'source' | 'id' | 'name' | 'at'>,
  plan: ClassRecord['plan'],
  answers: readonly (Ungraded | null)[],
): Sheet {
  const { source, id, name, at } = whose;
  const graded = plan.map(({ question }, place): SheetAnswer | null => {
    const given = answers[place];
    if (!given) return null;
    const { response, confidence = null, elapsed = null } = given;
    const graded = gradeResponse(question, response);
    const grade = response.kind === 'written' ? { ...graded, note: UNMARKED } : graded;
    return { response, grade, confidence, elapsed, first: null };
  });
  return { source, id, name, at, answers: graded };
}

/**
 * A record with further sheets. A sheet whose id is known takes the place of the one before, but keeps
 * a name that the teacher gave it; sheets of the same student from several sources are all kept, and
 * `studentsOf` says what counts. Adding the same sheets again changes nothing.
 *
 * @returns an error where a sheet is not of this plan, or has no name; then nothing is added
 */
export function withSheets(record: ClassRecord, sheets: readonly Sheet[]): Result<ClassRecord> {
  const all = new Map(record.sheets.map((sheet) => [sheet.id, sheet]));
  for (const sheet of sheets) {
    const name = cleanName(sheet.name);
    if (name === null) return err(NAMELESS);
    if (sheet.answers.length !== record.plan.length) return err(OTHER_QUIZ);
    const known = all.get(sheet.id);
    all.set(
      sheet.id,
      known?.renamed ? { ...sheet, name: known.name, renamed: true } : { ...sheet, name },
    );
  }
  return ok({ ...record, sheets: [...all.values()] });
}

/**
 * Gives sheets another name: a student who mistyped it, or is to be told from a namesake. The name of
 * another student joins the two.
 */
export function withName(
  record: ClassRecord,
  ids: readonly string[],
  typed: string,
): Result<ClassRecord> {
  const name = cleanName(typed);
  if (name === null) return err(NAMELESS);
  const sheets = record.sheets.map((sheet): Sheet =>
    ids.includes(sheet.id) ? { ...sheet, name, renamed: true } : sheet,
  );
  return ok({ ...record, sheets });
}

/** The record as if these sheets had never come. */
export function withoutSheets(record: ClassRecord, ids: readonly string[]): ClassRecord {
  return { ...record, sheets: record.sheets.filter(({ id }) => !ids.includes(id)) };
}

const NAMELESS = {
  code: 'nameless',
  message: t('A result needs a name with letters or figures in it. Nothing was changed.'),
};
export const OTHER_QUIZ = {
  code: 'other-quiz',
  message: t('These answers belong to a quiz with other questions. Nothing was added.'),
};
