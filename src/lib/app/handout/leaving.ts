import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { framesOf, fromBase32, KEY_BYTES, sealLive, taggedText } from '../../handout/index.ts';
import { t } from '../../language/index.ts';
import type { GivenInSession } from '../classroom/given-memory.ts';
import { squaresOf, type Squares } from './squares.ts';

/** More octets than this make a code that a hand cannot hold steady enough. */
const MOST_IN_ONE = 600;

/** The answers of a live session as texts for QR codes, and as codes, sealed to the teacher. */
export interface LeftBehind {
  readonly texts: readonly string[];
  readonly codes: readonly Squares[];
}

/**
 * Seals all that this phone answered. It is loaded while the connection stands: by plain http, nothing
 * can be loaded any more once the teacher’s machine is gone.
 */
export async function leaveBehind(given: GivenInSession): Promise<Result<LeftBehind>> {
  const key = fromBase32(given.key);
  if (key?.length !== KEY_BYTES) return err(NO_KEY);
  const asked = new Map(given.answers.map((answer) => [answer.asked.place, answer.asked]));
  const { seat, name } = given;
  const answers = given.answers.map((answer) => ({ ...answer, place: answer.asked.place }));
  const sealed = sealLive(
    { seat, name, at: Date.now(), answers },
    given.session,
    (place) => asked.get(place),
    key,
    (length) => crypto.getRandomValues(new Uint8Array(length)),
  );
  if (!sealed.ok) return sealed;
  const texts =
    sealed.value.length > MOST_IN_ONE
      ? framesOf(sealed.value)
      : ok([taggedText('R', sealed.value)]);
  return texts.ok ? ok({ texts: texts.value, codes: await squaresOf(texts.value, true) }) : texts;
}

/** Loads the encoder of QR codes. */
export async function warmUp(): Promise<void> {
  await squaresOf(['RECITE']);
}

const NO_KEY: Failure = {
  code: 'session-without-key',
  message: t(
    'This session was begun without a key for such codes. Tell your teacher what you answered.',
  ),
};
