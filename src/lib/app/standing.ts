import type { LocalDay } from '../primitives/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import { recallOn, type ScheduleSettings } from '../schedule/index.ts';

/** How a card stands on a day, as it is told to the learner. */
export type Standing =
  | { readonly kind: 'new' }
  | { readonly kind: 'suspended' }
  /** In its first steps, or back in them: it comes again today. */
  | { readonly kind: 'learning' }
  | { readonly kind: 'due'; readonly recall: number }
  | { readonly kind: 'later'; readonly days: number; readonly recall: number };

/** @param snapshot null for a card that was never met */
export function standingOf(
  snapshot: CardSnapshot | null,
  day: LocalDay,
  settings: ScheduleSettings,
): Standing {
  if (snapshot?.suspended) return { kind: 'suspended' };
  const schedule = snapshot?.schedule;
  if (!snapshot || !schedule) return { kind: 'new' };
  const recall = recallOn(schedule, day, settings);
  // Buried cards come back later than their schedule says.
  const comes = snapshot.queueDay ?? schedule.dueDay;
  if (comes > day) return { kind: 'later', days: comes - day, recall };
  return schedule.dueAt === null ? { kind: 'due', recall } : { kind: 'learning' };
}
