import type { FitRecord } from '../schedule/fit/index.ts';
import { keep, kept } from './kept.ts';

/**
 * The last fit that was made on this device, adopted or not, so that one that was no better is not
 * made again and again. Not part of the journal: nothing of the schedule depends on it.
 */
export interface Attempt {
  readonly record: FitRecord;
  readonly adopted: boolean;
}

const KEY = 'recite-fit';

/** Where it is refused, the fit may be tried once more than need be. */
export function keepAttempt(attempt: Attempt): void {
  keep(KEY, attempt);
}

export function keptAttempt(): Attempt | null {
  const attempt = kept(KEY) as Attempt | null;
  return isAttempt(attempt) ? attempt : null;
}

function isAttempt(attempt: Attempt | null): attempt is Attempt {
  const numbers = [attempt?.record?.at, attempt?.record?.reviews, attempt?.record?.heldOut];
  const figures = [attempt?.record?.before, attempt?.record?.after, attempt?.record?.constant];
  return (
    numbers.every(Number.isFinite) &&
    figures.every((each) => Number.isFinite(each?.logLoss) && Number.isFinite(each?.rmseBins))
  );
}
