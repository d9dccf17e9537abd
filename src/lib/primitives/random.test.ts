import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashSeed, seededRandom, shuffled } from './index.ts';

/** Any UTF-16, halves of surrogate pairs too. */
const utf16 = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

/** The first three numbers of each seed, times 2^32. */
const PINNED: [seed: string, hash: number, numbers: [number, number, number]][] = [
  ['', 2166136261, [2625274932, 2119670693, 3324411561]],
  ['recite', 4236749659, [1081667435, 3741626658, 3082910025]],
  ['mexico-cartels/history-1#0', 1111157629, [284570139, 1866135859, 2786147273]],
  ['ñ😀', 3418350665, [4047390138, 4244375460, 3467260907]],
];

describe('hashSeed', () => {
  it('is FNV-1a for ASCII, as published', () => {
    // http://www.isthe.com/chongo/src/fnv/test_fnv.c
    expect(hashSeed('')).toBe(0x811c9dc5);
    expect(hashSeed('a')).toBe(0xe40c292c);
    expect(hashSeed('foobar')).toBe(0xbf9cf968);
  });
});

describe('seededRandom', () => {
  // Fuzzed intervals and quizzes of every learner hang on these: they may never change.
  it.each(PINNED)('gives the numbers it has always given for %j', (seed, hash, numbers) => {
    const random = seededRandom(seed);
    expect(hashSeed(seed)).toBe(hash);
    expect([random(), random(), random()].map((number) => number * 2 ** 32)).toEqual(numbers);
  });

  it('stays in [0, 1)', () => {
    fc.assert(
      fc.property(fc.string({ unit: utf16 }), (seed) => {
        const random = seededRandom(seed);
        const numbers = Array.from({ length: 50 }, random);
        expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
      }),
    );
  });

  it('gives two generators of one seed the same numbers, whoever is asked first', () => {
    const one = seededRandom('quiz-7');
    const other = seededRandom('quiz-7');
    const first = [one(), one(), one()];
    expect([other(), other(), other()]).toEqual(first);
  });
});

describe('shuffled', () => {
  it('keeps every item, once, and leaves the list alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        const result = shuffled(items, seededRandom(seed));
        const inOrder = (list: number[]) => [...list].sort((a, b) => a - b);
        expect(inOrder(result)).toEqual(inOrder(items));
        expect(items).toEqual(before);
      }),
    );
  });

  it('makes every order of three things equally likely', () => {
    const rounds = 6000;
    const seen = new Map<string, number>();
    for (let seed = 0; seed < rounds; seed++) {
      const order = shuffled(['a', 'b', 'c'], seededRandom(`order ${seed}`)).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    const expected = rounds / 6;
    const chiSquare = [...seen.values()].reduce(
      (sum, count) => sum + (count - expected) ** 2 / expected,
      0,
    );
    // 5 degrees of freedom: a fair shuffle stays under this 999 times in 1000. The seeds are fixed.
    expect(chiSquare).toBeLessThan(20.5);
  });

  it('puts each of three things in each place equally often', () => {
    const rounds = 6000;
    const places = [0, 0, 0];
    for (let seed = 0; seed < rounds; seed++) {
      places[shuffled([0, 1, 2], seededRandom(`place ${seed}`)).indexOf(0)]! += 1;
    }
    for (const count of places) expect(Math.abs(count - rounds / 3)).toBeLessThan(130);
  });
});
