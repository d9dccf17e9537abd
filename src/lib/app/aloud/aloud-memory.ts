/** What is remembered on this device of reading aloud. Not in the journal: it is about a device. */

const HOW = 'recite-aloud';
const PLACE = 'recite-aloud:';

/** The voice that was chosen, and how fast it reads. */
interface How {
  readonly voice: string | null;
  readonly rate: number;
}

export function keptHow(): How {
  const kept = read(HOW) as Partial<How> | null;
  return {
    voice: typeof kept?.voice === 'string' ? kept.voice : null,
    rate: typeof kept?.rate === 'number' ? kept.rate : 1,
  };
}

export function keepHow(how: How): void {
  write(HOW, how);
}

/** The sentence that was read last. */
export interface HeardPlace {
  readonly block: string;
  readonly start: number;
}

export function lastHeard(document: string): HeardPlace | null {
  const kept = read(PLACE + document) as Partial<HeardPlace> | null;
  return typeof kept?.block === 'string' && typeof kept.start === 'number'
    ? { block: kept.block, start: kept.start }
    : null;
}

export function keepHeard(document: string, { block, start }: HeardPlace): void {
  write(PLACE + document, { block, start });
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Refused or full: it then holds for this visit only.
  }
}
