/**
 * What a class answered, and what that says of its students, of the questions and of the text.
 *
 * A `ClassRecord` is a quiz (`plan`) and the `Sheet`s that students handed in, by whichever way: one
 * record may mix phones in a live session, paper cards and QR codes.
 *
 * - Live: `recordOf(session, at)` of a folded session.
 * - Paper and QR: `gradedSheet({ source, id, name, at }, plan, answers)` for each student, where `id`
 *   is `paper/…` or `qr/…` and always the same for the same card or phone, so that what is read twice
 *   counts once.
 *
 * On the disk they come together by `keepRecord({ id, title, at, plan, sheets })` of `app/gradebook`:
 * it makes the record of that id or adds these sheets to it (`withRecord`), where they may be one
 * student's or many, and answer some of its questions or all. Answers that come by several ways are
 * joined by the student's name; `studentsOf` says which count.
 */
export { withRecord } from './joining.ts';
export { questionFigures, type QuestionFigures, type Votes } from './items.ts';
export { recordOf } from './live.ts';
export { passageFigures, type PassageFigures } from './passages.ts';
export { readClassFile, writeClasses, writeRecord, type ClassFile } from './read.ts';
export { matchRoster, readRoster, type RosterRow } from './roster.ts';
export { countedPlaces, meanOf, scoreOf, type Mean, type StudentScore } from './scores.ts';
export { gradedSheet, withName, withoutSheets, withSheets, type Ungraded } from './sheets.ts';
export { studentsOf, type CountedAnswer, type SourcedAnswer, type Student } from './students.ts';
export {
  SOURCES,
  type ClassRecord,
  type Given,
  type Sheet,
  type SheetAnswer,
  type Source,
} from './types.ts';
