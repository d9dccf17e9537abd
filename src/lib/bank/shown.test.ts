import { describe, expect, test } from 'vitest';
import { smallBank } from './check/fixtures/index.ts';
import { FALSE, shownWith, TRUE } from './shown.ts';
import type { Question, QuestionType } from './types.ts';

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
