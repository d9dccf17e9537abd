import { shuffled, type Random } from '../primitives/index.ts';
import type { ChoiceQuestion, MultiQuestion } from './types.ts';
import { readOption } from './option-value.ts';

/** The options of a question, the right ones first. */
export function optionTexts(question: ChoiceQuestion | MultiQuestion): string[] {
  const right = question.type === 'choice' ? [question.answer] : question.answers;
  return [...right, ...question.distractors.map(({ text }) => text)];
}

/**
 * The options in the order in which a learner sees them: numbers and dates ascending, so that their
 * order says nothing; all others shuffled.
 *
 * @param random the app hands in `seededRandom(question.id)`, so that a question looks the same each
 *   time; the checker judges the positions of the keys in that order
 */
export function optionOrder(question: ChoiceQuestion | MultiQuestion, random: Random): string[] {
  const options = optionTexts(question);
  const values = options.map(readOption);
  const kind = values[0]?.kind;
  if (kind && values.every((value) => value?.kind === kind)) {
    return options
      .map((text, index) => ({ text, value: values[index]!.value }))
      .sort((a, b) => a.value - b.value)
      .map(({ text }) => text);
  }
  return shuffled(options, random);
}
