import { foldText, hashSeed } from '../primitives/index.ts';

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

/** Whether two names are the same to a reader: case, accents and dashes aside. */
export function sameName(one: string, other: string): boolean {
  return foldText(one).trim() === foldText(other).trim();
}

/** The name, or the first of “Ana 2”, “Ana 3” … that nobody has. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => foldText(one).trim()));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!used.has(foldText(candidate).trim())) return candidate;
  }
}

const COLOURS =
  'Amber Azure Coral Crimson Emerald Golden Indigo Ivory Jade Lemon Lilac Magenta Ochre Olive Pearl Ruby Sapphire Scarlet Silver Teal Turquoise Violet'.split(
    ' ',
  );
const ANIMALS =
  'Badger Bear Beaver Crane Dolphin Eagle Falcon Fox Gecko Hare Hedgehog Heron Ibis Jaguar Koala Lark Lynx Marten Otter Owl Panda Puffin Raven Robin Seal Swift Tapir Tiger Turtle Whale Wren Zebra'.split(
    ' ',
  );

/**
 * A name that says nothing of who bears it, e.g. “Amber Otter”: 704 of them, then numbered.
 *
 * @param seed the same seed gives the same names in the same order
 */
export function generatedName(seed: string, taken: readonly string[]): string {
  const used = new Set(taken);
  const start = hashSeed(`${seed}/${taken.length}`) % ALL;
  const names = Array.from({ length: ALL }, (_, at) => nameAt((start + at) % ALL));
  return names.find((name) => !used.has(name)) ?? freeName(nameAt(start), taken);
}

const ALL = COLOURS.length * ANIMALS.length;

function nameAt(at: number): string {
  return `${COLOURS[at % COLOURS.length]!} ${ANIMALS[Math.floor(at / COLOURS.length)]!}`;
}
