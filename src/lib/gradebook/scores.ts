import type { CountedAnswer, Student } from './students.ts';

/** How a student did in the questions that count. */
export interface StudentScore {
  readonly student: Student;
  /** Credit, out of as many points as there are questions that count. */
  readonly points: number;
  readonly answered: number;
  /** `points` of all that could be had, in [0, 1]; null while no question counts. */
  readonly share: number | null;
}

/** The mean score of a class, and where the true one lies with 95 % confidence. */
export interface Mean {
  readonly count: number;
  /** In [0, 1]. */
  readonly mean: number;
  /** Null for fewer than two students: one says nothing of how they differ. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The questions that count, as places of the plan: those that anybody answered. What the class never
 * came to counts for nobody; what a student left open, or was not there for, counts as wrong.
 */
export function countedPlaces(students: readonly Pick<Student, 'answers'>[]): number[] {
  const [first] = students;
  if (!first) return [];
  return first.answers.flatMap((_, place) =>
    students.some(({ answers }) => answers[place] !== null) ? [place] : [],
  );
}

/** @param places the questions that count */
export function scoreOf(student: Student, places: readonly number[]): StudentScore {
  const given = places.flatMap((place): CountedAnswer[] => {
    const answer = student.answers[place];
    return answer ? [answer] : [];
  });
  const points = given.reduce((sum, { grade }) => sum + grade.credit, 0);
  const share = places.length === 0 ? null : points / places.length;
  return { student, points, answered: given.length, share };
}

/**
 * The mean of scores with its 95 % interval by Student's t (W. S. Gosset, Biometrika 6, 1908), cut at
 * 0 and 1. Of who answered nothing at all no score is known: they are left out.
 *
 * @returns null where nobody answered anything
 */
export function meanOf(scores: readonly StudentScore[]): Mean | null {
  const shares = scores
    .flatMap(({ share, answered }) => (share === null || answered === 0 ? [] : [share]))
    // So that the sum does not depend on the order of the students.
    .sort((a, b) => a - b);
  const count = shares.length;
  if (count === 0) return null;
  const mean = shares.reduce((sum, share) => sum + share, 0) / count;
  if (count === 1) return { count, mean, low: null, high: null };
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (count - 1);
  const half = studentT(count - 1) * Math.sqrt(variance / count);
  return { count, mean, low: Math.max(0, mean - half), high: Math.min(1, mean + half) };
}

/** The two-sided 95 % points of the t distribution for 1, 2 … 10 degrees of freedom. */
const T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228] as const;
const Z = 1.959964;

/**
 * The two-sided 95 % point of the t distribution; from 11 degrees of freedom on by the expansion of
 * R. A. Fisher and E. A. Cornish (Abramowitz & Stegun 26.7.5), right to three places.
 */
export function studentT(freedom: number): number {
  const known = T[freedom - 1];
  if (known !== undefined) return known;
  const [z3, z5, z7] = [Z ** 3, Z ** 5, Z ** 7];
  return (
    Z +
    (z3 + Z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * freedom ** 3)
  );
}
