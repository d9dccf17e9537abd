import type { Level, QuestionType, Stance } from '../../bank/index.ts';
import type { CardFacts } from './facts.ts';

/** What a search asks of a card. */
export type Query =
  /** Every one of them; of none, any card will do. */
  | { readonly kind: 'all'; readonly of: readonly Query[] }
  | { readonly kind: 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  | Term;

/** What stands for itself in a search. */
export type Term =
  /** Words one after the other, in what is asked, answered, explained or cited. */
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'is'; readonly state: State }
  /** A tag of the bank's or of the learner's own; `*` stands for anything. */
  | { readonly kind: 'tag'; readonly tag: string }
  /** Any of these sections. */
  | { readonly kind: 'section'; readonly sections: readonly string[] }
  | { readonly kind: 'type'; readonly type: QuestionType }
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'stance'; readonly stance: Stance }
  | {
      readonly kind: 'number';
      readonly of: NumberName;
      readonly compared: Comparison;
      readonly value: number;
    };

export const STATES = {
  new: ({ phase }) => phase === 'new',
  learning: ({ phase }) => phase === 'learning',
  review: ({ phase }) => phase === 'review',
  due: ({ due }) => due !== null && due <= 0,
  suspended: ({ suspended }) => suspended,
  buried: ({ buried }) => buried,
  flagged: ({ flagged }) => flagged,
  leech: ({ leech }) => leech,
  edited: ({ wording }) => wording !== undefined,
} satisfies Record<string, (facts: CardFacts) => boolean>;
export type State = keyof typeof STATES;

/** Figures of a card, as a search compares them; null where a card has none. */
export const NUMBERS = {
  lapses: ({ lapses }) => lapses,
  due: ({ due }) => due,
  /** Percent, whole as it is shown. */
  recall: ({ recall }) => (recall === null ? null : Math.round(100 * recall)),
  stability: ({ stability }) => stability,
  difficulty: ({ difficulty }) => difficulty,
  reviews: ({ reviews }) => reviews,
  answered: ({ answered }) => answered,
} satisfies Record<string, (facts: CardFacts) => number | null>;
export type NumberName = keyof typeof NUMBERS;

export const COMPARISONS = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
} satisfies Record<string, (a: number, b: number) => boolean>;
export type Comparison = keyof typeof COMPARISONS;
