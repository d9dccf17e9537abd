import { seededRandom, shuffled, type Random } from '../../primitives/index.ts';

/** As often an order is drawn anew, to find one that shares no place with those before it. */
const TRIES = 500;

/**
 * The orders of the versions: the first as it is, each further one shuffled from a seed of its own, so
 * that no question has the same number in two of them (as far as there are enough questions). Every such
 * order is equally likely.
 *
 * @returns for each version the places of the first, in its own order
 */
export function versionOrders(count: number, names: readonly string[], seed: string): number[][] {
  const first = Array.from({ length: count }, (_, place) => place);
  const orders: number[][] = [];
  for (const name of names) {
    orders.push(
      orders.length === 0 ? first : apartFrom(orders, first, seededRandom(`${seed}/${name}`)),
    );
  }
  return orders;
}

/** An order that shares no place with the earlier ones; after many tries, the one that shares fewest. */
function apartFrom(
  earlier: readonly (readonly number[])[],
  first: readonly number[],
  random: Random,
): number[] {
  const shared = (order: readonly number[]) =>
    order.filter((item, place) => earlier.some((other) => other[place] === item)).length;
  let best = shuffled(first, random);
  for (let tries = 1; tries < TRIES && shared(best) > 0; tries++) {
    const order = shuffled(first, random);
    if (shared(order) < shared(best)) best = order;
  }
  return best;
}
