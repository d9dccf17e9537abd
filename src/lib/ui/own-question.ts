import type { Question } from '../bank/index.ts';

/** Whether the learner wrote the question: the bank room gives those such ids. */
export function isOwn({ id }: Pick<Question, 'id'>): boolean {
  return id.startsWith('own-');
}
