import type { Instant, LocalDay } from '../primitives/index.ts';
import type { CardSchedule } from '../schedule/index.ts';
import type { CardId, EventId } from './events.ts';
import type { Marks } from './marks.ts';

/**
 * What a card looks like now: a cache. Fold the card's events again and it is the same, to the byte.
 */
export interface CardSnapshot extends Marks {
  readonly card: CardId;
  /**
   * Null while new: never answered, or started over since. The days are as they were given when it
   * was graded; the memory is what the newest parameters say of all its answers.
   */
  readonly schedule: CardSchedule | null;
  readonly suspended: boolean;
  /** The card is out of the queue through this local day; null when it is not buried. */
  readonly buriedOn: LocalDay | null;
  /** The local day from which it may be in the queue; absent while suspended. 0: a new card. */
  readonly queueDay?: LocalDay;
  /** The newest event folded in: whoever grades from an older view is told so. */
  readonly lastEvent: EventId;
  readonly lastEventAt: Instant;
  /** Events that were undone before they arrived, as happens between devices; absent if none. */
  readonly undoneAhead?: readonly EventId[];
}
