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
  /** Of a written answer: who has marked it; null where there is none. */
  readonly marked: OwnResult['marked'] | null;
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
  const marked = result?.marked ?? null;
  return {
    question,
    options: question.type === 'truefalse' ? [TRUE, FALSE] : stage.options,
    key: keyOptions(question),
    taken: mine ? takenIn(question, mine) : [],
    verdict: result && !result.missing && marked !== 'nobody' ? result.verdict : null,
    marked,
    points: result?.points ?? 0,
    note: mine && question.type !== 'open' ? gradeResponse(question, mine).note : undefined,
    language: passage.language ?? 'en',
  };
}
