import type { CardSnapshot } from '../journal/index.ts';
import type { StudyCard } from './table.ts';

/** A card that was known and is forgotten: its passage is offered to be read. */
export type Lapse = Pick<StudyCard, 'id' | 'question'>;

/** The lapse that an answer was; null where it was none. */
export function lapseMade(
  { id, question, snapshot }: StudyCard,
  after: CardSnapshot,
): Lapse | null {
  const before = snapshot?.schedule?.lapses ?? 0;
  return (after.schedule?.lapses ?? 0) > before ? { id, question } : null;
}
