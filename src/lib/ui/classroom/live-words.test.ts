import { describe, expect, it } from 'vitest';
import {
  answeredWords,
  firstScoreWords,
  firstVerdictWords,
  hereWords,
  keyLines,
  nearWords,
  savedWords,
  scoreWords,
  verdictWords,
} from './live-words.ts';

describe('what is near the marked words', () => {
  const text = 'One two three four five six seven.';
  const start = text.indexOf('four');
  const words = { text, start, end: start + 4 };

  it('is cut at spaces, and says that it is cut', () => {
    expect(nearWords(words, 7)).toEqual({ before: '… three ', words: 'four', after: ' five …' });
  });

  it('is the whole where that is short', () => {
    const whole = nearWords(words, 100);
    expect(whole.before + whole.words + whole.after).toBe(text);
  });

  it('never cuts into the words themselves', () => {
    expect(nearWords({ text: 'abcdefghij', start: 4, end: 6 }, 1)).toMatchObject({ words: 'ef' });
  });
});

describe('the right answer', () => {
  it('is said in lines where there are no options', () => {
    const number = { type: 'number', answer: 27, unit: 'states' } as Parameters<typeof keyLines>[0];
    expect(keyLines(number)).toEqual(['27 states']);
  });
});

describe('an answer that is saved', () => {
  it('says which of two votes counts', () => {
    expect(savedWords('closed', 1, 1)).toBe('Your answer is saved.');
    expect(savedWords('discussing', 1, 1)).toMatch(/vote again, the new one counts/);
    expect(savedWords('closed', 2, 2)).toMatch(/^Your second answer/);
    expect(savedWords('closed', 2, 1)).toMatch(/so your first answer counts/);
  });
});

describe('how a class answered', () => {
  const vote = { answered: 5, verdicts: { right: 3, partly: 1, wrong: 1 } };
  const none = { answered: 0, verdicts: { right: 0, partly: 0, wrong: 0 } };

  it('is said in numbers', () => {
    expect(scoreWords(vote)).toBe('3 of 5 have it right');
    expect(firstScoreWords(vote)).toBe('In the first vote: 3 of 5');
    expect(verdictWords(vote)).toBe('3 right, 1 partly, 1 not');
    expect(firstVerdictWords(vote)).toBe('In the first vote: 3 right, 1 partly, 1 not');
  });

  it('is counted only where there is a class', () => {
    expect([hereWords(0, 0), answeredWords(0, 0)]).toEqual(['Nobody here yet', null]);
    expect([hereWords(1, 2), answeredWords(0, 2)]).toEqual(['1 of 2 here', '0 of 2 have answered']);
  });

  it('is no share of nobody', () => {
    expect([scoreWords(none), verdictWords(none)]).toEqual(['Nobody answered', 'Nobody answered']);
    expect(firstScoreWords(none)).toBe('Nobody answered in the first vote');
    expect(firstVerdictWords(none)).toBe('Nobody answered in the first vote');
  });
});
