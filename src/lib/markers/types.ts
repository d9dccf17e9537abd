/** What a card can say: one of them on each edge. */
export const LETTERS = ['A', 'B', 'C', 'D'] as const;
export type Letter = (typeof LETTERS)[number];

/** A student of a class, and the number of the card that is theirs, from 1. */
export interface CardHolder {
  readonly card: number;
  readonly name: string;
}

/** A class, as its teacher has it: kept on the teacher's device. */
export interface ClassList {
  readonly id: string;
  readonly name: string;
  /** By card number; no number and no name twice. */
  readonly students: readonly CardHolder[];
}
