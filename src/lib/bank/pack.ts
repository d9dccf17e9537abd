import { err, ok, type Result } from '../primitives/index.ts';
import type { Citation } from '../document/index.ts';
import { describe, type Place } from '../document/anchor/index.ts';
import type { Bank, Distractor, Question } from './types.ts';

/**
 * A bank on its way to the app. Citations are places only: their words stand in the document, which
 * travels along, so they cannot disagree with it and are not sent twice.
 */
export interface PackedBank {
  readonly id: string;
  readonly document: Bank['document'];
  readonly questions: readonly unknown[];
}

export function packBank(bank: Bank): PackedBank {
  return { id: bank.id, document: bank.document, questions: bank.questions.map(packQuestion) };
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

/** The bank again; fails where a citation does not lie in the document, as in a damaged file. */
export function unpackBank(packed: PackedBank): Result<Bank> {
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
      message: `The questions of “${packed.document.title}” do not fit its text (${lost.join(', ')}). Your history is untouched. Reload the app to fetch them again.`,
    });
  }
  return ok({ id: packed.id, document: packed.document, questions });
}
