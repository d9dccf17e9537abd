import { seededRandom, shuffled, type Random } from '../primitives/index.ts';
import {
  keptApart,
  type Bank,
  type Level,
  type Question,
  type QuestionType,
  type Tag,
} from '../bank/index.ts';
import { askable, sectionOf } from './askable.ts';

/** Which questions may come. An empty list leaves its matter open. */
export interface Selection {
  /** Section addresses. */
  readonly sections: readonly string[];
  readonly types: readonly QuestionType[];
  readonly tags: readonly Tag[];
  readonly levels: readonly Level[];
  /** Question ids: these and no others, as for a quiz on one’s mistakes. */
  readonly only: readonly string[];
}

export const EVERYTHING: Selection = { sections: [], types: [], tags: [], levels: [], only: [] };

/** Everything that decides which questions a quiz asks: the same recipe is the same quiz. */
export interface Recipe extends Selection {
  readonly bank: string;
  /** How many questions at most. */
  readonly length: number;
  readonly seed: string;
}

/** The questions that a quiz can draw on, in the order of the bank. */
export function eligible(bank: Bank, selection: Selection = EVERYTHING): Question[] {
  return selected(askable(bank), selection);
}

/** Those of the questions that a selection lets through, in their order. */
export function selected(questions: readonly Question[], selection: Selection): Question[] {
  const { sections, types, tags, levels, only } = selection;
  const fits = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);
  return questions.filter(
    (question) =>
      fits(sections, sectionOf(question)) &&
      fits(types, question.type) &&
      fits(levels, question.level) &&
      fits(only, question.id) &&
      (tags.length === 0 || question.tags.some((tag) => tags.includes(tag))),
  );
}

/** Draws a quiz: see `spread`. Questions that give away one another never meet in it. */
export function assembleQuiz(bank: Bank, recipe: Recipe): Question[] {
  const ordered = spread(eligible(bank, recipe), recipe.seed);
  return keptApart(ordered, bank.apart ?? {}).slice(0, Math.max(0, recipe.length));
}

/**
 * The questions in an order that goes round the sections, and within a section round its paragraphs, so
 * that each section comes before one comes twice, and ending early leaves nothing out of proportion;
 * who comes first in a round is left to the seed.
 */
export function spread(questions: readonly Question[], seed: string): Question[] {
  const random = seededRandom(seed);
  const mixed = shuffled(questions, random);
  const within = inRounds(mixed, (question) => question.cites[0].paragraph, random);
  return inRounds(within, sectionOf, random);
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
