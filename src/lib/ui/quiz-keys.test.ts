import { expect, test } from 'vitest';
import { optionForKey } from './quiz-keys.ts';

const FOUR = ['Milenio', 'Guadalajara', 'Los Zetas', 'Gulf'];
const TRUTH = ['True', 'False'];

test.each([
  ['1', FOUR, 0],
  ['4', FOUR, 3],
  ['a', FOUR, 0],
  ['D', FOUR, 3],
  ['t', TRUTH, 0],
  ['f', TRUTH, 1],
  ['2', TRUTH, 1],
  ['b', TRUTH, 1],
])('%s takes an option', (key, options, place) => {
  expect(optionForKey(key, options)).toBe(place);
});

test.each(['5', 'e', 'f', '0', 'Enter', 'F1', 'ab', '12', ' ', ''])('%s takes none', (key) => {
  expect(optionForKey(key, FOUR)).toBeNull();
});

test('where nothing is to be taken, no key takes it', () => {
  expect(optionForKey('1', [])).toBeNull();
});
