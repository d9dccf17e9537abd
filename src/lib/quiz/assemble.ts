import { seededRandom, shuffled, type Random } from '../primitives/index.ts';
import { keptApart, type Bank, type Question } from '../bank/index.ts';
import { isGradable, type GradableQuestion } from '../grading/index.ts';

/** What the learner does to answer. */
export const QUIZ_KINDS = ['choose', 'judge', 'type'] as const;
export type QuizKind = (typeof QUIZ_KINDS)[number];

const KIND_OF: Record<GradableQuestion['type'], QuizKind> = {
  choice: 'choose',
  multi: 'choose',
  truefalse: 'judge',
  cloze: 'type',
  short: 'type',
  number: 'type',
};

/** Everything that decides which questions a quiz asks: the same recipe is the same quiz. */
export interface Recipe {
  readonly bank: string;
  /** Section addresses; empty means all. */
  readonly sections: readonly string[];
  /** Empty means all. */
  readonly kinds: readonly QuizKind[];
  /** How many questions at most. */
  readonly length: number;
  readonly seed: string;
}

/** The section that a question belongs to: that of the passage its key rests on. */
export function sectionOf(question: Question): string {
  return question.cites[0].section;
}

/** The questions that a quiz can draw on: of the chosen sections and kinds, and gradable by machine. */
export function eligible(
  bank: Bank,
  sections: readonly string[],
  kinds: readonly QuizKind[] = [],
): GradableQuestion[] {
  return bank.questions
    .filter(isGradable)
    .filter((question) => sections.length === 0 || sections.includes(sectionOf(question)))
    .filter((question) => kinds.length === 0 || kinds.includes(KIND_OF[question.type]));
}

/**
 * Draws a quiz. It goes round the sections, and within a section round its paragraphs, so that each
 * section is asked about before one is asked about twice, and ending early leaves nothing out of
 * proportion; who comes first in a round is left to the seed.
 */
export function assembleQuiz(bank: Bank, recipe: Recipe): GradableQuestion[] {
  const random = seededRandom(recipe.seed);
  const mixed = shuffled(eligible(bank, recipe.sections, recipe.kinds), random);
  const spread = inRounds(mixed, (question) => question.cites[0].paragraph, random);
  const ordered = inRounds(spread, sectionOf, random);
  return keptApart(ordered, bank.apart ?? {}).slice(0, Math.max(0, recipe.length));
}

/**
 * The items in rounds: a round takes the next item of each pile, the piles in a new order each time.
 * Within a pile the order stays.
 */
function inRounds<T>(items: readonly T[], pileOf: (item: T) => string, random: Random): T[] {
  const piles = new Map<string, T[]>();
  for (const item of items) {
    const name = pileOf(item);
    piles.set(name, [...(piles.get(name) ?? []), item]);
  }
  const result: T[] = [];
  for (let round = 0; result.length < items.length; round++) {
    const waiting = [...piles.values()].filter((pile) => round < pile.length);
    for (const pile of shuffled(waiting, random)) result.push(pile[round]!);
  }
  return result;
}
