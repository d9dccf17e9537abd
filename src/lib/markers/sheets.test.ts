import aruco from 'js-aruco2';
import { describe, expect, test } from 'vitest';
import { CODES, DICTIONARY, modulesOf } from './codes.ts';
import { columnsOf, sheetsOf } from './sheets.ts';

const cards = Array.from({ length: 6 }, (_, at) => ({ card: at + 1, name: '' }));
const numbers = (places: readonly ({ card: number } | null)[]) =>
  places.map((one) => one?.card ?? 0);

describe('sheets of cards', () => {
  test.each([
    [
      4,
      'long',
      [
        [1, 2, 3, 4],
        [2, 1, 4, 3],
      ],
      [
        [5, 6, 0, 0],
        [6, 5, 0, 0],
      ],
    ],
    [
      4,
      'short',
      [
        [1, 2, 3, 4],
        [3, 4, 1, 2],
      ],
      [
        [5, 6, 0, 0],
        [0, 0, 5, 6],
      ],
    ],
    [
      2,
      'long',
      [
        [1, 2],
        [1, 2],
      ],
      [
        [3, 4],
        [3, 4],
      ],
    ],
    [
      2,
      'short',
      [
        [1, 2],
        [2, 1],
      ],
      [
        [3, 4],
        [4, 3],
      ],
    ],
  ] as const)('%i on a page, turned along the %s edge', (perPage, edge, first, second) => {
    const sheets = sheetsOf(cards, perPage, edge).map(({ front, back }) => [
      numbers(front),
      numbers(back),
    ]);
    expect(sheets.slice(0, 2)).toEqual([first, second]);
    expect(sheets).toHaveLength(Math.ceil(cards.length / perPage));
  });

  test('stand in one column or two', () => {
    expect(([1, 2, 4] as const).map(columnsOf)).toEqual([1, 1, 2]);
  });
});

describe('a marker as it is printed', () => {
  interface Svg {
    generateSVG(number: number): string;
  }

  test('is the one that the library draws', () => {
    const library = new aruco.AR.Dictionary(DICTIONARY) as unknown as Svg;
    expect(CODES).toHaveLength(250);
    for (const number of [0, 7, 249]) {
      // After the white ground and the black square, a white square for each white module.
      const squares = [...library.generateSVG(number).matchAll(/<rect x="(\d+)" y="(\d+)"/g)].slice(
        2,
      );
      const white = modulesOf(number).flatMap((row, y) =>
        row.flatMap((isWhite, x) => (isWhite ? [`${x + 1} ${y + 1}`] : [])),
      );
      expect(white).toEqual(squares.map(([, x, y]) => `${x} ${y}`));
    }
  });
});
