import { seededRandom, shuffled } from '../primitives/index.ts';
import type { Bank, Question } from '../bank/index.ts';
import { isGradable, type GradableQuestion } from '../grading/index.ts';

/** Everything that decides which questions a quiz asks: the same recipe is the same quiz. */
export interface Recipe {
  readonly bank: string;
  /** Section addresses; empty means all. */
  readonly sections: readonly string[];
  /** How many questions at most. */
  readonly length: number;
  readonly seed: string;
}

/** The section that a question belongs to: that of the passage its key rests on. */
export function sectionOf(question: Question): string {
  return question.cites[0].section;
}

/** The questions that a quiz can draw on: of the chosen sections, and gradable by machine. */
export function eligible(bank: Bank, sections: readonly string[]): GradableQuestion[] {
  return bank.questions
    .filter(isGradable)
    .filter((question) => sections.length === 0 || sections.includes(sectionOf(question)));
}

/**
 * Draws a quiz: shuffled by the seed, then taken from the sections in turn, so that a short quiz
 * over many sections asks about each before it asks about one twice.
 */
export function assembleQuiz(bank: Bank, recipe: Recipe): GradableQuestion[] {
  const random = seededRandom(recipe.seed);
  const piles = new Map<string, GradableQuestion[]>();
  for (const question of shuffled(eligible(bank, recipe.sections), random)) {
    const section = sectionOf(question);
    const pile = piles.get(section);
    if (pile) pile.push(question);
    else piles.set(section, [question]);
  }
  const chosen: GradableQuestion[] = [];
  const order = shuffled([...piles.values()], random);
  for (let round = 0; order.some((pile) => round < pile.length); round++) {
    for (const pile of order) {
      const question = pile[round];
      if (question) chosen.push(question);
    }
  }
  return shuffled(chosen.slice(0, recipe.length), random);
}
