import { foldText } from '../primitives/index.ts';

const LONGEST_NAME = 32;

/**
 * A name as it may be shown to a class: on one line, without anything that draws nothing or turns the
 * writing round, without towers of accents and without `<` and `>`; at most 32 characters.
 *
 * @returns null where nothing is left of it
 */
export function cleanName(text: string): string | null {
  const clean = text
    .slice(0, 10 * LONGEST_NAME)
    .normalize('NFC')
    // Joiners belong to Persian and Indic names; between letters they stay.
    .replace(/(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{L})/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]/gu, ' ')
    .replace(
      /(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}\p{Cn}]|[<>\u3164\u115f\u1160\uffa0\u2800]/gu,
      '',
    )
    .replace(/ +/g, ' ')
    .normalize('NFC')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  const short = Array.from(clean).slice(0, LONGEST_NAME).join('').trim();
  return /[\p{L}\p{N}\p{S}]/u.test(short) ? short : null;
}

/** As a reader takes a name: case, accents and dashes aside. Two that fold alike are the same. */
export function foldedName(name: string): string {
  return foldText(name).trim();
}

export function sameName(one: string, other: string): boolean {
  return foldedName(one) === foldedName(other);
}

/** The name, or the first of “Ana 2”, “Ana 3” … that nobody has. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map(foldedName));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!used.has(foldedName(candidate))) return candidate;
  }
}
