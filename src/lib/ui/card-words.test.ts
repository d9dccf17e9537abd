import { expect, it } from 'vitest';
import type { Question } from '../bank/index.ts';
import { lapseWords, promptWords, stateWords, type CardShown } from './card-words.ts';

const card: CardShown = {
  card: 'b/q',
  question: { prompt: 'It closed in ____.' } as Question,
  section: 's',
  phase: 'review',
  suspended: false,
  buried: false,
  due: 3,
  recall: 0.9,
  level: 4,
  stability: 10,
  difficulty: 5,
  answered: 2,
  reviews: 4,
  lapses: 1,
  leech: false,
  flagged: false,
  tags: [],
};

it.each([
  ['New', { phase: 'new', due: null }],
  ['Suspended', { suspended: true, due: null }],
  ['Buried until tomorrow', { buried: true, due: 1 }],
  ['Learning', { phase: 'learning', due: 0 }],
  ['Due today', { due: 0 }],
  ['Due yesterday', { due: -1 }],
  ['Due 9 days ago', { due: -9 }],
  ['Due tomorrow', { due: 1 }],
  ['Due in 3 days', {}],
  ['Due in 2 months', { due: 60 }],
] as const)('says “%s”', (words, own) => {
  expect(stateWords({ ...card, ...own })).toBe(words);
});

it('says what is asked in the learner’s words, and how often it was forgotten', () => {
  expect(promptWords(card)).toBe('It closed in blank.');
  expect(promptWords({ ...card, wording: { prompt: 'When?' } })).toBe('When?');
  expect([0, 1, 4].map(lapseWords)).toEqual([
    'never forgotten',
    'forgotten once',
    'forgotten 4 times',
  ]);
});
