import type { PaperLook } from '../ui/index.ts';
import { isRecord, keep, kept } from './kept.ts';

const KEY = 'recite-paper';

/** The choices of a look, the usual first. */
const CHOICES = {
  size: ['a4', 'letter'],
  text: ['normal', 'small', 'large'],
  versions: [1, 2, 3],
  names: [true, false],
  points: [true, false],
  words: [false, true],
  sheet: [false, true],
  key: [true, false],
  edge: ['long', 'short'],
} as const satisfies { readonly [Part in keyof PaperLook]: readonly PaperLook[Part][] };

/** How this device last printed; the usual where it has not, or where what was kept makes no sense. */
export function keptLook(): PaperLook {
  const value = kept(KEY);
  const read = isRecord(value) ? value : {};
  return Object.fromEntries(
    Object.entries(CHOICES).map(([part, choices]) => [
      part,
      choices.find((choice) => choice === read[part]) ?? choices[0],
    ]),
  ) as unknown as PaperLook;
}

export function keepLook(look: PaperLook): void {
  keep(KEY, look);
}
