import { hashSeed } from '../primitives/index.ts';
import { freeName } from './names.ts';

/** Words that a name is made of, in the language of the session. */
interface Words {
  readonly colours: readonly string[];
  readonly animals: readonly string[];
  readonly join: (colour: string, animal: string) => string;
}

const ENGLISH: Words = {
  colours:
    'Amber Azure Coral Crimson Emerald Golden Indigo Ivory Jade Lemon Lilac Magenta Ochre Olive Pearl Ruby Sapphire Scarlet Silver Teal Turquoise Violet'.split(
      ' ',
    ),
  animals:
    'Badger Bear Beaver Crane Dolphin Eagle Falcon Fox Gecko Hare Hedgehog Heron Ibis Jaguar Koala Lark Lynx Marten Otter Owl Panda Puffin Raven Robin Seal Swift Tapir Tiger Turtle Wombat Wren Zebra'.split(
      ' ',
    ),
  join: (colour, animal) => `${colour} ${animal}`,
};

const SPANISH: Words = {
  // Colours that have one form for either gender; and no animal that children call each other.
  colours:
    'ámbar añil carmesí celeste cobre coral esmeralda granate índigo jade lavanda lila limón magenta malva marfil ocre oliva perla rubí turquesa violeta'.split(
      ' ',
    ),
  animals:
    'Abeja Alce Alondra Ardilla Búho Castor Cebra Cigüeña Colibrí Delfín Erizo Gacela Garza Golondrina Grulla Halcón Ibis Jaguar Jirafa Koala Liebre Lince Marmota Nutria Oso Panda Puma Tapir Tejón Tigre Tortuga Zorro'.split(
      ' ',
    ),
  join: (colour, animal) => `${animal} ${colour}`,
};

/** As many names as there are in either language: 22 colours of 32 animals. */
const ALL = ENGLISH.colours.length * ENGLISH.animals.length;

/**
 * A name that says nothing of who bears it, e.g. “Amber Otter”: 704 of them, then numbered.
 *
 * @param seed the same seed gives the same names in the same order
 * @param language of the session, BCP 47
 */
export function generatedName(seed: string, taken: readonly string[], language = 'en'): string {
  const [free] = nameChoices(seed, taken, language, 1);
  return free ?? freeName(nameAt(hashSeed(seed) % ALL, wordsOf(language)), taken);
}

/**
 * Some free names to choose from, none twice; fewer where there are no more.
 *
 * @param seed fresh for each phone, so that two that ask at once are seldom offered the same
 */
export function nameChoices(
  seed: string,
  taken: readonly string[],
  language: string | undefined,
  count: number,
): string[] {
  const used = new Set(taken);
  const words = wordsOf(language ?? 'en');
  const start = hashSeed(`${seed}/${taken.length}`) % ALL;
  const choices: string[] = [];
  for (let n = 0; n < ALL && choices.length < count; n++) {
    // Neighbours share an animal: with this stride, which shares no factor with 704, they do not.
    const name = nameAt((start + n * STRIDE) % ALL, words);
    if (!used.has(name)) choices.push(name);
  }
  return choices;
}

const STRIDE = 147;

/** Whether a name is one that could have been given; nothing else gets by in this way. */
export function isGenerated(name: string, language = 'en'): boolean {
  const words = wordsOf(language);
  return Array.from({ length: ALL }, (_, at) => nameAt(at, words)).includes(name);
}

function wordsOf(language: string): Words {
  return language.startsWith('es') ? SPANISH : ENGLISH;
}

function nameAt(at: number, { colours, animals, join }: Words): string {
  return join(colours[at % colours.length]!, animals[Math.floor(at / colours.length)]!);
}
