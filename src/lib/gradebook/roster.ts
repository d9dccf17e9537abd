import { err, foldText, ok, type Result } from '../primitives/index.ts';
import { t } from '../language/index.ts';

/** A student as Canvas knows them: the columns by which it tells them. */
export interface RosterRow {
  readonly student: string;
  readonly id: string;
  readonly user: string;
  readonly login: string;
  readonly section: string;
}

const COLUMNS = {
  student: 'Student',
  id: 'ID',
  user: 'SIS User ID',
  login: 'SIS Login ID',
  section: 'Section',
} as const;

/**
 * The students of the gradebook that Canvas exports as CSV.
 *
 * @param rows of the file; its scores are passed over
 * @returns an error where it has no columns `Student` and `ID`
 */
export function readRoster(rows: readonly (readonly string[])[]): Result<RosterRow[]> {
  const head = rows[0]?.map((name) => name.trim()) ?? [];
  const at = (name: string) => head.indexOf(name);
  if (at(COLUMNS.student) < 0 || at(COLUMNS.id) < 0) return err(NO_ROSTER);
  const students = rows.slice(1).map((row): RosterRow => {
    const field = (name: string) => row[at(name)]?.trim() ?? '';
    return {
      student: field(COLUMNS.student),
      id: field(COLUMNS.id),
      user: field(COLUMNS.user),
      login: field(COLUMNS.login),
      section: field(COLUMNS.section),
    };
  });
  // The row of points that can be had has no ID.
  return ok(students.filter(({ student, id }) => student !== '' && id !== ''));
}

/**
 * Finds students in a roster by their names, whichever way round they are written (`Last, First`), and
 * with fewer of them than the roster has (`Ana` for `Ramírez Gómez, Ana Sofía`). Where more than one
 * could be meant, nobody is; and no two students are the same one of the roster.
 *
 * @returns for each name its row, or null
 */
export function matchRoster(
  names: readonly string[],
  roster: readonly RosterRow[],
): (RosterRow | null)[] {
  const wanted = names.map(partsOf);
  const known = roster.map(({ student }) => partsOf(student));
  const fits = (one: readonly string[], whole: readonly string[]) =>
    one.length > 0 && one.every((part) => whole.includes(part));
  const isSame = (one: readonly string[], whole: readonly string[]) =>
    one.length === whole.length && fits(one, whole);
  const found = names.map((): number => -1);
  // Whole names first: “Ana Ruiz” is not kept from her row by another Ana.
  for (const meets of [isSame, fits]) {
    const taken = new Set(found);
    const open = found.flatMap((place, at) => (place < 0 ? [at] : []));
    const pairs = open.map((at) => ({
      at,
      places: known.flatMap((whole, place) =>
        !taken.has(place) && meets(wanted[at]!, whole) ? [place] : [],
      ),
    }));
    for (const { at, places } of pairs) {
      const [place] = places;
      const rivals = pairs.filter((other) => other.places.includes(place!));
      if (place !== undefined && places.length === 1 && rivals.length === 1) found[at] = place;
    }
  }
  return found.map((place) => roster[place] ?? null);
}

/** The parts of a name, without case, accents and order. */
function partsOf(name: string): string[] {
  const parts = foldText(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(parts)].sort();
}

const NO_ROSTER = {
  code: 'no-roster',
  message: t(
    'This is not a gradebook that Canvas exported: it has no columns “Student” and “ID”. In Canvas: Grades, Export, Export entire gradebook.',
  ),
};
