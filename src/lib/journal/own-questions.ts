import { isOwnQuestion, type OwnQuestion } from '../bank/index.ts';
import { compareEvents, type QuestionEvent } from './events.ts';

/** A question of the learner's own, under its id in the bank. */
export interface OwnEntry {
  readonly id: string;
  readonly content: OwnQuestion;
}

/**
 * The learner's own questions of a bank, in the order in which they were first written: each as its
 * newest event has it, those that were taken out left out. The order of the events does not matter.
 */
export function ownQuestions(events: readonly QuestionEvent[], bank: string): OwnEntry[] {
  const newest = new Map<string, OwnQuestion | null>();
  for (const event of [...events].sort(compareEvents)) {
    if (event.bank !== bank) continue;
    // What a newer version wrote and this one cannot read does not hide what it can.
    if (event.content === null || isOwnQuestion(event.content)) {
      newest.set(event.question, event.content);
    }
  }
  return [...newest].flatMap(([id, content]) => (content ? [{ id, content }] : []));
}
