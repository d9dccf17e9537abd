import { expect, test } from 'vitest';
import { comparisonWords } from './comparison.ts';

test.each([
  [
    { reviews: 0.72, known: 0.96 },
    'Aiming at 85% instead of 90%: about 28% fewer reviews, and on average 4% fewer cards known at any time.',
  ],
  [
    { reviews: 1.4, known: 1.02 },
    'Aiming at 85% instead of 90%: about 40% more reviews, and on average 2% more cards known at any time.',
  ],
  [
    { reviews: 1.001, known: 0.999 },
    'Aiming at 85% instead of 90%: about as many reviews, and as many cards known at any time.',
  ],
  [{ reviews: null, known: null }, 'Aiming at 85% instead of 90%: nothing to review as yet.'],
])('says what it would come to: %j', (comparison, words) => {
  expect(comparisonWords(0.9, 0.85, comparison)).toBe(words);
});

test('says that a goal is the present one', () => {
  expect(comparisonWords(0.9, 0.9, { reviews: 1, known: 1 })).toBe(
    'This is what you aim at now: 90%.',
  );
});
