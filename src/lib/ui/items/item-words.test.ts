import { expect, test } from 'vitest';
import {
  answeredWords,
  difficultyWords,
  discriminationWords,
  findingWords,
  signed,
  type FiguresShown,
} from './item-words.ts';

const figures: FiguresShown = {
  count: 20,
  right: 12,
  partly: 3,
  wrong: 5,
  open: 1,
  difficulty: { share: 0.675, low: 0.45, high: 0.84 },
  discrimination: {
    count: 3,
    correlation: null,
    low: null,
    high: null,
    upperLower: null,
    why: 'few',
  },
  options: [],
  milliseconds: null,
  findings: [],
};

test('what was answered, and how hard it is, with its range', () => {
  expect(answeredWords(figures)).toBe('12 right, 3 partly, 5 wrong, 1 of them left open');
  expect(answeredWords({ ...figures, partly: 0, wrong: 2, open: 2 })).toBe(
    '12 right, 2 wrong, left open',
  );
  expect(difficultyWords(figures)).toBe('68% right, truly between 45% and 84%');
});

test('a discrimination that is not known says why', () => {
  expect([0.4249, -0.1, -0.001].map(signed)).toEqual(['0.42', '−0.10', '0.00']);
  const { discrimination } = figures;
  expect(discriminationWords(discrimination)).toMatch(
    /^Not known: it takes 10 quizzes .* are 3\.$/,
  );
  const alike = { ...discrimination, count: 12, why: 'alike' as const };
  expect(discriminationWords(alike)).toMatch(/^Not known: in all 12 quizzes/);
  const known = { ...alike, correlation: 0.42, low: -0.2, high: 0.8, upperLower: 0.4, why: null };
  expect(discriminationWords(known)).toBe(
    '0.42, truly between −0.20 and 0.80. Between the best and the worst 27% of quizzes the difference is 0.40.',
  );
});

test('each kind of finding is named once', () => {
  const rule = { place: 'B 6', words: '', checker: null };
  const unused = { kind: 'unused', rule, message: '', mend: '' };
  const findings = [{ ...unused, kind: 'weak' }, unused, unused];
  expect(findingWords({ findings })).toBe('Tells little · Idle distractor');
});
