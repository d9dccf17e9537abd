/** From here on a wait is long enough to be seen, and should be. */
const SLOW_MS = 150;

/**
 * Runs a piece of work, and says that it runs only if it takes its time. What is done before the eye
 * could see anything change is not announced: to paint that would make the result wait for another
 * frame.
 */
export async function tellingIfSlow<T>(
  work: () => Promise<T>,
  tell: (slow: boolean) => void,
): Promise<T> {
  const timer = setTimeout(() => tell(true), SLOW_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    tell(false);
  }
}
