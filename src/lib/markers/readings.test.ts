import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORGOTTEN_AFTER_MS, Readings, TO_CHANGE, TO_COUNT, type Sighting } from './readings.ts';
import { LETTERS, type Letter } from './types.ts';

const FRAME_MS = 120;
const CLASS = [1, 2, 3, 4, 5];

function readings(standing: [number, Letter][] = []): Readings {
  return new Readings(CLASS, LETTERS, standing);
}

/** Shows pictures one after the other, a frame apart. */
function show(all: Readings, pictures: readonly (readonly Sighting[])[], from = 0): Sighting[] {
  return pictures.flatMap((picture, at) => all.see(picture, from + at * FRAME_MS));
}

function held(card: number, letters: string): Sighting[][] {
  return Array.from(letters, (letter) =>
    letter === '-' ? [] : [{ card, letter: letter as Letter }],
  );
}

const letter = fc.constantFrom(...LETTERS);
const card = fc.integer({ min: 1, max: 8 });

describe('a letter counts', () => {
  test.each([
    ['AA', undefined],
    ['AAA', 'A'],
    ['A-A--A', 'A'],
    ['AABAA', undefined],
    ['AABAAA', 'A'],
    ['AAABBBB', 'A'],
    ['AAABBBBB', 'B'],
    ['AAABBBBABBBB', 'A'],
    ['AAACACACACACAC', 'A'],
  ])('%s: %s', (letters, expected) => {
    const all = readings();
    show(all, held(2, letters));
    expect(all.standing.get(2)).toBe(expected);
  });

  test('not when the card was out of sight for long in between', () => {
    const all = readings();
    show(all, held(2, 'AA'));
    expect(show(all, held(2, 'A'), 2 * FRAME_MS + FORGOTTEN_AFTER_MS)).toEqual([]);
    expect(all.standing.size).toBe(0);
  });

  test('and is told once', () => {
    expect(show(readings(), held(4, 'CCCCCC'))).toEqual([{ card: 4, letter: 'C' }]);
  });
});

test('one misread picture registers nothing and changes nothing, wherever it falls', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(letter), { maxLength: 12 }),
      fc.array(fc.record({ card, letter }), { maxLength: 6 }),
      fc.nat(11),
      (shown, misread, where) => {
        // A steady hand, seen or not seen; and one picture of anything.
        const steady = shown.map((one) =>
          one === null ? [] : [{ card: 1, letter: 'B' as const }],
        );
        const pictures = [...steady.slice(0, where), misread, ...steady.slice(where)];
        const all = readings();
        show(all, pictures);
        for (const [number, said] of all.standing) expect([number, said]).toEqual([1, 'B']);
      },
    ),
  );
});

test('what is held still long enough is read, whatever was before', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.record({ card, letter }))), letter, (before, last) => {
      const all = readings();
      show(all, before);
      show(all, held(3, last.repeat(TO_CHANGE)), before.length * FRAME_MS);
      expect(all.standing.get(3)).toBe(last);
    }),
  );
});

test('only cards of the class count, and only letters of the question', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.record({ card, letter }), { maxLength: 3 })), (pictures) => {
      const all = new Readings(CLASS, ['A', 'B']);
      show(
        all,
        pictures.flatMap((picture) => Array<Sighting[]>(TO_CHANGE).fill(picture)),
      );
      for (const [number, said] of all.standing) {
        expect(CLASS).toContain(number);
        expect(['A', 'B']).toContain(said);
      }
    }),
  );
});

test('a number that is seen twice with different letters says nothing', () => {
  const twice: Sighting[] = [
    { card: 1, letter: 'A' },
    { card: 1, letter: 'B' },
    { card: 2, letter: 'D' },
  ];
  const all = readings();
  show(all, Array<Sighting[]>(9).fill(twice));
  expect([...all.standing]).toEqual([[2, 'D']]);
});

describe('a still', () => {
  const a = { card: 1, letter: 'A' } as const;
  test.each([
    ['seen alike twice', [[a], [], [a]], [a]],
    ['seen once', [[a], [], []], []],
    ['seen otherwise once', [[a], [a], [{ card: 1, letter: 'B' as const }]], []],
  ])('%s', (_, looks, expected) => {
    expect(readings().seeStill(looks)).toEqual(expected);
  });

  test('changes what stood before', () => {
    expect(readings([[1, 'C']]).seeStill([[a], [a]])).toEqual([a]);
  });
});

test('the teacher has the last word until the card is held still again', () => {
  const all = readings();
  show(all, held(1, 'AAA'));
  all.set(1, 'D');
  show(all, held(1, 'AAAA'), 3 * FRAME_MS);
  expect(all.standing.get(1)).toBe('D');
  all.set(1, null);
  all.set(77, 'A');
  expect(all.standing.size).toBe(0);
});

test('after a reload it goes on with what counted', () => {
  const all = readings([[1, 'A']]);
  expect(show(all, held(1, 'B'.repeat(TO_COUNT)))).toEqual([]);
  expect(all.standing.get(1)).toBe('A');
});
