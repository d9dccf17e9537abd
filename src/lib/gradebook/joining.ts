import { err, type Result } from '../primitives/index.ts';
import type { Planned } from '../classroom/index.ts';
import { OTHER_QUIZ, withSheets } from './sheets.ts';
import type { ClassRecord } from './types.ts';

/**
 * A record with what another one of the same quiz adds to it: a session that was taken in before, a
 * file, or paper cards that asked some of its questions. Questions are told by their bank and id, so
 * the other may have fewer of them, in another order. Title and time stay.
 *
 * @param known null: there was none; then the other one is it
 * @returns an error where the other has questions that the record has not
 */
export function withRecord(known: ClassRecord | null, further: ClassRecord): Result<ClassRecord> {
  if (!known) return withSheets({ ...further, sheets: [] }, further.sheets);
  const names = further.plan.map(nameOf);
  const places = known.plan.map((planned) => names.indexOf(nameOf(planned)));
  if (places.filter((place) => place >= 0).length < names.length) return err(OTHER_QUIZ);
  const sheets = further.sheets.map((sheet) => ({
    ...sheet,
    answers: places.map((place) => sheet.answers[place] ?? null),
  }));
  return withSheets(known, sheets);
}

function nameOf({ bank, question }: Planned): string {
  return `${bank}/${question.id}`;
}
