import type { Instant, LocalDay } from '../primitives/index.ts';
import type { Verdict } from '../grading/index.ts';
import { AGAIN, GOOD, HARD, type CardSchedule, type Rating } from '../schedule/index.ts';

/** How sure the learner is of an answer, from least to most. */
export const CONFIDENCES = ['guess', 'unsure', 'sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * How an answer in a quiz counts for the schedule. A wrong one always does, as Again: it shows that
 * the card is forgotten. A right one is a review only where the card was due, else a quiz taken twice
 * would push it away untested: Good, or Hard where it was a guess. What was partly right says neither.
 *
 * @param due the card was due when it was answered
 * @param counts the learner lets quizzes count
 * @returns null: it does not count
 */
export function quizRating(
  verdict: Verdict,
  confidence: Confidence | null,
  due: boolean,
  counts: boolean,
): Rating | null {
  if (!counts || verdict === 'partly') return null;
  if (verdict === 'wrong') return AGAIN;
  if (!due) return null;
  return confidence === 'guess' ? HARD : GOOD;
}

/** Whether a card waits for its review: seen before, not set aside, and its day or hour has come. */
export function isDue(
  snapshot: { readonly schedule: CardSchedule | null; readonly queueDay?: LocalDay } | null,
  { day, now }: { readonly day: LocalDay; readonly now: Instant },
): boolean {
  if (!snapshot?.schedule || snapshot.queueDay === undefined || snapshot.queueDay > day)
    return false;
  return snapshot.schedule.dueAt === null || snapshot.schedule.dueAt <= now;
}
