import type { Result } from '../primitives/index.ts';
import type { CardSnapshot, Settings } from '../journal/index.ts';
import { AGAIN, isLeech, type Rating } from '../schedule/index.ts';
import type { Recite } from './recite.svelte.ts';
import { timeOn, type StudyCard } from './table.ts';

/**
 * Writes a grade, unless the card has moved on since it was laid on the table. Where it makes a leech
 * that is to be set aside, that is done at one stroke with it, so that one Undo takes both back.
 *
 * @param interval whole days, as the button said; undefined where the card's own seed chooses
 */
export function recordGrade(
  recite: Recite,
  card: StudyCard,
  rating: Rating,
  interval: number | undefined,
): Promise<Result<CardSnapshot>> {
  const { id, snapshot } = card;
  const duration = timeOn(card, recite.moment().now);
  const review = {
    kind: 'review' as const,
    card: id,
    rating,
    duration,
    ...(interval && { interval }),
  };
  const seen = snapshot?.lastEvent ?? null;
  return suspendsLeech(card, rating, recite.settings)
    ? recite.recordTogether([review, { kind: 'suspend', card: id }], seen)
    : recite.record(review, seen);
}

/** Whether a grade makes a leech of a card that the settings then have set aside. */
function suspendsLeech(
  { snapshot }: StudyCard,
  rating: Rating,
  { leechLapses, leechAction }: Settings,
): boolean {
  const schedule = snapshot?.schedule;
  if (leechAction !== 'suspend' || rating !== AGAIN || schedule?.phase !== 'review') return false;
  return isLeech(schedule.lapses + 1, leechLapses);
}
