/** What a screen keeps on this device besides the journal: choices, and what is on the table. */

/**
 * Keeps a value under a name; null forgets it.
 *
 * @returns whether it is kept
 */
export function keep(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    // Refused or full: it then holds for this visit only. The answers are in the journal.
    return false;
  }
}

/** What was kept under a name, whoever wrote it: another version of the app, or nobody (null). */
export function kept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
