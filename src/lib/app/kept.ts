/** What a screen keeps on this device besides the journal: choices, and what is on the table. */

/** Keeps a value under a name; null forgets it. */
export function keep(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Refused or full: it then holds for this visit only. The answers are in the journal.
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
