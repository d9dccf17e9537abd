import type { Failure, Result } from '../primitives/index.ts';
import { tellingIfSlow } from './slow.ts';

/** One write at a time, and what the person sees of it. */
export class Writing {
  /** What is being written takes long enough to be seen. */
  slow = $state(false);
  /** Why the last thing could not be done; null where it could. */
  failure = $state.raw<Failure | null>(null);
  /** Nothing else is to be taken meanwhile: a second tap must not do the same again. */
  busy = false;

  /** Runs a write; null where it failed, which is then shown. */
  async run<T>(write: () => Promise<Result<T>>): Promise<T | null> {
    const result = await this.hold(() => tellingIfSlow(write, (slow) => (this.slow = slow)));
    this.failure = result.ok ? null : result.error;
    return result.ok ? result.value : null;
  }

  /** Does something that ends in a write, or may. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }
}
