import { ok, type Result } from '../primitives/index.ts';
import { answersOf, noCounts } from '../journal/index.ts';
import type { Exam } from '../schedule/index.ts';
import {
  examNeeding,
  examPlanning,
  type ExamNeeds,
  type ExamPlan,
} from '../schedule/exam/index.ts';
import { examRequest, inStretches } from './exam-today.ts';
import type { Recite } from './recite.svelte.ts';

/** What an exam comes to at the learner's limits, and what it would take where that is too little. */
export interface ExamOutlook {
  readonly plan: ExamPlan;
  /** Null where the plan reaches the target. */
  readonly needs: ExamNeeds | null;
  /** What an answer takes, in seconds. */
  readonly pace: number;
  /** The pace was measured; else it is a guess. */
  readonly measured: boolean;
}

/** The pace is that of so many last days, if they hold so many answers; else it is guessed. */
const PACE_DAYS = 30;
const PACE_ANSWERS = 30;
const GUESSED_SECONDS = 10;

/** Works an exam out, without setting it. */
export async function examOutlook(recite: Recite, exam: Exam): Promise<Result<ExamOutlook>> {
  const { day } = recite.moment();
  const days = await recite.store.days(day - PACE_DAYS, day);
  if (!days.ok) return days;
  const counts = days.value.find((counted) => counted.day === day) ?? noCounts(day);
  const asked = await examRequest(recite, exam, counts);
  if (!asked.ok) return asked;
  const plan = await inStretches(examPlanning(asked.value.request));
  const needs = plan.reached ? null : await inStretches(examNeeding(asked.value.request));
  const answers = days.value.reduce((sum, counted) => sum + answersOf(counted), 0);
  const spent = days.value.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const measured = answers >= PACE_ANSWERS;
  return ok({ plan, needs, pace: measured ? spent / answers / 1000 : GUESSED_SECONDS, measured });
}
