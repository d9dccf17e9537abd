import type { Question } from '../bank/index.ts';
import { longSpan, plural } from './words.ts';

/** A card as the list of all cards shows it: the controller's facts of it. */
export interface CardShown {
  readonly card: string;
  readonly question: Question;
  /** Where the learner words it otherwise than its bank. */
  readonly wording?: {
    readonly prompt?: string;
    readonly answer?: string;
    readonly explanation?: string;
  };
  /** The address of its section. */
  readonly section: string;
  readonly phase: 'new' | 'learning' | 'review';
  readonly suspended: boolean;
  readonly buried: boolean;
  /** Days until it comes; null where it is new or suspended. */
  readonly due: number | null;
  /** In [0, 1]; null where it is new, as for the next four. */
  readonly recall: number | null;
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | null;
  /** Days. */
  readonly stability: number | null;
  /** From 1 (easy) to 10 (hard). */
  readonly difficulty: number | null;
  /** Days since the last answer. */
  readonly answered: number | null;
  readonly reviews: number;
  readonly lapses: number;
  readonly leech: boolean;
  readonly flagged: boolean;
  /** The learner's own. */
  readonly tags: readonly string[];
}

/** What stands for the gap of a cloze; the bank room writes it so. */
const GAP = '____';

/** What a card asks, as it is read out. */
export function promptWords({ question, wording }: CardShown): string {
  return (wording?.prompt ?? question.prompt).replaceAll(GAP, 'blank');
}

/** `New`, `Learning`, `Due today`, `Due in 3 days`, `Buried until tomorrow`, `Suspended`. */
export function stateWords({ phase, suspended, buried, due }: CardShown): string {
  if (suspended) return 'Suspended';
  if (buried) return 'Buried until tomorrow';
  if (phase === 'new' || due === null) return 'New';
  const days = longSpan({ unit: 'days', count: Math.abs(due) });
  if (due > 0) return due === 1 ? 'Due tomorrow' : `Due in ${days}`;
  if (phase === 'learning') return 'Learning';
  if (due === 0) return 'Due today';
  return due === -1 ? 'Due yesterday' : `Due ${days} ago`;
}

/** `never forgotten`, `forgotten once`, `forgotten 4 times`. */
export function lapseWords(lapses: number): string {
  if (lapses === 0) return 'never forgotten';
  return lapses === 1 ? 'forgotten once' : `forgotten ${plural(lapses, 'time')}`;
}

/** The states by which cards are looked for, as the control beside the search says them. */
export const STATE_WORDS: Readonly<Record<string, string>> = {
  new: 'New',
  learning: 'Learning',
  review: 'In review',
  due: 'Due now',
  suspended: 'Suspended',
  buried: 'Buried until tomorrow',
  leech: 'Leeches',
  edited: 'In your own words',
};

/** What the list may be put in order by. */
export const ORDER_WORDS = {
  text: 'Place in the text',
  due: 'Next due',
  recall: 'Recall today',
  stability: 'Stability',
  difficulty: 'Difficulty',
  lapses: 'Times forgotten',
  answered: 'Last answered',
  added: 'When added',
} as const;

const EMPTY: Readonly<Record<string, string>> = {
  new: 'There is no new card left: you have met them all.',
  learning: 'No card is in its first steps just now.',
  review: 'No card has come so far yet. A card is in review once it waits for days.',
  due: 'Nothing is due now.',
  suspended: 'You have suspended no card.',
  buried: 'You have buried no card today.',
  flagged: 'You have flagged no card. Flag what you want to come back to, and find it here.',
  leech: 'No card is a leech. A leech is a card that is forgotten again and again.',
  edited: 'You have put no question into your own words.',
};

/** Why nothing is found. */
export function emptyWords(state: string): string {
  return EMPTY[state] ?? 'No card fits this search.';
}
