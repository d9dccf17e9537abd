import { err, ok, type Result } from '../primitives/index.ts';
import type { Citation } from '../document/index.ts';
import { describe, type Place } from '../document/anchor/index.ts';
import type { Bank, Distractor, Question } from './types.ts';
import { t } from '../language/index.ts';

/**
 * A bank on its way to the app. Citations are places only: their words stand in the document, which
 * travels along, so they cannot disagree with it and are not sent twice.
 */
export interface PackedBank {
  readonly id: string;
  readonly document: Bank['document'];
  readonly questions: readonly unknown[];
  readonly apart?: NonNullable<Bank['apart']>;
}

export function packBank(bank: Bank): PackedBank {
  const { id, document, apart } = bank;
  const questions = bank.questions.map(packQuestion);
  return { id, document, questions, ...(apart && { apart }) };
}

function packQuestion(question: Question): unknown {
  const cites = question.cites.map(place);
  if (!('distractors' in question)) return { ...question, cites };
  const distractors = question.distractors.map((distractor) =>
    distractor.cite ? { ...distractor, cite: place(distractor.cite) } : distractor,
  );
  return { ...question, cites, distractors };
}

function place({ paragraph, start, end }: Citation): Place {
  return { paragraph, start, end };
}

/**
 * The bank again; fails where a citation does not lie in the document, as in a damaged file, or
 * where what arrived is no bank at all.
 */
export function unpackBank(packed: unknown): Result<Bank> {
  if (!isPacked(packed)) {
    return err({
      code: 'bank-damaged',
      message: t(
        'What arrived in place of the questions is something else. Your progress is safe. Connect to the network and reload the app to fetch them again.',
      ),
    });
  }
  const lost: string[] = [];
  const resolve = (at: Place, id: string): Citation | undefined => {
    const citation = describe(packed.document, at);
    if (!citation) lost.push(id);
    return citation;
  };
  const questions = packed.questions.map((value) => {
    const question = value as Question;
    const cites = question.cites.map((cite) => resolve(cite, question.id));
    if (!('distractors' in question)) return { ...question, cites } as unknown as Question;
    const distractors = question.distractors.map((distractor: Distractor) =>
      distractor.cite ? { ...distractor, cite: resolve(distractor.cite, question.id) } : distractor,
    );
    return { ...question, cites, distractors } as unknown as Question;
  });
  if (lost.length > 0) {
    return err({
      code: 'lost-citation',
      message: t(
        'The questions of “{0}” do not fit its text ({1}). Your history is untouched. Reload the app to fetch them again.',
        packed.document.title,
        lost.join(', '),
      ),
    });
  }
  const { id, document, apart } = packed;
  return ok({ id, document, questions, ...(apart && { apart }) });
}

/** Whether this has the shape of a bank, as far as it takes to find the citations. */
function isPacked(value: unknown): value is PackedBank {
  if (!isRecord(value) || typeof value.id !== 'string' || !isRecord(value.document)) return false;
  const { document, questions } = value;
  return (
    isListOf(document.sections, (section) =>
      isListOf(section.paragraphs, ({ text }) => typeof text === 'string'),
    ) && isListOf(questions, ({ cites }) => isListOf(cites, () => true))
  );
}

function isListOf(value: unknown, fits: (item: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isRecord(item) && fits(item));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
