import type { Question } from '../bank/index.ts';

/**
 * The chance of being right without knowing anything, in [0, 1]: one in as many answers as the
 * question leaves to choose from; 0 where the answer is typed, said or searched for.
 */
export function guessChance(question: Question): number {
  switch (question.type) {
    case 'choice':
      return 1 / (1 + question.distractors.length);
    case 'truefalse':
      return 1 / 2;
    // The stem says how many are right.
    case 'multi': {
      const right = question.answers.length;
      return 1 / combinations(right + question.distractors.length, right);
    }
    case 'order':
      return 1 / factorial(question.items.length);
    case 'match':
      return question.recall ? 0 : 1 / factorial(question.pairs.length);
    default:
      return 0;
  }
}

function combinations(all: number, chosen: number): number {
  return factorial(all) / (factorial(chosen) * factorial(all - chosen));
}

function factorial(count: number): number {
  return count <= 1 ? 1 : count * factorial(count - 1);
}
