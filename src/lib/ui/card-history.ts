import type { Instant, LocalDay, OffsetMinutes } from '../primitives/index.ts';
import { longSpan, longTime } from './words.ts';
import { locale, plural, t } from '../language/index.ts';

interface Memory {
  readonly stability: number;
  readonly difficulty: number;
}

/** How an interval was found, as `explainAnswer` of the schedule says it. */
export type IntervalShown =
  | {
      readonly kind: 'step';
      readonly phase: 'learning' | 'relearning';
      readonly step: number;
      readonly steps: readonly number[];
      readonly minutes: number;
    }
  | {
      readonly kind: 'days';
      readonly wanted: number;
      readonly low: number;
      readonly high: number;
      readonly days: number;
      readonly by: 'only' | 'seed' | 'load';
      readonly cut: boolean;
    };

/** Something that happened to a card, as its history shows it. */
export type HistoryEntry = {
  readonly id: string;
  readonly at: Instant;
  readonly offset: OffsetMinutes;
  readonly day: LocalDay;
  /** It was taken back, and counts for nothing. */
  readonly undone: boolean;
} & HappenedToCard;

/** What happened. */
export type HappenedToCard =
  | {
      readonly kind: 'answer';
      readonly rating: 1 | 2 | 3 | 4 | null;
      /** Null where it was answered in Study. */
      readonly quiz: 'right' | 'partly' | 'wrong' | null;
      readonly duration: number;
      /** Null where it did not move the card. */
      readonly effect: AnswerEffect | null;
    }
  | { readonly kind: 'suspend' | 'resume' | 'bury' | 'reset' }
  | { readonly kind: 'flag'; readonly flagged: boolean }
  | { readonly kind: 'tag'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | {
      readonly kind: 'edit';
      readonly fields: readonly string[];
      readonly back: readonly string[];
    }
  /** Its passage was read, when the card had led there. */
  | { readonly kind: 'read'; readonly milliseconds: number }
  /** `what` was taken back; null where it has not reached this device. */
  | { readonly kind: 'undo'; readonly what: HistoryEntry | null };

/** What an answer did. */
interface AnswerEffect {
  /** Whole days since the answer before; null for the first. */
  readonly elapsed: number | null;
  /** What was predicted for it, in [0, 1]; null for the first. */
  readonly recall: number | null;
  readonly lapse: boolean;
  readonly before: Memory | null;
  readonly after: Memory;
  readonly interval: IntervalShown;
}

export const RATING_WORDS = { 1: t('Again'), 2: t('Hard'), 3: t('Good'), 4: t('Easy') } as const;
const VERDICT_WORDS = { right: t('Right'), partly: t('Partly right'), wrong: t('Wrong') } as const;

/** What happened, in a word or two: `Good`, `Wrong in a quiz`, `Set aside`. */
export function happenedWords(entry: HappenedToCard): string {
  switch (entry.kind) {
    case 'answer':
      if (entry.quiz) {
        const verdict = VERDICT_WORDS[entry.quiz];
        return entry.rating
          ? t('{0} in a quiz, counted as {1}', verdict, RATING_WORDS[entry.rating])
          : t('{0} in a quiz', verdict);
      }
      return entry.rating ? RATING_WORDS[entry.rating] : t('Answered');
    case 'suspend':
      return t('Suspended: not asked until put back');
    case 'resume':
      return t('Put back among the cards');
    case 'bury':
      return t('Buried until the next day');
    case 'reset':
      return t('Started over, as a new card');
    case 'flag':
      return entry.flagged ? t('Flagged') : t('Flag taken off');
    case 'tag':
      return taggedWords(entry.add.join(', '), entry.remove.join(', '));
    case 'edit':
      return editedWords(entry.fields.join(', '), entry.back.join(', '));
    case 'read':
      return t('Its passage read, for {0}', longTime(entry.milliseconds));
    case 'undo':
      return entry.what
        ? t('Undone: took back “{0}”', happenedWords(entry.what))
        : t('Undone: took back something that has not reached this device');
  }
}

function taggedWords(add: string, remove: string): string {
  if (add && remove) return t('Tagged {0}; no longer tagged {1}', add, remove);
  if (add) return t('Tagged {0}', add);
  return remove ? t('No longer tagged {0}', remove) : t('Tags looked at');
}

function editedWords(fields: string, back: string): string {
  if (fields && back) return t('Reworded: {0}; back to the original: {1}', fields, back);
  if (fields) return t('Reworded: {0}', fields);
  return back ? t('Back to the original: {0}', back) : t('Wording looked at');
}

/** A stability or another length in days, as fine as it matters: `0.40`, `12.3`, `240`. */
export function days(count: number): string {
  const digits = count < 10 ? 2 : count < 100 ? 1 : 0;
  return count.toLocaleString(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** `comes again in 10 minutes (step 1 of 2)`, `comes again in 12 days (of 11 to 14)`. */
export function intervalWords(interval: IntervalShown): string {
  if (interval.kind === 'step') {
    const span = longSpan({ unit: 'minutes', count: Math.round(interval.minutes) });
    return t('{0} (step {1} of {2})', span, interval.step + 1, interval.steps.length);
  }
  const { days: count, low, high } = interval;
  return low === high
    ? plural(count, 'day')
    : t('{0} (of {1} to {2})', plural(count, 'day'), low, high);
}

/** The hour and minute of an instant where the learner was: `22:40`. */
export function clockTime(at: Instant, offset: OffsetMinutes): string {
  const MINUTE_MS = 60_000;
  return new Date(at + offset * MINUTE_MS).toISOString().slice(11, 16);
}
