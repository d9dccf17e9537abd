import type { CardHolder } from './types.ts';

export const CARDS_ON_A_PAGE = [1, 2, 4] as const;
export type CardsOnAPage = (typeof CARDS_ON_A_PAGE)[number];

/** Two sides of paper: places row by row, each with the card that is printed there. */
export interface CardSheet {
  readonly front: readonly (CardHolder | null)[];
  readonly back: readonly (CardHolder | null)[];
}

/** Columns of a page: four stand two by two, two above one another. */
export function columnsOf(perPage: CardsOnAPage): number {
  return perPage === 4 ? 2 : 1;
}

/**
 * Lays cards on sheets, with each back behind its front.
 *
 * @param edge along which the printer turns the sheet
 */
export function sheetsOf(
  cards: readonly CardHolder[],
  perPage: CardsOnAPage,
  edge: 'long' | 'short',
): CardSheet[] {
  const columns = columnsOf(perPage);
  const sheets: CardSheet[] = [];
  for (let from = 0; from < cards.length; from += perPage) {
    const front = Array.from({ length: perPage }, (_, place) => cards[from + place] ?? null);
    const back = front.map((_, place) => {
      const [row, column] = [Math.floor(place / columns), place % columns];
      const rows = perPage / columns;
      // Turned along the long edge, left is right; along the short one, above is below.
      const behind =
        edge === 'long'
          ? row * columns + (columns - 1 - column)
          : (rows - 1 - row) * columns + column;
      return front[behind]!;
    });
    sheets.push({ front, back });
  }
  return sheets;
}
