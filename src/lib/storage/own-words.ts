import { err, type Failure, type Result } from '../primitives/index.ts';
import { attempt as attemptPlainly } from './failures.ts';

/**
 * For storage beside the journal: what is said of answers there does not fit what is kept here.
 *
 * @param words by a failure's code, where the journal's do not fit
 */
export function ownWords(words: Readonly<Record<string, string>>) {
  /** The same failure, in the words of its own. */
  const inWords = ({ code, message }: Failure): Failure => ({
    code,
    message: words[code] ?? message,
  });
  /** As the journal's `attempt`. */
  const attempt = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const done = await attemptPlainly(work);
    return done.ok ? done : err(inWords(done.error));
  };
  return { inWords, attempt };
}
