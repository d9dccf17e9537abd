import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../primitives/index.ts';
import {
  LEARN_AHEAD_MS,
  nextWaiting,
  requeued,
  waitingCard,
  withoutCard,
  type Queue,
} from './index.ts';

const NOW = 1_000_000 * MINUTE_MS;

const learning = (id: string, inMinutes: number) =>
  ({ kind: 'learning', id, dueAt: NOW + inMinutes * MINUTE_MS }) as const;

function queueOf(parts: Partial<Queue>): Queue {
  return { learning: [], reviews: [], fresh: [], ...parts };
}

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** All of a queue in the order in which it is shown, when no time passes. */
function shown(queue: Queue): string[] {
  const order: string[] = [];
  let rest = queue;
  for (let next = nextWaiting(rest, NOW); next; next = nextWaiting(rest, NOW)) {
    order.push(next.id);
    rest = withoutCard(rest, next.id);
  }
  return order;
}

describe('the next card', () => {
  it('is the learning card whose time has come, the longest waiting first', () => {
    const queue = queueOf({
      learning: [learning('l1', -1), learning('l2', -5), learning('l3', 3)],
      reviews: ['r'],
      fresh: ['n'],
    });
    expect(nextWaiting(queue, NOW)).toEqual(learning('l2', -5));
    expect(
      nextWaiting(queueOf({ learning: [learning('l', 0)], reviews: ['r'] }), NOW),
    ).toMatchObject({
      id: 'l',
    });
  });

  it('is a review or a new card while learning cards wait for their time', () => {
    const waiting = { learning: [learning('l', 3)] };
    expect(nextWaiting(queueOf({ ...waiting, reviews: ['r'] }), NOW)).toEqual({
      kind: 'review',
      id: 'r',
    });
    expect(nextWaiting(queueOf({ ...waiting, fresh: ['n'] }), NOW)).toEqual({
      kind: 'new',
      id: 'n',
    });
  });

  it('is a learning card ahead of its time when nothing else is left, but not long ahead', () => {
    const soon = learning('l', LEARN_AHEAD_MS / MINUTE_MS);
    expect(nextWaiting(queueOf({ learning: [soon] }), NOW)).toEqual(soon);
    const late = learning('l', LEARN_AHEAD_MS / MINUTE_MS + 1);
    expect(nextWaiting(queueOf({ learning: [late] }), NOW)).toBeNull();
    expect(nextWaiting(queueOf({}), NOW)).toBeNull();
  });

  it('is the same as long as nothing changes', () => {
    const queue = queueOf({ reviews: names('r', 9), fresh: names('n', 4) });
    expect(nextWaiting(queue, NOW + 5)).toEqual(nextWaiting(queue, NOW));
  });
});

describe('reviews and new cards', () => {
  it('each keep their order', () => {
    const order = shown(queueOf({ reviews: names('r', 20), fresh: names('n', 7) }));
    expect(order.filter((id) => id.startsWith('r'))).toEqual(names('r', 20));
    expect(order.filter((id) => id.startsWith('n'))).toEqual(names('n', 7));
  });

  it.each([
    [200, 20],
    [20, 200],
    [100, 100],
    [37, 5],
    [8, 2],
    [1, 30],
    [0, 10],
    [10, 0],
  ])('are spread evenly through each other: %d and %d', (reviews, fresh) => {
    const order = shown(queueOf({ reviews: names('r', reviews), fresh: names('n', fresh) }));
    expect(order).toHaveLength(reviews + fresh);
    let seen = 0;
    order.forEach((id, index) => {
      if (id.startsWith('n')) seen++;
      const share = ((index + 1) * fresh) / (reviews + fresh);
      expect(Math.abs(seen - share)).toBeLessThan(2.5);
    });
  });
});

describe('a queue', () => {
  const queue = queueOf({ learning: [learning('l', 5)], reviews: ['r1', 'r2'], fresh: ['n'] });

  it('gives up a card wherever it stands', () => {
    expect(withoutCard(queue, 'l')).toEqual({ ...queue, learning: [] });
    expect(withoutCard(queue, 'r1')).toEqual({ ...queue, reviews: ['r2'] });
    expect(withoutCard(queue, 'n')).toEqual({ ...queue, fresh: [] });
    expect(withoutCard(queue, 'x')).toEqual(queue);
  });

  it('takes an answered card in again only where it is due within the day', () => {
    expect(requeued(queue, 'r1', null)).toEqual({ ...queue, reviews: ['r2'] });
    expect(requeued(queue, 'r1', NOW)).toEqual({
      ...queue,
      reviews: ['r2'],
      learning: [learning('l', 5), learning('r1', 0)],
    });
    expect(requeued(queue, 'l', NOW).learning).toEqual([learning('l', 0)]);
  });

  it('finds a card by its id', () => {
    expect(waitingCard(queue, 'l')).toEqual(learning('l', 5));
    expect(waitingCard(queue, 'r2')).toEqual({ kind: 'review', id: 'r2' });
    expect(waitingCard(queue, 'n')).toEqual({ kind: 'new', id: 'n' });
    expect(waitingCard(queue, 'x')).toBeNull();
  });
});
