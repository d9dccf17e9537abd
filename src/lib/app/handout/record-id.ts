const BEGINNING = 'handout-';

/** The name in the gradebook of what is collected for a hand-out. */
export function recordId(handout: string): string {
  return BEGINNING + handout;
}

/** The hand-out that a record of the gradebook collects; null: it is none's. */
export function handoutOf(record: string): string | null {
  return record.startsWith(BEGINNING) ? record.slice(BEGINNING.length) : null;
}
