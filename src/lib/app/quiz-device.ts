import type { Recipe } from '../quiz/index.ts';
import { isRecord, keep, kept } from './kept.ts';

/**
 * What a quiz keeps on this device besides the journal: the set-up last chosen, and the quiz on the
 * table, so that a reload finds it as it was left. Not part of the journal: there the answers are.
 */
const CHOICE_KEY = 'recite-quiz-choice';
const QUIZ_KEY = 'recite-quiz';

export interface KeptChoice {
  readonly sections: readonly string[] | 'all';
  readonly kinds: readonly string[];
  readonly tags: readonly string[];
  readonly levels: readonly string[];
  readonly length: number | 'all';
  readonly mode: string;
  readonly time: string;
  readonly asksConfidence: boolean;
}

export interface KeptQuiz {
  readonly id: string;
  readonly recipe: Recipe;
  /** As `saveRun` wrote it. */
  readonly run: unknown;
  /** Milliseconds that it gives everyone; undefined where it was kept before that was. */
  readonly limit?: number | null | undefined;
  /** Its result is in the journal. */
  readonly noted: boolean;
  readonly asksConfidence: boolean;
  /** Its answers count for the schedule. */
  readonly counts: boolean;
}

export function keepChoice(choice: KeptChoice): void {
  keep(CHOICE_KEY, choice);
}

export function keptChoice(): Partial<Record<keyof KeptChoice, unknown>> {
  const choice = kept(CHOICE_KEY);
  return isRecord(choice) ? choice : {};
}

export function keepQuiz(quiz: KeptQuiz | null): void {
  keep(QUIZ_KEY, quiz);
}

export function keptQuiz(): KeptQuiz | null {
  const quiz = kept(QUIZ_KEY);
  return isRecord(quiz) && typeof quiz.id === 'string' && isRecipe(quiz.recipe)
    ? {
        id: quiz.id,
        recipe: quiz.recipe,
        run: quiz.run,
        limit: typeof quiz.limit === 'number' || quiz.limit === null ? quiz.limit : undefined,
        noted: quiz.noted === true,
        asksConfidence: quiz.asksConfidence !== false,
        counts: quiz.counts !== false,
      }
    : null;
}

function isRecipe(value: unknown): value is Recipe {
  return (
    isRecord(value) &&
    typeof value.bank === 'string' &&
    typeof value.length === 'number' &&
    [value.sections, value.types, value.tags, value.levels, value.only].every(Array.isArray)
  );
}
