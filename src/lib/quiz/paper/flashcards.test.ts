import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largeBank, smallBank } from '../../bank/check/fixtures/index.ts';
import { withFaces } from '../../bank/index.ts';
import { EVERYTHING, type Recipe } from '../assemble.ts';
import {
  CARD_COLUMNS,
  CARD_ROWS,
  cardSheets,
  DUPLEX_EDGES,
  flashcardsOf,
  shortened,
} from './flashcards.ts';

const small = withFaces(smallBank());
const large = withFaces(largeBank());

function recipe(seed: string, length: number, bank = large.id): Recipe {
  return { ...EVERYTHING, bank, length, seed };
}

describe('flashcards', () => {
  test('all of them are every card, in the order of the bank', () => {
    const cards = flashcardsOf(small, recipe('a', 1000, small.id));
    expect(cards.map(({ id }) => id)).toEqual(small.questions.map(({ id }) => id));
    expect(cards.map(({ number }) => number)).toEqual(cards.map((_, index) => index + 1));
  });

  test('some of them are the same for the same seed', () => {
    const some = flashcardsOf(large, recipe('a', 8));
    expect(some).toHaveLength(8);
    expect(flashcardsOf(large, recipe('a', 8))).toEqual(some);
    expect(flashcardsOf(large, recipe('b', 8))).not.toEqual(some);
  });

  test('the back names the letters that stand on the front', () => {
    for (const { options, answer } of flashcardsOf(small, recipe('a', 1000, small.id))) {
      for (const { letter, text } of answer) {
        if (options.length > 0) expect(options).toContainEqual({ letter, text });
        else expect(letter).toBe('');
      }
    }
  });

  test('a quotation is cut after a word, and never longer than asked for', () => {
    expect(shortened('as it is', 8)).toBe('as it is');
    expect(shortened('as it is, and was', 10)).toBe('as it is …');
    expect(shortened('unbreakable', 5)).toBe('unbre …');
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = shortened(text, most);
        expect(short.length).toBeLessThanOrEqual(most + 2);
        expect(text.startsWith(short.replace(/ …$/, ''))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('sheets of cards', () => {
  const cards = flashcardsOf(large, recipe('a', 19));

  test('hold each card once, on both sides', () => {
    for (const edge of DUPLEX_EDGES) {
      const sheets = cardSheets(cards, edge);
      expect(sheets).toHaveLength(3);
      for (const side of ['front', 'back'] as const) {
        const laid = sheets.flatMap((sheet) => sheet[side]).filter((card) => card !== null);
        expect(new Set(laid)).toEqual(new Set(cards));
        expect(laid).toHaveLength(cards.length);
      }
    }
  });

  test('turned along the long edge, left and right change places', () => {
    const [{ front, back }] = cardSheets(cards, 'long') as [ReturnType<typeof cardSheets>[0]];
    for (let row = 0; row < CARD_ROWS; row++) {
      expect(back[row * CARD_COLUMNS]).toBe(front[row * CARD_COLUMNS + 1]);
      expect(back[row * CARD_COLUMNS + 1]).toBe(front[row * CARD_COLUMNS]);
    }
  });

  test('turned along the short edge, top and bottom change places', () => {
    const [{ front, back }] = cardSheets(cards, 'short') as [ReturnType<typeof cardSheets>[0]];
    expect(back.slice(0, 2)).toEqual(front.slice(6));
    expect(back.slice(6)).toEqual(front.slice(0, 2));
  });

  test('a sheet that is not full has its gaps behind its gaps', () => {
    const last = cardSheets(cards, 'long').at(-1)!;
    expect(last.front.map((card) => card !== null)).toEqual([1, 1, 1, 0, 0, 0, 0, 0].map(Boolean));
    expect(last.back.map((card) => card !== null)).toEqual([1, 1, 0, 1, 0, 0, 0, 0].map(Boolean));
  });
});
