import type { Instant } from '../primitives/index.ts';

export interface Rate {
  /** As many at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/** What one phone may send: far more than fingers do. */
export const MESSAGES: Rate = { burst: 20, perSecond: 5 };

/**
 * New students from one address. A whole class may sit behind one, so five hundred are in within a
 * minute; who keeps making students up gets no more than the session holds.
 */
export const JOINS: Rate = { burst: 250, perSecond: 5 };

/**
 * Tries of the typed code from one address. Of the 32⁶ codes a thousand million are wrong: at this
 * rate an hour finds one in 600,000.
 */
export const GUESSES: Rate = { burst: 30, perSecond: 0.5 };

/** Octets of the longest frame that is accepted from anybody. */
export const MOST_BYTES = 16 * 1024;

/** Students in one session. */
export const MOST_SEATS = 5000;

/** A token bucket: fills evenly, and each message takes one out. */
export class Bucket {
  readonly #rate: Rate;
  #tokens: number;
  #at: Instant;

  constructor(rate: Rate, now: Instant) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#at = now;
  }

  /** Whether one more is allowed now; it counts if so. */
  take(now: Instant): boolean {
    this.#fill(now);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** It holds all that it can, so whoever it belongs to has been quiet. */
  isFull(now: Instant): boolean {
    this.#fill(now);
    return this.#tokens >= this.#rate.burst;
  }

  #fill(now: Instant): void {
    // A clock that was put back gives nothing, and takes nothing.
    const passed = Math.max(0, now - this.#at) / 1000;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + passed * this.#rate.perSecond);
    this.#at = now;
  }
}

/** A bucket for each address. Those who have been quiet are forgotten. */
export class Buckets {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, Bucket>();
  #sweepAt = 1000;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  take(whose: string, now: Instant): boolean {
    if (this.#buckets.size >= this.#sweepAt) this.#sweep(now);
    const bucket = this.#buckets.get(whose) ?? new Bucket(this.#rate, now);
    this.#buckets.set(whose, bucket);
    return bucket.take(now);
  }

  #sweep(now: Instant): void {
    for (const [whose, bucket] of this.#buckets) {
      if (bucket.isFull(now)) this.#buckets.delete(whose);
    }
    this.#sweepAt = Math.max(1000, 2 * this.#buckets.size);
  }
}
