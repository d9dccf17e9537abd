import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { asked, planOf, type Asked, type Planned } from '../../classroom/index.ts';
import { handoutId, readLinkText, type LinkedHandout } from '../../handout/index.ts';
import { assembleQuiz, type Recipe } from '../../quiz/index.ts';
import type { Bank } from '../../bank/index.ts';
import { t } from '../../language/index.ts';

/** The questions of a recipe, as a hand-out asks them. */
export function planFor(
  bank: Bank,
  recipe: Recipe,
): Result<{ plan: readonly Planned[]; asked: readonly Asked[] }> {
  const plan = planOf(bank, assembleQuiz(bank, recipe));
  if (!plan.ok) return plan;
  const { language } = bank.document;
  return ok({ plan: plan.value, asked: askedOf(plan.value, recipe.seed, language) });
}

export function askedOf(plan: readonly Planned[], seed: string, language: string): Asked[] {
  return plan.map(({ question }, at) => asked(question, at, `${seed}/${at}`, language));
}

/** A quiz out of a link, with the questions of the bank that came with the app. */
export interface Linked extends LinkedHandout {
  readonly plan: readonly Planned[];
  readonly asked: readonly Asked[];
}

/** Reads a link, and makes sure that this device asks what the teacher saw. */
export function readLinked(bank: Bank, text: string): Result<Linked> {
  const link = readLinkText(text);
  if (!link.ok) return link;
  const { recipe } = link.value.quiz;
  const made = recipe.bank === bank.id ? planFor(bank, recipe) : err(ELSEWHERE);
  if (!made.ok) return err(ELSEWHERE);
  const { asked } = made.value;
  return handoutId({ ...link.value, asked }) === link.value.id
    ? ok({ ...link.value, ...made.value })
    : err(ELSEWHERE);
}

const ELSEWHERE: Failure = {
  code: 'handout-of-another-bank',
  message: t(
    'The questions of this quiz are not on this device as your teacher has them. Update the app, or ask for the quiz as a loop of codes.',
  ),
};
