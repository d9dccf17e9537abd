import type { Question } from '../bank/index.ts';
import { gradeResponse, isGradable } from '../grading/index.ts';
import { AGAIN, GOOD, type Rating } from '../schedule/index.ts';
import { responseOf } from './presentation.ts';

/** The grade that the options taken speak for; null where none was taken. The learner decides. */
export function suggestedRating(question: Question, taken: readonly string[]): Rating | null {
  if (taken.length === 0 || !isGradable(question)) return null;
  const { verdict } = gradeResponse(question, responseOf(question, taken));
  return verdict === 'right' ? GOOD : AGAIN;
}
