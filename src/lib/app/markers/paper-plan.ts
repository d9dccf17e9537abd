import { err, ok, type Result } from '../../primitives/index.ts';
import type { Bank } from '../../bank/index.ts';
import { planOf, type Planned } from '../../classroom/index.ts';
import type { ClassRecord } from '../../gradebook/index.ts';
import { t } from '../../language/index.ts';
import { isForCards } from '../../markers/index.ts';
import { assembleQuiz, EVERYTHING } from '../../quiz/index.ts';

/** Whom to ask, and where to take the questions from. */
export interface PaperChoice {
  /** Id of the class. */
  readonly list: string;
  /** A class record whose questions are asked again; '': new ones. */
  readonly record: string;
  /** A section's address; '': all. */
  readonly section: string;
  /** How many new ones. */
  readonly length: number;
}

/**
 * The questions of a session: new ones that cards can answer, or those of a class record.
 *
 * @param seed draws the new ones
 */
export function planFor(
  bank: Bank,
  seed: string,
  records: readonly ClassRecord[],
  { record, section, length }: PaperChoice,
): Result<readonly Planned[]> {
  const known = records.find(({ id }) => id === record);
  if (known) return ok(known.plan);
  const questions = assembleQuiz(bank, {
    ...EVERYTHING,
    bank: bank.id,
    sections: section === '' ? [] : [section],
    only: bank.questions.filter(isForCards).map(({ id }) => id),
    length,
    seed,
  });
  return questions.length === 0 ? err(NONE_HERE) : planOf(bank, questions);
}

const NONE_HERE = {
  code: 'no-questions',
  message: t('Cards can answer questions with two to four options. There is none among these.'),
};
