import { err, ok, type Result } from '../primitives/index.ts';
import type { Settings } from '../journal/index.ts';
import { memoryModel } from '../schedule/index.ts';
import { locale, t } from '../language/index.ts';

/** What a whole number among the settings may be, both ends included. */
export const LIMITS = {
  newPerDay: { from: 0, to: 200 },
  reviewsPerDay: { from: 0, to: 1000 },
  maximumInterval: { from: 7, to: 36_500 },
  leechLapses: { from: 0, to: 99 },
} as const;

/** Within the range that FSRS can schedule for sensibly. */
export const RETENTION = { from: 0.7, to: 0.97, step: 0.01 } as const;

const MOST_STEPS = 5;
/** A step lies within a day: what is longer is the schedule's business. */
const LONGEST_STEP = 1439;

/** Why an input cannot be taken, in words that say what can. */
export type Entered<T> = Result<T, string>;

/** A whole number within the limits of a setting. */
export function readWhole(
  text: string,
  { from, to }: { from: number; to: number },
): Entered<number> {
  const trimmed = text.trim();
  const value = Number(trimmed);
  if (!/^\d+$/.test(trimmed) || value < from || value > to) {
    return err(
      t(
        'Enter a whole number from {0} to {1}.',
        from.toLocaleString(locale()),
        to.toLocaleString(locale()),
      ),
    );
  }
  return ok(value);
}

/** Steps in minutes, as in `1, 10`: whole minutes, each longer than the one before. */
export function readSteps(text: string): Entered<readonly number[]> {
  const parts = text
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0) return err(t('Enter at least one number of minutes, e.g. 10.'));
  const odd = parts.find((part) => !/^\d+$/.test(part));
  if (odd !== undefined) {
    return err(
      t('“{0}” is not a whole number of minutes. Separate the steps by commas: 1, 10.', odd),
    );
  }
  const steps = parts.map(Number);
  if (steps.some((step) => step < 1 || step > LONGEST_STEP)) {
    return err(t('Each step is 1 minute or more and less than a day (1,439 minutes at most).'));
  }
  if (steps.length > MOST_STEPS) return err(t('Enter {0} steps at most.', MOST_STEPS));
  if (steps.some((step, index) => index > 0 && step <= steps[index - 1]!)) {
    return err(t('Each step is to be longer than the one before: 1, 10, not 10, 1.'));
  }
  return ok(steps);
}

/** What a desired retention means. */
export interface RetentionMeaning {
  /** Of how many cards that come back one has been forgotten. */
  readonly oneIn: number;
  /** How often a well-known card comes back, against how often at 90 %. */
  readonly workload: number;
}

export function retentionMeaning(
  desired: number,
  parameters: Settings['parameters'],
): RetentionMeaning {
  const model = memoryModel(parameters);
  // Intervals grow in proportion to stability, so any stability gives the same quotient.
  const workload = model.interval(100, 0.9) / model.interval(100, desired);
  return { oneIn: Math.round(1 / (1 - desired)), workload };
}

function tenths(figure: number): string {
  return figure.toLocaleString(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** What a desired retention comes to, in words: `More reviews, less forgotten. …` */
export function retentionWords(desired: number, parameters: Settings['parameters']): string {
  const { oneIn, workload } = retentionMeaning(desired, parameters);
  const forgotten = t('About one card in {0} will be forgotten when it comes back.', oneIn);
  if (Math.abs(workload - 1) < 0.05) return t('The usual balance. {0}', forgotten);
  return workload > 1
    ? t(
        'More reviews, less forgotten. {0} Known cards come {1} times as often as at 90%.',
        forgotten,
        tenths(workload),
      )
    : t(
        'Fewer reviews, more forgotten. {0} Known cards wait {1} times as long as at 90%.',
        forgotten,
        tenths(1 / workload),
      );
}
