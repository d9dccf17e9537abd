import type { Instant } from '../primitives/index.ts';
import type { Planned } from '../classroom/index.ts';
import type { Grade, Response } from '../grading/index.ts';
import type { Confidence } from '../journal/index.ts';

/**
 * By which ways answers come in, in the order in which they count: on a phone while the class was
 * live; on a marker card before the teacher's camera; as the QR code of a phone that had no connection.
 */
export const SOURCES = ['live', 'paper', 'qr'] as const;
export type Source = (typeof SOURCES)[number];

/** An answer as it was given and graded. */
export interface Given {
  readonly response: Response;
  readonly grade: Grade;
  /** How sure the student was; null where that was not asked. */
  readonly confidence: Confidence | null;
  /** Milliseconds that it took; null where that is not known, as on paper. */
  readonly elapsed: number | null;
}

/** The answer that a sheet has to a question: of two votes, the second. */
export interface SheetAnswer extends Given {
  /**
   * What was answered in the first of two votes, also where the student did not vote again; null
   * where there was one vote, or none the first time.
   */
  readonly first: Given | null;
}

/** What one student answered by one way. */
export interface Sheet {
  readonly source: Source;
  /** The same sheet has the same id, however often it is read: it replaces itself. Begins with its source. */
  readonly id: string;
  /** What the student is called. The same name is the same student, whichever way the sheets came. */
  readonly name: string;
  /** When it was handed in, or the session began. */
  readonly at: Instant;
  /** One for each question of the plan; null: not answered. */
  readonly answers: readonly (SheetAnswer | null)[];
  /** The teacher has given it another name, which stays when the sheet comes again. */
  readonly renamed?: true;
}

/** What a class answered to a quiz: kept on the teacher's device. */
export interface ClassRecord {
  readonly id: string;
  readonly title: string;
  /** When the class took it. */
  readonly at: Instant;
  readonly plan: readonly Planned[];
  /** In the order in which they came, from all sources. */
  readonly sheets: readonly Sheet[];
}
