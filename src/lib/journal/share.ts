/** A share as it was counted, and where the true one lies with 95 % confidence. */
export interface Share {
  readonly passed: number;
  readonly count: number;
  /** `passed / count`, in [0, 1]. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959964;

/**
 * A share with its Wilson score interval (E. B. Wilson, JASA 22, 1927), which stays honest for few
 * trials and for shares near 0 or 1.
 *
 * @returns null where nothing was counted: the share is not yet known
 */
export function wilsonShare(passed: number, count: number): Share | null {
  if (count === 0) return null;
  const share = passed / count;
  const z2 = (Z * Z) / count;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((share * (1 - share) + z2 / 4) / count)) / (1 + z2);
  // At 0 and 1 the interval ends there exactly; rounding may overshoot by a hair.
  const low = passed === 0 ? 0 : Math.max(0, centre - half);
  const high = passed === count ? 1 : Math.min(1, centre + half);
  return { passed, count, share, low, high };
}
