import { err, ok, type Result } from '../primitives/index.ts';
import { BLANK, type Question } from '../bank/index.ts';
import type { EditEvent } from '../journal/index.ts';
import { answerText, takesAnswer, takesPrompt } from './wording.ts';
import { t } from '../language/index.ts';

/** What a form changes; null takes a field back to the bank's words. */
export type WordingChanges = EditEvent['changes'];

/** What stands in the fields of the form; the answer null where the question's is not one text. */
export interface WordingForm {
  readonly prompt: string;
  readonly answer: string | null;
  readonly explanation: string;
}

/** Field → what is wrong with it, in words for the person. */
export type WordingFaults = { readonly [Field in keyof WordingForm]?: string };

/** A question's words as the form shows them. */
export function wordingForm(question: Question): WordingForm {
  const { prompt, explanation } = question;
  return { prompt, answer: answerText(question), explanation };
}

/**
 * What a filled form changes.
 *
 * @param original the question in the bank's words: what is set to them again is no longer worded anew
 * @param shown the question as the learner sees it
 * @returns only the fields that change
 */
export function readWording(
  original: Question,
  shown: Question,
  form: WordingForm,
): Result<WordingChanges, WordingFaults> {
  const entered = {
    prompt: form.prompt.trim(),
    answer: form.answer?.trim() ?? null,
    explanation: form.explanation.trim(),
  };
  const faults = faultsOf(original, entered);
  if (Object.keys(faults).length > 0) return err(faults);
  const [bank, now] = [wordingForm(original), wordingForm(shown)];
  const fields = ['prompt', 'answer', 'explanation'] as const;
  const changed = fields.filter((field) => entered[field] !== now[field]);
  return ok(
    Object.fromEntries(
      changed.map((field) => [field, entered[field] === bank[field] ? null : entered[field]]),
    ),
  );
}

function faultsOf(question: Question, { prompt, answer }: WordingForm): WordingFaults {
  return {
    ...(!takesPrompt(question, prompt) && { prompt: promptFault(question, prompt) }),
    ...(answer !== null && !takesAnswer(question, answer) && { answer: answerFault(answer) }),
  };
}

function promptFault({ type }: Question, prompt: string): string {
  if (type !== 'cloze' || prompt === '') return t('The question cannot be empty.');
  const gaps = prompt.split(BLANK).length - 1;
  return gaps === 0
    ? t('Keep the gap: write {0} (four underscores) where the answer is missing.', BLANK)
    : t('One gap only: {0} stands in it {1} times.', BLANK, gaps);
}

function answerFault(answer: string): string {
  return answer === ''
    ? t('The answer cannot be empty.')
    : t('This is one of the wrong options. The right answer needs words of its own.');
}
