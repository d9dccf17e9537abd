import { expect, test } from 'vitest';
import { withDots } from './gap.ts';

test('a gap that cannot be drawn is three dots, and never four', () => {
  expect(withDots('The ____ is new.')).toBe('The … is new.');
  expect(withDots('The harbour closed in ____.')).toBe('The harbour closed in …');
  expect(withDots('It closed in ____, and opened in ____.')).toBe(
    'It closed in …, and opened in …',
  );
  expect(withDots('Was it ____?')).toBe('Was it …?');
});
