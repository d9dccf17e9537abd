import { MINUTE_MS, type Instant } from '../primitives/index.ts';

/** A card that waits in today's queue. */
export type Waiting =
  | { readonly kind: 'new'; readonly id: string }
  | { readonly kind: 'review'; readonly id: string }
  | { readonly kind: 'learning'; readonly id: string; readonly dueAt: Instant };

/** Today's queue; each list in the order in which its cards are to come. */
export interface Queue {
  readonly learning: readonly Extract<Waiting, { kind: 'learning' }>[];
  readonly reviews: readonly string[];
  readonly fresh: readonly string[];
}

export const EMPTY_QUEUE: Queue = { learning: [], reviews: [], fresh: [] };

/** How many cards wait in it. */
export function queueLength({ learning, reviews, fresh }: Queue): number {
  return learning.length + reviews.length + fresh.length;
}

/** A (re)learning card may come this much early when nothing else is left, so nobody has to wait. */
export const LEARN_AHEAD_MS = 20 * MINUTE_MS;

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The card to show now: a learning card whose time has come; else reviews and new cards, spread
 * evenly through each other; else the next learning card, if it is due soon.
 *
 * @returns null when the day's work is done (or what remains is due later than the learn-ahead time)
 */
export function nextWaiting(queue: Queue, now: Instant): Waiting | null {
  const soonest = queue.learning.reduce<Queue['learning'][number] | null>(
    (first, card) => (first === null || card.dueAt < first.dueAt ? card : first),
    null,
  );
  if (soonest && soonest.dueAt <= now) return soonest;
  const { reviews, fresh } = queue;
  const [review] = reviews;
  const [next] = fresh;
  const waiting = reviews.length + fresh.length;
  // New cards come in their share of what waits. The multiples of the golden ratio fall evenly
  // between 0 and 1, so the share is kept at every stretch, and what came before need not be known.
  const turn = (waiting * GOLDEN) % 1;
  if (next !== undefined && turn < fresh.length / waiting) return { kind: 'new', id: next };
  if (review !== undefined) return { kind: 'review', id: review };
  if (soonest && soonest.dueAt <= now + LEARN_AHEAD_MS) return soonest;
  return null;
}

/** The queue without a card, wherever it stands in it. */
export function withoutCard(queue: Queue, id: string): Queue {
  return {
    learning: queue.learning.filter((card) => card.id !== id),
    reviews: queue.reviews.filter((card) => card !== id),
    fresh: queue.fresh.filter((card) => card !== id),
  };
}

/** The queue after an answer: the card leaves its place, and waits again if it is due within the day. */
export function requeued(queue: Queue, id: string, dueAt: Instant | null): Queue {
  const rest = withoutCard(queue, id);
  if (dueAt === null) return rest;
  return { ...rest, learning: [...rest.learning, { kind: 'learning', id, dueAt }] };
}

/** A card by its id, wherever it stands in the queue. */
export function waitingCard(queue: Queue, id: string): Waiting | null {
  const learning = queue.learning.find((card) => card.id === id);
  if (learning) return learning;
  if (queue.reviews.includes(id)) return { kind: 'review', id };
  if (queue.fresh.includes(id)) return { kind: 'new', id };
  return null;
}
