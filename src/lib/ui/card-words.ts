import type { Question } from '../bank/index.ts';
import { longSpan } from './words.ts';
import { plural, t } from '../language/index.ts';

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
  return (wording?.prompt ?? question.prompt).replaceAll(GAP, t('blank'));
}

/** `New`, `Learning`, `Due today`, `Due in 3 days`, `Buried until tomorrow`, `Suspended`. */
export function stateWords({ phase, suspended, buried, due }: CardShown): string {
  if (suspended) return t('Suspended');
  if (buried) return t('Buried until tomorrow');
  if (phase === 'new' || due === null) return t('New');
  const days = longSpan({ unit: 'days', count: Math.abs(due) });
  if (due > 0) return due === 1 ? t('Due tomorrow') : t('Due in {0}', days);
  if (phase === 'learning') return t('Learning');
  if (due === 0) return t('Due today');
  return due === -1 ? t('Due yesterday') : t('Due {0} ago', days);
}

/** `never forgotten`, `forgotten once`, `forgotten 4 times`. */
export function lapseWords(lapses: number): string {
  if (lapses === 0) return t('never forgotten');
  return lapses === 1 ? t('forgotten once') : t('forgotten {0}', plural(lapses, 'time'));
}

/** The states by which cards are looked for, as the control beside the search says them. */
export const STATE_WORDS: Readonly<Record<string, string>> = {
  new: t('New'),
  learning: t('Learning'),
  review: t('In review'),
  due: t('Due now'),
  suspended: t('Suspended'),
  buried: t('Buried until tomorrow'),
  leech: t('Leeches'),
  edited: t('In your own words'),
};

/** What the list may be put in order by. */
export const ORDER_WORDS = {
  text: t('Place in the text'),
  due: t('Next due'),
  recall: t('Recall today'),
  stability: t('Stability'),
  difficulty: t('Difficulty'),
  lapses: t('Times forgotten'),
  answered: t('Last answered'),
  added: t('When added'),
} as const;

const EMPTY: Readonly<Record<string, string>> = {
  new: t('There is no new card left: you have met them all.'),
  learning: t('No card is in its first steps just now.'),
  review: t('No card has come so far yet. A card is in review once it waits for days.'),
  due: t('Nothing is due now.'),
  suspended: t('You have suspended no card.'),
  buried: t('You have buried no card today.'),
  flagged: t('You have flagged no card. Flag what you want to come back to, and find it here.'),
  leech: t('No card is a leech. A leech is a card that is forgotten again and again.'),
  edited: t('You have put no question into your own words.'),
};

/** Why nothing is found. */
export function emptyWords(state: string): string {
  return EMPTY[state] ?? t('No card fits this search.');
}
