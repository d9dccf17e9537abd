import type { FitRecord } from '../schedule/fit/index.ts';

/**
 * The last fit that was made on this device, adopted or not, so that one that was no better is not
 * made again and again. Not part of the journal: nothing of the schedule depends on it.
 */
export interface Attempt {
  readonly record: FitRecord;
  readonly adopted: boolean;
}

const KEY = 'recite-fit';

export function keepAttempt(attempt: Attempt): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(attempt));
  } catch {
    // Refused or full: the fit may then be tried once more than need be.
  }
}

export function keptAttempt(): Attempt | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Attempt | null;
    return isAttempt(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isAttempt(kept: Attempt | null): kept is Attempt {
  const numbers = [kept?.record?.at, kept?.record?.reviews, kept?.record?.heldOut];
  const figures = [kept?.record?.before, kept?.record?.after, kept?.record?.constant];
  return (
    numbers.every(Number.isFinite) &&
    figures.every((each) => Number.isFinite(each?.logLoss) && Number.isFinite(each?.rmseBins))
  );
}
