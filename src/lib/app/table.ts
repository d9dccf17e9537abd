import type { Instant } from '../primitives/index.ts';
import type { Question } from '../bank/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import type { Waiting } from '../schedule/index.ts';

/** A card on the table. */
export interface StudyCard {
  readonly id: string;
  readonly kind: Waiting['kind'];
  readonly question: Question;
  readonly snapshot: CardSnapshot | null;
  readonly since: Instant;
}

/** Who thinks longer than this has put the phone down. */
const LONGEST_MS = 120_000;

/** How long the card has been thought about, in milliseconds. */
export function timeOn({ since }: StudyCard, now: Instant): number {
  return Math.min(LONGEST_MS, Math.max(0, now - since));
}

/** The options taken after one more tap: the last one, or of several each on or off. */
export function takenWith(
  { question }: StudyCard,
  taken: readonly string[],
  option: string,
): readonly string[] {
  if (question.type !== 'multi') return [option];
  return taken.includes(option) ? taken.filter((other) => other !== option) : [...taken, option];
}
