import { keep, kept } from '../kept.ts';

/** What is remembered on this device of reading aloud. Not in the journal: it is about a device. */
const HOW = 'recite-aloud';
const PLACE = 'recite-aloud:';

/** The voice that was chosen, and how fast it reads. */
interface How {
  readonly voice: string | null;
  readonly rate: number;
}

export function keptHow(): How {
  const how = kept(HOW) as Partial<How> | null;
  return {
    voice: typeof how?.voice === 'string' ? how.voice : null,
    rate: typeof how?.rate === 'number' ? how.rate : 1,
  };
}

export function keepHow(how: How): void {
  keep(HOW, how);
}

/** The sentence that was read last. */
export interface HeardPlace {
  readonly block: string;
  readonly start: number;
}

export function lastHeard(document: string): HeardPlace | null {
  const heard = kept(PLACE + document) as Partial<HeardPlace> | null;
  return typeof heard?.block === 'string' && typeof heard.start === 'number'
    ? { block: heard.block, start: heard.start }
    : null;
}

export function keepHeard(document: string, { block, start }: HeardPlace): void {
  keep(PLACE + document, { block, start });
}
