import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from './index.ts';

/** Any UTF-16, halves of surrogate pairs too. */
const utf16 = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

describe('parseNumber', () => {
  it.each([
    ['27', 27],
    ['0', 0],
    ['10,000', 10_000],
    ['1,234,567.5', 1_234_567.5],
    ['10 000', 10_000],
    ['10\u00a0000', 10_000],
    ['10\u202f000', 10_000],
    ['3.5', 3.5],
    ['.5', 0.5],
    ['-5', -5],
    ['−5', -5],
    ['it fell to -5 degrees', -5],
    ['CJNG-27', 27],
    ['37%', 37],
    ['37 %', 37],
    ['37 percent', 37],
    ['$20 billion', 20e9],
    ['$20bn', 20e9],
    ['20 Billion dollars', 20e9],
    ['2.3 million', 2_300_000],
    ['2 hundred thousand', 200_000],
    ['over 27 Mexican states', 27],
    ['zero', 0],
    ['one', 1],
    ['Thirty-seven', 37],
    ['thirty seven', 37],
    ['ten thousand', 10_000],
    ['two hundred fifty', 250],
    ['two hundred and fifty', 250],
    ['a hundred', 100],
    ['eighteen thousand', 18_000],
    ['eighteen thousand two hundred and four', 18_204],
    ['three hundred twenty-one million', 321e6],
    ['about forty countries', 40],
  ])('reads %j', (typed, number) => {
    expect(parseNumber(typed)).toBe(number);
  });

  it.each([
    [''],
    ['many'],
    ['no idea'],
    ['-'],
    ['…'],
    ['200 to 250'],
    ['200-250'],
    ['200–250'],
    ['between 3 and 5 million'],
    ['two hundred to two hundred fifty'],
    ['two or three'],
    ['five to ten'],
    ['20 to thirty'],
    ['one of the two'],
    ['2014 100'],
    ['3 January 2026'],
    ['27,5'],
    ['half a million'],
    ['two and a half'],
    ['a dozen'],
    ['9'.repeat(400)],
  ])('reads no single number in %j', (typed) => {
    expect(parseNumber(typed)).toBeUndefined();
  });

  it('reads back every number, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        expect(parseNumber(String(number))).toBe(number);
        expect(parseNumber(number.toLocaleString('en-US'))).toBe(number);
        expect(parseNumber(number.toLocaleString('en-US').replaceAll(',', ' '))).toBe(number);
        expect(parseNumber(inWords(number))).toBe(number);
      }),
    );
  });

  it('loses nothing to binary fractions in 2.3 million and the like', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (cents) => {
        const figure = (cents / 100).toFixed(2);
        expect(parseNumber(`${figure} million`)).toBe(Number(`${figure}e6`));
        expect(parseNumber(`${figure} billion`)).toBe(Number(`${figure}e9`));
      }),
    );
  });

  it('throws nothing and gives only finite numbers', () => {
    fc.assert(
      fc.property(fc.string({ unit: utf16 }), fc.constantFrom('', '1', ' million', '-'), (a, b) => {
        const number = parseNumber(a + b);
        expect(number === undefined || Number.isFinite(number)).toBe(true);
      }),
    );
  });
});

const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen'
).split(' ');
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function inWords(number: number): string {
  for (const [scale, name] of [
    [1e6, 'million'],
    [1e3, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (number < scale) continue;
    const rest = number % scale;
    const head = `${inWords(Math.floor(number / scale))} ${name}`;
    return rest === 0 ? head : `${head} ${inWords(rest)}`;
  }
  if (number < 20) return SMALL[number]!;
  const ones = number % 10;
  return TENS[Math.floor(number / 10)]! + (ones === 0 ? '' : `-${SMALL[ones]!}`);
}
