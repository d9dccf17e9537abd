import type { Citation } from '../document/index.ts';
import type { Gap, Level, Question, QuestionType, Stance } from './types.ts';

/** A question in the plain shape that the commands print: the same fields for every type. */
export interface ExchangeQuestion {
  readonly id: string;
  readonly type: QuestionType;
  readonly prompt: string;
  readonly answers: readonly string[];
  readonly distractors: readonly string[];
  readonly explanation: string;
  readonly stance: Stance;
  readonly level: Level;
  readonly tags: readonly string[];
  readonly cites: readonly Citation[];
  /** Only where the bank has them, so that a printed bank can be checked like its source. */
  readonly signoff?: string;
  readonly waive?: Readonly<Record<string, string>>;
  /** Only where the question has several cards. */
  readonly gaps?: readonly Gap[];
  readonly reverse?: string;
}

/** The key of a question as text: one string for each thing that the learner must produce. */
export function keyTexts(question: Question): readonly string[] {
  switch (question.type) {
    case 'open':
    case 'choice':
      return [question.answer];
    case 'cloze':
    case 'short':
      return [question.answer, ...question.accept];
    case 'multi':
      return question.answers;
    case 'truefalse':
      return [String(question.answer)];
    case 'number':
      return [String(question.answer)];
    case 'order':
      return question.items;
    case 'match':
      return question.pairs.map(({ left, right }) => `${left} → ${right}`);
    case 'evidence':
      return [question.cites[0].exact];
  }
}

/** The question in the shape of `bank export`; lists that its type does not use are empty. */
export function toExchange(question: Question): ExchangeQuestion {
  const { id, type, prompt, explanation, stance, level, tags, cites } = question;
  return {
    id,
    type,
    prompt,
    answers: keyTexts(question),
    distractors: 'distractors' in question ? question.distractors.map(({ text }) => text) : [],
    explanation,
    stance,
    level,
    tags,
    cites,
    ...(question.signoff === undefined ? {} : { signoff: question.signoff }),
    ...(Object.keys(question.waive).length === 0 ? {} : { waive: question.waive }),
    ...('gaps' in question ? { gaps: question.gaps } : {}),
    ...('reverse' in question ? { reverse: question.reverse } : {}),
  };
}
