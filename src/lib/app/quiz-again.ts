import { placedParagraphs, type Document, type TextPlace } from '../document/index.ts';
import { EVERYTHING, quizText, versionOf } from '../quiz/index.ts';
import type { Outcome } from '../quiz/index.ts';
import type { Settled } from './quiz-choice.svelte.ts';
import type { Quiz } from './quiz-desk.svelte.ts';
import type { Recite } from './recite.svelte.ts';

/** The passages that decide questions, in the order of the document, none twice. */
export function passagesOf(
  mistakes: readonly Pick<Outcome, 'question'>[],
  document: Document,
): TextPlace[] {
  const order = new Map(
    placedParagraphs(document).map(({ paragraph, index }) => [paragraph.id, index]),
  );
  const places = mistakes.map(({ question }) => question.cites[0]);
  const byName = new Map(
    places.map(({ paragraph: block, start, end }) => [
      `${block}:${start}-${end}`,
      { block, start, end },
    ]),
  );
  return [...byName.values()].sort(
    (a, b) => order.get(a.block)! - order.get(b.block)! || a.start - b.start,
  );
}

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
export function onTheSame({ recipe, ...quiz }: Quiz): Settled {
  return { recipe, rules: rulesOf(quiz), ...waysOf(quiz) };
}

/** The rules of a quiz as they are for everyone. */
export function rulesOf({ run, limit }: Pick<Quiz, 'run' | 'limit'>): Settled['rules'] {
  return { mode: run.mode, limit };
}

/** Milliseconds that this learner is given where everyone is given `limit`. */
export function timeGiven({ settings }: Recite, limit: number | null): number | null {
  return limit === null ? null : limit * settings.examTime;
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
