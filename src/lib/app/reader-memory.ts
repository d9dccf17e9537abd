/** What the reader remembers on this device. Not in the journal: it is about a screen, not learning. */

const PLACE = 'recite-reading:';
const MAP = 'recite-memory-map';

/** The paragraph at which the document was last read. */
export function lastPlace(document: string): string | null {
  return read(PLACE + document);
}

export function keepPlace(document: string, paragraph: string): void {
  write(PLACE + document, paragraph);
}

/** Whether the learner wants the memory map; null where it was never switched. */
export function mapWanted(): boolean | null {
  const kept = read(MAP);
  return kept === null ? null : kept === 'on';
}

export function keepMapWanted(wanted: boolean): void {
  write(MAP, wanted ? 'on' : 'off');
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Refused or full: it then holds for this visit only.
  }
}
