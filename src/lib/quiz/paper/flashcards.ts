import { shownWith, type Bank, type Question } from '../../bank/index.ts';
import { selected, spread, type Recipe } from '../assemble.ts';
import { letterOf } from './form.ts';
import { answerLines, sourcesOf } from './key.ts';
import type { KeySource, Lettered } from './types.ts';

/** A card to cut out. */
export interface Flashcard {
  readonly id: string;
  /** From 1, in the order of the bank: both sides bear it, so that they can be told to belong together. */
  readonly number: number;
  readonly type: Question['type'];
  readonly section: string;
  readonly prompt: string;
  /** To choose from, or to bring into order. */
  readonly options: readonly Lettered[];
  /** To find the partners of. */
  readonly rows: readonly string[];
  readonly partners: readonly string[];
  /** What is on the back: the letter or the row on the front, where there is one, and the words. */
  readonly answer: readonly (Lettered & { readonly left?: string })[];
  readonly stance: Question['stance'];
  /** The words that the key rests on, cut where they are long. */
  readonly source: KeySource | null;
}

/** Characters of a quotation on a card; of one that is the answer itself. */
const QUOTE = 190;
const EVIDENCE = 420;

/**
 * The cards of a recipe, in the order of the bank: those that the seed draws, spread over the sections
 * and paragraphs, where not all are wanted. Options stand as they do when the card is studied.
 */
export function flashcardsOf(bank: Bank, recipe: Recipe): Flashcard[] {
  const fitting = selected(bank.questions, recipe);
  const drawn = new Set(spread(fitting, recipe.seed).slice(0, Math.max(0, recipe.length)));
  return fitting
    .filter((question) => drawn.has(question))
    .map((question, index) => flashcard(question, bank, index + 1));
}

function flashcard(question: Question, { document }: Bank, number: number): Flashcard {
  const { id, type, prompt, stance } = question;
  const { options, items, partners } = shownWith(question, id);
  const choosing = type === 'choice' || type === 'multi';
  const lettered = (choosing ? options : type === 'order' ? items : []).map((text, place) => ({
    letter: letterOf(place),
    text,
  }));
  const letters = new Map(lettered.map(({ letter, text }) => [text, letter]));
  const source = sourcesOf(question, document)[0];
  const room = type === 'evidence' ? EVIDENCE : QUOTE;
  return {
    id,
    number,
    type,
    section: source?.section ?? '',
    prompt,
    options: lettered,
    rows: type === 'match' ? items : [],
    partners: [...new Set(partners)],
    answer:
      question.type === 'match'
        ? question.pairs.map(({ left, right }) => ({ letter: '', left, text: right }))
        : answerLines(question).map((text) => ({ letter: letters.get(text) ?? '', text })),
    stance,
    source: source ? { ...source, exact: shortened(source.exact, room) } : null,
  };
}

/** The beginning of a text, cut after a word where it is longer than that; ` …` says that it goes on. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const space = cut.lastIndexOf(' ');
  const words = space > 0 ? cut.slice(0, space) : text.slice(0, most);
  return `${words.replace(/[\s,;:–—-]+$/, '')} …`;
}

/** Two columns and four rows: eighths of the sheet, which is A7 on A4. */
export const CARD_COLUMNS = 2;
export const CARD_ROWS = 4;

/** Along which edge the printer turns the sheet over. */
export const DUPLEX_EDGES = ['long', 'short'] as const;
export type DuplexEdge = (typeof DUPLEX_EDGES)[number];

/** A sheet of cards: what stands in each place, row by row; null where nothing does. */
export interface CardSheet {
  readonly front: readonly (Flashcard | null)[];
  readonly back: readonly (Flashcard | null)[];
}

/**
 * The cards on sheets. Seen from behind, each back lies under its front: turned along the long edge,
 * left and right change places, along the short edge top and bottom do. (There the backs also stand on
 * their heads, which is for whoever draws them: then every card turns over like the page of a book.)
 */
export function cardSheets(cards: readonly Flashcard[], edge: DuplexEdge): CardSheet[] {
  const size = CARD_COLUMNS * CARD_ROWS;
  const sheets: CardSheet[] = [];
  for (let start = 0; start < cards.length; start += size) {
    const front = Array.from({ length: size }, (_, place) => cards[start + place] ?? null);
    const back = front.map((_, place) => front[behind(place, edge)]!);
    sheets.push({ front, back });
  }
  return sheets;
}

/** The place on the other side of the sheet. */
function behind(place: number, edge: DuplexEdge): number {
  const [row, column] = [Math.floor(place / CARD_COLUMNS), place % CARD_COLUMNS];
  return edge === 'long'
    ? row * CARD_COLUMNS + (CARD_COLUMNS - 1 - column)
    : (CARD_ROWS - 1 - row) * CARD_COLUMNS + column;
}
