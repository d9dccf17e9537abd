import { keyOptions, type Question } from '../bank/index.ts';
import { AGAIN, GOOD, type Rating } from '../schedule/index.ts';

/** The grade that the options taken speak for; null where none was taken, or there are none. The learner decides. */
export function suggestedRating(question: Question, taken: readonly string[]): Rating | null {
  const key = new Set(keyOptions(question));
  if (taken.length === 0 || key.size === 0) return null;
  const right = taken.length === key.size && taken.every((option) => key.has(option));
  return right ? GOOD : AGAIN;
}
