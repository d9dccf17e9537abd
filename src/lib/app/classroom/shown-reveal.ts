import { FALSE, keyOptions, TRUE, type Question } from '../../bank/index.ts';
import { gradeResponse } from '../../grading/index.ts';
import type { OwnResult, SeatView, Stage } from '../../classroom/index.ts';
import { takenIn } from '../presentation.ts';

/** A question whose key shows, beside what the student answered. */
export interface ShownReveal {
  readonly question: Question;
  readonly options: readonly string[];
  readonly key: readonly string[];
  readonly taken: readonly string[];
  /** Null: nothing was answered. */
  readonly verdict: OwnResult['verdict'] | null;
  readonly points: number;
  /** In this phone’s language: the teacher’s machine speaks its own. */
  readonly note: string | undefined;
  readonly language: string;
}

export function shownReveal(stage: Stage, view: SeatView): ShownReveal | null {
  const { reveal, place } = stage;
  if (!reveal) return null;
  const { question, passage } = reveal;
  // A view that is older than the stage tells of another question.
  const mine = view.place === place ? view.mine : null;
  const result = view.results.find((one) => one.place === place);
  return {
    question,
    options: question.type === 'truefalse' ? [TRUE, FALSE] : stage.options,
    key: keyOptions(question),
    taken: mine ? takenIn(question, mine) : [],
    verdict: result && !result.missing ? result.verdict : null,
    points: result?.points ?? 0,
    note: mine ? gradeResponse(question, mine).note : undefined,
    language: passage.language ?? 'en',
  };
}
