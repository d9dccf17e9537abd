import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { keyOptions } from '../../bank/index.ts';
import type { Asked, Planned } from '../../classroom/index.ts';
import { gradeResponse, type Response, type Verdict } from '../../grading/index.ts';
import {
  codeCheck,
  fromBase32,
  nearPassage,
  unlockWhole,
  unpackWhole,
  WRONG_CODE,
} from '../../handout/index.ts';
import type { Recite } from '../recite.svelte.ts';
import { t } from '../../language/index.ts';
import { takenIn } from '../presentation.ts';
import { readLinked } from './linked.ts';
import { squeeze } from './squeeze.ts';
import type { Taking } from './taken-memory.ts';

/** A quiz as this phone has it. */
export interface TakenQuiz {
  readonly id: string;
  readonly title: string;
  readonly sure: boolean;
  readonly key: Uint8Array;
  readonly asked: readonly Asked[];
  readonly source: Taking['source'];
  /** Gives the keys and explanations for the code. */
  readonly unlock: (code: string) => Promise<Result<readonly Planned[]>>;
}

/** Reads a quiz out of a link or a loop of codes. */
export async function readQuiz(
  recite: Recite,
  source: Taking['source'],
): Promise<Result<TakenQuiz>> {
  if (source.kind === 'whole') {
    const whole = await unpackWhole(fromBase32(source.bytes) ?? new Uint8Array(0), squeeze);
    if (!whole.ok) return whole;
    const { value } = whole;
    return ok({ ...value, source, unlock: (code) => unlockWhole(value, code, squeeze) });
  }
  await recite.start();
  if (recite.status !== 'ready') return err(NO_BANK);
  const linked = readLinked(recite.shippedBank, source.text);
  if (!linked.ok) return linked;
  const { id, check, plan } = linked.value;
  const unlock = async (code: string) =>
    codeCheck(code, id) === check ? ok(plan) : err(WRONG_CODE);
  const title = linked.value.title || recite.shippedBank.document.title;
  return ok({ ...linked.value, title, source, unlock });
}

/** A question with its key, beside what the student answered. */
export interface Explained extends Planned {
  /** As they stood. */
  readonly options: readonly string[];
  /** Of these, the right ones. */
  readonly key: readonly string[];
  readonly taken: readonly string[];
  /** Null: nothing was answered. */
  readonly verdict: Verdict | null;
  readonly note: string | undefined;
}

export function explain(
  { asked }: Pick<TakenQuiz, 'asked'>,
  plan: readonly Planned[],
  responses: readonly (Response | null)[],
): Explained[] {
  return plan.map((planned, at) => {
    const response = responses[at] ?? null;
    const grade = response && gradeResponse(planned.question, response);
    return {
      ...planned,
      passage: nearPassage(planned.passage),
      options: asked[at]!.options,
      key: keyOptions(planned.question),
      taken: response ? takenIn(planned.question, response) : [],
      verdict: grade?.verdict ?? null,
      note: grade?.note,
    };
  });
}

const NO_BANK: Failure = {
  code: 'no-bank',
  message: t(
    'The questions could not be loaded here. Ask your teacher for the quiz as a loop of codes.',
  ),
};
