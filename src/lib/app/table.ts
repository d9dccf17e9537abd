import type { Instant } from '../primitives/index.ts';
import type { Question } from '../bank/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import type { Waiting } from '../schedule/index.ts';
import { answerText } from './wording.ts';

/** A card on the table. */
export interface StudyCard {
  readonly id: string;
  readonly kind: Waiting['kind'];
  readonly question: Question;
  readonly snapshot: CardSnapshot | null;
  readonly since: Instant;
  /** Which showing of the session it is: it stays while the card only gets a flag or other words. */
  readonly turn: number;
}

/** The options that were taken, where the right one has other words now. */
export function takenAfter(
  taken: readonly string[],
  before: Question,
  after: Question,
): readonly string[] {
  const [was, is] = [answerText(before), answerText(after)];
  if (was === null || is === null) return taken;
  return taken.map((option) => (option === was ? is : option));
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
