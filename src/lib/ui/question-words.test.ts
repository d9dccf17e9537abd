import { expect, it } from 'vitest';
import { QUESTION_TYPES } from '../bank/index.ts';
import { kindWords, standingWords, TYPE_WORDS } from './question-words.ts';

it('has a name of its own for every type of question', () => {
  const names = QUESTION_TYPES.map((type) => TYPE_WORDS[type]);
  expect(new Set(names).size).toBe(QUESTION_TYPES.length);
});

it('says in words how a card stands', () => {
  expect(standingWords({ kind: 'new' })).toBe('New');
  expect(standingWords({ kind: 'suspended' })).toBe('Suspended');
  expect(standingWords({ kind: 'learning' })).toBe('Comes again today');
  expect(standingWords({ kind: 'due', recall: 0.873 })).toBe('Due now · recall 87%');
  expect(standingWords({ kind: 'later', days: 1, recall: 0.96 })).toBe(
    'Next in 1 day · recall 96%',
  );
});

it('says that a question is the learner’s own', () => {
  expect(kindWords({ id: 'founder', type: 'short' })).toBe('Short answer');
  expect(kindWords({ id: 'own-7', type: 'short' })).toBe('Your own · Short answer');
});
