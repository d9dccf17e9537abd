import type { Question } from '../bank/index.ts';
import type { CardSnapshot, Settings } from '../journal/index.ts';
import { isLeech } from '../schedule/index.ts';

/** A card that was forgotten so often that more of the same will not help. */
export interface Leech {
  readonly question: Question;
  readonly lapses: number;
  /** It is not asked any more, as the settings have it. */
  readonly suspended: boolean;
}

/** The leech that an answer made of a card; null where it made none. */
export function leechMade(
  question: Question,
  before: CardSnapshot | null,
  after: CardSnapshot,
  { leechLapses, leechAction }: Settings,
): Leech | null {
  const lapses = after.schedule?.lapses ?? 0;
  if (lapses <= (before?.schedule?.lapses ?? 0) || !isLeech(lapses, leechLapses)) return null;
  return { question, lapses, suspended: leechAction === 'suspend' };
}
