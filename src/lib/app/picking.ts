/** What was kept of a choice, as far as it still exists; the usual where nothing is left. */
export function picked<T extends string>(
  kept: unknown,
  all: readonly T[],
  usual: readonly T[] = all,
): ReadonlySet<T> {
  const chosen = Array.isArray(kept) ? all.filter((one) => kept.includes(one)) : [];
  return new Set(chosen.length > 0 ? chosen : usual);
}

/** Without the item where it was in it, else with it; in the order of picking. */
export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item)
    ? new Set([...set].filter((other) => other !== item))
    : new Set([...set, item]);
}
