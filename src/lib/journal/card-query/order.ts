import type { CardFacts } from './facts.ts';

/** What cards may be put in order by, each from its lowest up. */
export const ORDERS = {
  text: ({ place }) => place,
  added: ({ added }) => added,
  due: ({ due }) => due,
  recall: ({ recall }) => recall,
  stability: ({ stability }) => stability,
  difficulty: ({ difficulty }) => difficulty,
  lapses: ({ lapses }) => lapses,
  /** The longest ago first. */
  answered: ({ answered }) => (answered === null ? null : -answered),
} satisfies Record<string, (facts: CardFacts) => number | null>;
export type OrderName = keyof typeof ORDERS;

export interface Order {
  readonly by: OrderName;
  /** From the highest down. */
  readonly down: boolean;
}

export const IN_TEXT: Order = { by: 'text', down: false };

/**
 * Cards in an order. Those that have no such figure come last either way; those of which it is the
 * same, as the text has them.
 */
export function ordered(cards: readonly CardFacts[], { by, down }: Order): readonly CardFacts[] {
  const figure = ORDERS[by];
  const sign = down ? -1 : 1;
  return [...cards].sort((a, b) => {
    const [first, second] = [figure(a), figure(b)];
    if (first === second) return a.place - b.place;
    if (first === null) return 1;
    if (second === null) return -1;
    return sign * (first - second);
  });
}
