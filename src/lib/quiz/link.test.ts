import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS, QUESTION_TYPES, TAGS } from '../bank/index.ts';
import { quizText, readQuizText, type SharedQuiz } from './index.ts';

const words = fc.string({ minLength: 1, maxLength: 12 });

const quizzes: fc.Arbitrary<SharedQuiz> = fc.record({
  recipe: fc.record({
    bank: words,
    sections: fc.array(words, { maxLength: 4 }),
    types: fc.subarray([...QUESTION_TYPES]),
    tags: fc.subarray([...TAGS]),
    levels: fc.subarray([...LEVELS]),
    only: fc.array(fc.constantFrom('a-b', 'a-b~2', 'é,ü'), { maxLength: 4 }),
    length: fc.integer({ min: 1, max: 1000 }),
    seed: words,
  }),
  rules: fc.record({
    mode: fc.constantFrom('practice' as const, 'exam' as const),
    limit: fc.option(fc.integer({ min: 1, max: 7200 }).map((seconds) => seconds * 1000)),
  }),
  version: fc.constantFrom('', '0a1b2c'),
});

describe('a quiz in one line of text', () => {
  test('is read back as the same quiz', () => {
    fc.assert(
      fc.property(quizzes, (quiz) => {
        expect(readQuizText(quizText(quiz))).toEqual({ ok: true, value: quiz });
      }),
    );
  });

  test('anything else fails in words, and nothing throws', () => {
    fc.assert(
      fc.property(quizzes, fc.nat(), fc.string(), (quiz, at, other) => {
        const text = quizText(quiz);
        const damaged = text.slice(0, at % text.length) + other;
        const read = readQuizText(damaged);
        if (!read.ok) expect(read.error.message).toContain('link');
      }),
    );
    const good = '1&bank=b&of=v&n=5&seed=s&mode=exam';
    expect(readQuizText(good).ok).toBe(true);
    for (const text of [
      '',
      '2&bank=b&of=v&n=5&seed=s&mode=exam',
      '1&of=v&n=5&seed=s&mode=exam',
      '1&bank=b&of=v&n=0&seed=s&mode=exam',
      '1&bank=b&of=v&n=5e9&seed=s&mode=exam',
      '1&bank=b&of=v&n=5&mode=exam',
      '1&bank=b&of=v&n=5&seed=s',
      `${good}&limit=-1`,
      `${good}&limit=soon`,
      `${good}&t=riddle`,
      `${good}&s=%`,
    ]) {
      expect(readQuizText(text).ok).toBe(false);
    }
  });
});
