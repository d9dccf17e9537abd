import { EVERYTHING, quizText, versionOf } from '../quiz/index.ts';
import type { Outcome } from '../quiz/index.ts';
import type { Settled } from './quiz-choice.svelte.ts';
import type { Quiz } from './quiz-desk.svelte.ts';
import type { Recite } from './recite.svelte.ts';

/** A quiz on what was not right in one that is over; null where all was. */
export function onMistakes(
  { recipe, ...ways }: Quiz,
  outcomes: readonly Outcome[],
): Settled | null {
  const wrong = outcomes.filter(({ grade }) => grade.verdict !== 'right');
  const only = wrong.map(({ question }) => question.id);
  if (only.length === 0) return null;
  return {
    recipe: { ...EVERYTHING, bank: recipe.bank, only, length: only.length },
    rules: { mode: 'practice', limit: null },
    ...waysOf(ways),
  };
}

/** Another quiz on the same sections, with other questions. */
export function onTheSame({ recipe, run, ...ways }: Quiz): Settled {
  return { recipe, rules: { mode: run.mode, limit: run.limit }, ...waysOf(ways) };
}

function waysOf({ asksConfidence, counts }: Pick<Quiz, 'asksConfidence' | 'counts'>) {
  return { asksConfidence, counts };
}

/** A quiz in one line, for a link. */
export function lineOf(
  { bank }: Recite,
  { recipe, rules }: Pick<Settled, 'rules'> & Pick<Quiz, 'recipe'>,
) {
  return quizText({ recipe, rules, version: versionOf(bank.document) });
}
