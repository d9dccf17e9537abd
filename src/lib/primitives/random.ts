/** A number in [0, 1). */
export type Random = () => number;

/**
 * A 32-bit FNV-1a hash of a string's UTF-16 units, for seeding; not for anything that must be secure.
 * Source: Fowler, Noll and Vo, draft-eastlake-fnv.
 */
export function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A seeded generator (mulberry32: 32 bits of state, period 2^32). The same seed gives the same
 * numbers on every device, for ever: quizzes and fuzz rely on it.
 */
export function seededRandom(seed: string): Random {
  let state = hashSeed(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A shuffled copy; every order equally likely (Fisher–Yates, Durstenfeld's form). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [result[last], result[chosen]] = [result[chosen]!, result[last]!];
  }
  return result;
}
