import { describe, expect, test } from 'vitest';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FALSE, TRUE, type Question, type QuestionType } from '../bank/index.ts';
import type { Response } from '../grading/index.ts';
import { responseOf, takenIn } from './presentation.ts';
import { cardsAbout } from './selection.ts';
import { suggestedRating } from './suggestion.ts';
import { World } from './fixture.ts';

const { questions } = smallBank();

function ask<Type extends QuestionType>(type: Type) {
  return questions.find((one): one is Extract<Question, { type: Type }> => one.type === type)!;
}

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
