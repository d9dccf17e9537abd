import type { Failure } from '../primitives/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import { t } from '../language/index.ts';

/** Told where a card on the table makes way because another tab has moved it on. */
export const ANSWERED_ELSEWHERE: Failure = {
  code: 'elsewhere',
  message: t('This card was answered in another tab, so here is the next one.'),
};

/**
 * What becomes of the card on the table when another tab has written.
 *
 * - `same`: nothing happened to it.
 * - `marked`: something that leaves its turn alone, a flag say; what is on the table is old in that.
 * - `gone`: it was answered, taken back or set aside there, so its turn is over here.
 *
 * @param before as it was put on the table; null: a new card
 * @param now as the journal has it
 */
export function fateOf(
  before: CardSnapshot | null,
  now: CardSnapshot | null,
): 'same' | 'marked' | 'gone' {
  if ((before?.lastEvent ?? null) === (now?.lastEvent ?? null)) return 'same';
  const turn = (snapshot: CardSnapshot | null) =>
    JSON.stringify([snapshot?.schedule?.lastAt, snapshot?.suspended ?? false, snapshot?.buriedOn]);
  // A card that was new and unmarked has no snapshot: marking it gives it one without a schedule.
  const blank = now && before === null && !now.schedule && !now.suspended && now.buriedOn === null;
  return blank || turn(before) === turn(now) ? 'marked' : 'gone';
}
