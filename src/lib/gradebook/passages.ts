import type { Passage } from '../classroom/index.ts';
import { wilsonShare, type Share } from '../journal/index.ts';
import type { Student } from './students.ts';
import type { ClassRecord } from './types.ts';

/** What a class has shown of a passage: of the paragraph that decides some of the questions. */
export interface PassageFigures {
  readonly bank: string;
  readonly passage: Passage;
  /** Places of the questions that rest on it, in the order of the plan. */
  readonly places: readonly number[];
  /** The share of their answers that were not all right; null: nobody answered any. */
  readonly missed: Share | null;
}

/** The passages that a quiz rests on, in the order in which it comes to them. */
export function passageFigures(
  { plan }: Pick<ClassRecord, 'plan'>,
  students: readonly Student[],
): PassageFigures[] {
  const found = new Map<string, { bank: string; passage: Passage; places: number[] }>();
  for (const [place, { bank, passage }] of plan.entries()) {
    const name = `${bank}/${passage.paragraph}`;
    const known = found.get(name);
    if (known) known.places.push(place);
    else found.set(name, { bank, passage, places: [place] });
  }
  return [...found.values()].map(({ bank, passage, places }) => {
    const given = students.flatMap(({ answers }) =>
      places.flatMap((place) => answers[place] ?? []),
    );
    const missed = given.filter(({ grade }) => grade.verdict !== 'right').length;
    return { bank, passage, places, missed: wilsonShare(missed, given.length) };
  });
}
