import type { LocalDay } from '../primitives/index.ts';

/** A quiz taken before, as lists of them show it. */
export interface QuizAttempt {
  readonly id: string;
  readonly day: LocalDay;
  /** Section addresses. */
  readonly sections: readonly string[];
  readonly asked: number;
  readonly right: number;
}
