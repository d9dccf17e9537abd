import { ok, type Result } from '../primitives/index.ts';
import { keptApart } from '../bank/index.ts';
import { bankOf, cardId } from '../journal/index.ts';
import { eligible, EVERYTHING, type Mode } from '../quiz/index.ts';
import { recallOn } from '../schedule/index.ts';
import type { Settled } from './quiz-choice.svelte.ts';
import type { Recite } from './recite.svelte.ts';
import { t } from '../language/index.ts';

export type QuizPreset = 'quick' | 'exam' | 'weakest' | 'mistakes' | 'surprise';

/** Why a ready-made quiz has nothing to ask. */
export const NOTHING_IN = {
  mistakes: t('No mistake of an earlier quiz is left: the last answer to each question was right.'),
  weakest: t(
    'You have not studied anything yet, so nothing is weak. A quick ten is a good beginning.',
  ),
} as const;

/** How many questions the short ones ask. */
const SHORT = 10;
const EXAM = 20;
/** Milliseconds a question of the ready-made exam. */
const EXAM_EACH_MS = 60_000;

/**
 * A ready-made quiz.
 *
 * @returns null where there is nothing to ask: nothing seen yet, or no mistake left
 */
export async function settlePreset(
  recite: Recite,
  preset: QuizPreset,
  counts: boolean,
): Promise<Result<Settled | null>> {
  const usual = eligible(recite.bank).filter(({ type }) => type !== 'open');
  const types = [...new Set(usual.map(({ type }) => type))];
  const settled = (only: readonly string[], length: number, mode: Mode = 'practice'): Settled => ({
    recipe: {
      ...EVERYTHING,
      bank: recite.bank.id,
      types: only.length > 0 ? [] : types,
      only,
      length,
    },
    rules: { mode, limit: mode === 'exam' ? EXAM_EACH_MS * length : null },
    asksConfidence: true,
    counts,
  });
  switch (preset) {
    case 'quick':
      return ok(settled([], SHORT));
    case 'exam':
      return ok(settled([], Math.min(EXAM, usual.length), 'exam'));
    case 'surprise': {
      // Any section, of which the time of asking decides: two taps are two surprises.
      const sections = [...new Set(usual.map(({ cites }) => cites[0].section))];
      const section = sections[recite.environment.now() % sections.length]!;
      const { recipe, ...rest } = settled([], SHORT);
      return ok({ ...rest, recipe: { ...recipe, sections: [section] } });
    }
    case 'weakest': {
      const weakest = await weakestFirst(recite);
      return weakest.ok ? ok(chosen(weakest.value)) : weakest;
    }
    case 'mistakes': {
      const missed = await mistaken(recite);
      return missed.ok ? ok(chosen(missed.value)) : missed;
    }
  }

  /** The first of these that go together. */
  function chosen(ids: readonly string[]): Settled | null {
    const askable = new Map(eligible(recite.bank).map((question) => [question.id, question]));
    const questions = ids.flatMap((id) => askable.get(id) ?? []);
    const together = keptApart(questions, recite.bank.apart ?? {}).slice(0, SHORT);
    return together.length === 0
      ? null
      : settled(
          together.map(({ id }) => id),
          together.length,
        );
  }
}

/** Questions seen before, by how likely they are recalled today, the least likely first. */
async function weakestFirst(recite: Recite): Promise<Result<string[]>> {
  const cards = await recite.store.cards();
  if (!cards.ok) return cards;
  const { day } = recite.moment();
  return ok(
    cards.value
      .flatMap(({ card, schedule, suspended }) =>
        schedule && !suspended ? [{ card, recall: recallOn(schedule, day, recite.settings) }] : [],
      )
      .filter(({ card }) => bankOf(card) === recite.bank.id)
      .sort((a, b) => a.recall - b.recall)
      .map(({ card }) => card.slice(recite.bank.id.length + 1)),
  );
}

/** Questions whose last answer in a quiz was not right, the newest first. */
async function mistaken(recite: Recite): Promise<Result<string[]>> {
  const answers = await recite.store.eventsOfKind('answer');
  if (!answers.ok) return answers;
  const prefix = cardId(recite.bank.id, '');
  const wrong = new Map<string, boolean>();
  for (const { card, verdict } of answers.value) {
    if (!card.startsWith(prefix)) continue;
    // Put again, so that the order is that of the last answers.
    wrong.delete(card);
    wrong.set(card, verdict !== 'right');
  }
  return ok(
    [...wrong]
      .filter(([, isWrong]) => isWrong)
      .map(([card]) => card.slice(prefix.length))
      .reverse(),
  );
}
