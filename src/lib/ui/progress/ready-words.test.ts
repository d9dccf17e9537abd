import { expect, test } from 'vitest';
import {
  errorWords,
  readyWords,
  recordWords,
  unseenWords,
  type CheckShown,
} from './ready-words.ts';

const prediction = { count: 346, unseen: 0, share: 0.618, low: 0.55, high: 0.69 };

test('a prediction never comes without its range', () => {
  expect(readyWords(prediction)).toBe(
    'Asked all 346 questions today, you would get about 62% right: between 55% and 69%.',
  );
});

test('what is assumed is said, and when nearly all of it is', () => {
  const record = (count: number) => ({ beforehand: { count, right: 9 } });
  expect(unseenWords(prediction, record(0), 20)).toBeNull();
  expect(unseenWords({ ...prediction, unseen: 121 }, record(3), 20)).toBe(
    '121 questions of these you have never studied; such a question counts as a guess among its options, or as wrong where there are none.',
  );
  const most = unseenWords({ ...prediction, unseen: 346 }, record(24), 20);
  expect(most).toContain('None of them has been studied yet');
  expect(most).toContain('you got 9 of 24 right');
  expect(most).toContain('most of this is assumed');
});

test('a few checks are told, and more are summed up', () => {
  const check = (score: number): CheckShown => ({
    ...{ quiz: String(score), mode: 'exam', day: 20_000, prediction, right: 1 },
    ...{ score, error: score - prediction.share, within: true },
  });
  const record = { bias: 0.031, size: 0.09, within: 3, beforehand: { count: 0, right: 0 } };
  const one = { ...record, checks: [check(0.7)] };
  expect(recordWords(one)).toContain('62% was predicted and you got 70%. It takes 3 quizzes');
  const three = { ...record, checks: [0.6, 0.7, 0.8].map(check) };
  expect(recordWords(three)).toBe(
    'Over 3 quizzes your score was 3 points above the prediction on average. A single prediction was off by 9 points, and 3 of 3 scores lay in the range that was predicted.',
  );
  expect(recordWords({ ...three, bias: -0.002 })).toContain('as high as predicted on average');
  expect(recordWords({ ...three, bias: null, checks: [] })).toBe('');
  expect([0.081, -0.03, 0.001].map((error) => errorWords({ error }))).toEqual(['+8', '−3', '0']);
});
