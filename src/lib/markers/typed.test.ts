import { expect, test } from 'vitest';
import { readTyped } from './typed.ts';

const options = ['A', 'B', 'C'].map((letter) => ({ letter, text: `option ${letter}` }));
const truth = ['T', 'F'].map((letter) => ({ letter, text: letter === 'T' ? 'True' : 'False' }));
const questions = [
  { id: 'one', number: 1, options },
  { id: 'two', number: 3, options: truth },
  { id: 'three', number: 4, options },
];

test.each([
  ['ATC', ['option A', 'True', 'option C'], [], 0],
  ['a f b', ['option A', 'False', 'option B'], [], 0],
  ['A-B', ['option A', null, 'option B'], [], 0],
  ['A', ['option A', null, null], [], 0],
  ['', [null, null, null], [], 0],
  ['DAC', [null, null, 'option C'], [1, 3], 0],
  ['ATCAA', ['option A', 'True', 'option C'], [], 2],
])('%j', (text, texts, wrong, beyond) => {
  expect(readTyped(text, questions)).toEqual({ texts, wrong, beyond });
});
