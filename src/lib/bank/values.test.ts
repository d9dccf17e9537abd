import { describe, expect, it } from 'vitest';
import { seededRandom } from '../primitives/index.ts';
import { readOption } from './option-value.ts';
import { optionOrder } from './options.ts';
import type { ChoiceQuestion } from './types.ts';
import { readValues } from './values.ts';

describe('readValues', () => {
  it.each<[string, (number | string)[]]>([
    ['thirty-five bodies', [35]],
    ['over five hundred seventy-one homicides', [571]],
    ['five hundred and seventy-one', [571]],
    ['two hundred to two hundred fifty tons', [200, 250]],
    ['ten thousand National Guard troops', [10_000]],
    ['eighteen thousand', [18_000]],
    ['two million five hundred thousand', [2_500_000]],
    ['a hundred years', [100]],
    ['forty-plus countries', [40]],
    ['10,000 people', [10_000]],
    ['3.5 million', [3_500_000]],
    ['$20 billion', ['$20000000000']],
    ['20 million dollars', ['$20000000']],
    ['four-hundred-percent surge', ['400%']],
    ['less than ten percent', ['10%']],
    ['10% and 10 per cent', ['10%', '10%']],
    ['January 3, 2026', [3, 2026]],
    ['the 1990s and 2000s', [1990, 2000]],
    ['the nineteenth century, the 19th century', [19, 19]],
    ['on the twenty-first', [21]],
    ['first, second, third', []],
    ['one of them, one by one', []],
    ['one hundred', [100]],
    ['B2 and PS5', []],
    ['a two-track strategy', [2]],
    ['seven, eight', [7, 8]],
    ['thousands of hundreds', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    const read = readValues(text).map(({ value, percent, money }) =>
      percent ? `${value}%` : money ? `$${value}` : value,
    );
    expect(read).toEqual(expected);
  });

  it('says where a number stands', () => {
    const text = 'about thirty-five percent of it';
    const [value] = readValues(text);
    expect(text.slice(value!.start, value!.end)).toBe('thirty-five percent');
  });
});

describe('readOption', () => {
  it.each([
    ['2009', 'year', 2009],
    ['In 2009', 'year', 2009],
    ['Over fifty', 'number', 50],
    ['Ten thousand National Guard troops', 'number', 10_000],
    ['About $20 billion', 'money', 20e9],
    ['Less than ten percent', 'percent', 10],
    ['200 to 250 tons', 'number', 200],
    ['two sons', 'number', 2],
  ])('reads %j as a %s', (text, kind, value) => {
    expect(readOption(text)).toMatchObject({ kind, value });
  });

  it.each(['Two of his sons', 'It rose by ten percent', 'The Cartel of 2009', '', 'May be'])(
    'reads %j as words',
    (text) => {
      expect(readOption(text)).toBeUndefined();
    },
  );

  it('puts dates in the order of time', () => {
    const dates = ['March 2023', 'July 2024', 'December 2024', 'January 2025'];
    const values = dates.map((date) => readOption(date)!.value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(readOption('July 25, 2024')!.value).toBe(readOption('25 July 2024')!.value);
  });

  it('sees how a number is written', () => {
    const formats = ['35', 'thirty-five', '35%', '$35', 'over 35', '35 people', '35–40'].map(
      (text) => readOption(text)?.format,
    );
    expect(new Set(formats).size).toBe(7);
  });
});

describe('optionOrder', () => {
  const choice = (answer: string, ...others: string[]) =>
    ({
      type: 'choice',
      answer,
      distractors: others.map((text) => ({ text, why: '' })),
    }) as unknown as ChoiceQuestion;

  it('lets numbers and dates ascend, whatever the seed', () => {
    const order = (question: ChoiceQuestion) => optionOrder(question, seededRandom('any'));
    expect(order(choice('fifty', 'thirty-five', 'seventy'))).toEqual([
      'thirty-five',
      'fifty',
      'seventy',
    ]);
    expect(order(choice('July 2024', 'May 2025', 'August 2023'))).toEqual([
      'August 2023',
      'July 2024',
      'May 2025',
    ]);
  });

  it('shuffles words by the seed', () => {
    const question = choice('a', 'b', 'c', 'd');
    const orders = ['1', '2', '3', '4', '5', '6'].map((seed) =>
      optionOrder(question, seededRandom(seed)).join(''),
    );
    expect(new Set(orders).size).toBeGreaterThan(2);
  });
});
