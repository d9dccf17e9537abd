import { seededRandom } from '../primitives/index.ts';

/**
 * The items in an order that the seed decides. Each has a place of its own, whatever else is there:
 * as cards leave the queue, the rest do not change places.
 */
export function mixed<T>(items: readonly T[], idOf: (item: T) => string, seed: string): T[] {
  return items
    .map((item) => ({ item, place: seededRandom(`${seed}#${idOf(item)}`)() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/**
 * The ids in their order, but each after those that it builds on. What is not among the ids, for it
 * has been seen or set aside, holds nothing back.
 */
export function prerequisitesFirst(
  ids: readonly string[],
  requires: (id: string) => readonly string[],
): string[] {
  const waiting = new Set(ids);
  const ordered: string[] = [];
  const place = (id: string) => {
    // Taken out before what it requires is looked at, so that a circle ends.
    if (!waiting.delete(id)) return;
    requires(id).forEach(place);
    ordered.push(id);
  };
  ids.forEach(place);
  return ordered;
}
