import type { CardSnapshot, Settings } from '../journal/index.ts';
import { isLeech } from '../schedule/index.ts';
import type { StudyCard } from './table.ts';

/** A card that was forgotten so often that more of the same will not help. */
export interface Leech extends Pick<StudyCard, 'id' | 'question'> {
  readonly lapses: number;
  /** It is not asked any more, as the settings have it. */
  readonly suspended: boolean;
}

/** The leech that an answer made of a card; null where it made none. */
export function leechMade(
  { id, question, snapshot: before }: StudyCard,
  after: CardSnapshot,
  { leechLapses }: Settings,
): Leech | null {
  const lapses = after.schedule?.lapses ?? 0;
  if (lapses <= (before?.schedule?.lapses ?? 0) || !isLeech(lapses, leechLapses)) return null;
  return { id, question, lapses, suspended: after.suspended };
}
