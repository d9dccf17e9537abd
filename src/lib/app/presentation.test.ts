import { describe, expect, test } from 'vitest';
import { smallBank } from '../bank/check/fixtures/index.ts';
import type { Question, QuestionType } from '../bank/index.ts';
import type { Response } from '../grading/index.ts';
import { FALSE, responseOf, shownWith, takenIn, TRUE } from './presentation.ts';
import { cardsAbout } from './selection.ts';
import { suggestedRating } from './suggestion.ts';
import { World } from './fixture.ts';

const { questions } = smallBank();

function ask<Type extends QuestionType>(type: Type) {
  return questions.find((one): one is Extract<Question, { type: Type }> => one.type === type)!;
}

describe('what a question puts on the table', () => {
  test('of a choice: its options, and which is right', () => {
    const { options, key, items, partners } = shownWith(ask('choice'), 'seed');
    expect([...options].sort()).toEqual(['Karl Amund', 'Odo Brand', 'Sten Holmer']);
    expect(key).toEqual(['Odo Brand']);
    expect([items, partners]).toEqual([[], []]);
  });

  test('of several to choose: all of them, and those that are right', () => {
    const { options, key } = shownWith(ask('multi'), 'seed');
    expect(options).toHaveLength(4);
    expect(key).toEqual(['Salted herring', 'Amber']);
  });

  test('of true or false: both, in this order', () => {
    expect(shownWith(ask('truefalse'), 'seed')).toMatchObject({
      options: [TRUE, FALSE],
      key: [FALSE],
    });
  });

  test('of an order: its items, shuffled', () => {
    const { items, options } = shownWith(ask('order'), 'seed');
    expect([...items].sort()).toEqual([...ask('order').items].sort());
    expect(options).toEqual([]);
    const orders = Array.from({ length: 20 }, (_, seed) =>
      shownWith(ask('order'), `${seed}`).items.join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('of pairs: the left side as it stands, the right side shuffled', () => {
    const { items, partners } = shownWith(ask('match'), 'seed');
    expect(items).toEqual(['Karsholm', 'Ostrand']);
    expect([...partners].sort()).toEqual(['Amber', 'Herring']);
  });

  test('of pairs to be named from memory: no right side', () => {
    const back = { ...ask('match'), recall: true } as Question;
    expect(shownWith(back, 'seed')).toMatchObject({ items: ['Karsholm', 'Ostrand'], partners: [] });
  });

  test.each(['open', 'cloze', 'short', 'number', 'evidence'] as const)('of %s: nothing', (type) => {
    expect(shownWith(ask(type), 'seed')).toEqual({ options: [], items: [], partners: [], key: [] });
  });

  test('is the same for the same seed', () => {
    for (const question of questions) {
      expect(shownWith(question, 'a seed')).toEqual(shownWith(question, 'a seed'));
    }
  });
});

describe('what was taken', () => {
  test.each<[QuestionType, readonly string[], Response]>([
    ['choice', ['Odo Brand'], { kind: 'option', text: 'Odo Brand' }],
    ['multi', ['Amber', 'Timber'], { kind: 'options', texts: ['Amber', 'Timber'] }],
    ['truefalse', [FALSE], { kind: 'truth', value: false }],
    ['truefalse', [TRUE], { kind: 'truth', value: true }],
    ['short', ['fisherman'], { kind: 'typed', text: 'fisherman' }],
    ['number', ['35'], { kind: 'typed', text: '35' }],
    ['cloze', ['cost'], { kind: 'typed', text: 'cost' }],
    [
      'order',
      ['A chapel was built', 'Velm was founded', 'The chapel burned down'],
      {
        kind: 'sequence',
        items: ['A chapel was built', 'Velm was founded', 'The chapel burned down'],
      },
    ],
    ['match', ['', 'Amber'], { kind: 'pairs', pairs: [{ left: 'Ostrand', right: 'Amber' }] }],
    [
      'evidence',
      ['history-2:10-120'],
      { kind: 'passage', spans: [{ paragraph: 'history-2', start: 10, end: 120 }] },
    ],
    ['open', ['The toll'], { kind: 'written', text: 'The toll' }],
  ])('in %s %j is a response, and the way back', (type, taken, response) => {
    const question = ask(type);
    expect(responseOf(question, taken)).toEqual(response);
    expect(takenIn(question, response)).toEqual(taken);
  });

  test.each<[QuestionType, readonly string[], 1 | 3 | null]>([
    ['choice', ['Odo Brand'], 3],
    ['choice', ['Karl Amund'], 1],
    ['choice', [], null],
    ['multi', ['Amber', 'Salted herring'], 3],
    ['multi', ['Amber'], 1],
    ['truefalse', [FALSE], 3],
    ['truefalse', [TRUE], 1],
    ['open', ['anything'], null],
  ])('in %s %j speaks for %j', (type, taken, rating) => {
    expect(suggestedRating(ask(type), taken)).toBe(rating);
  });
});

describe('the cards that an address asks for', () => {
  const cardsOf = async (query: string) =>
    cardsAbout(await new World(smallBank()).open(), new URLSearchParams(query));

  test('none in particular: what is due', async () => {
    expect(await cardsOf('')).toBeNull();
    expect(await cardsOf('mark=1-2')).toBeNull();
  });

  test('those of a paragraph', async () => {
    expect(await cardsOf('paragraph=history-2')).toEqual(['velm/fleet', 'velm/bargain']);
  });

  test('those of a section', async () => {
    const about = await cardsOf('section=history');
    expect(about).toEqual([
      'velm/founder',
      'velm/fleet',
      'velm/fisherman',
      'velm/course',
      'velm/bargain',
    ]);
  });

  test('a paragraph says more than a section', async () => {
    expect(await cardsOf('section=trade&paragraph=history-2')).toHaveLength(2);
  });

  test('of a place that is not in the document: none', async () => {
    expect(await cardsOf('paragraph=gone-1')).toEqual([]);
    expect(await cardsOf('section=')).toEqual([]);
  });
});
