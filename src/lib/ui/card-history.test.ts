import { describe, expect, it } from 'vitest';
import {
  clockTime,
  days,
  happenedWords,
  intervalWords,
  type HappenedToCard,
  type HistoryEntry,
} from './card-history.ts';

const answer = { kind: 'answer', rating: 3, quiz: null, duration: 0, effect: null } as const;

describe('the history of a card in words', () => {
  it.each<[HappenedToCard, string]>([
    [answer, 'Good'],
    [{ ...answer, rating: null, quiz: 'partly' }, 'Partly right in a quiz'],
    [{ ...answer, rating: 1, quiz: 'wrong' }, 'Wrong in a quiz, counted as Again'],
    [{ kind: 'suspend' }, 'Suspended: not asked until put back'],
    [{ kind: 'flag', flagged: false }, 'Flag taken off'],
    [{ kind: 'tag', add: ['exam', 'hard'], remove: [] }, 'Tagged exam, hard'],
    [{ kind: 'tag', add: [], remove: ['exam'] }, 'No longer tagged exam'],
    [{ kind: 'tag', add: [], remove: [] }, 'Tags looked at'],
    [
      { kind: 'edit', fields: ['question'], back: ['answer'] },
      'Reworded: question; back to the original: answer',
    ],
    [{ kind: 'read', milliseconds: 12_300 }, 'Its passage read, for 12 seconds'],
    [{ kind: 'reset' }, 'Started over, as a new card'],
    [{ kind: 'undo', what: answer as unknown as HistoryEntry }, 'Undone: took back “Good”'],
    [{ kind: 'undo', what: null }, 'Undone: took back something that has not reached this device'],
  ])('%j is %s', (happened, words) => {
    expect(happenedWords(happened)).toBe(words);
  });

  it('says how the interval was found', () => {
    const range = { kind: 'days', wanted: 12.3, by: 'seed', cut: false } as const;
    expect(intervalWords({ ...range, low: 11, high: 14, days: 13 })).toBe('13 days (of 11 to 14)');
    expect(intervalWords({ ...range, low: 1, high: 1, days: 1 })).toBe('1 day');
    const step = { kind: 'step', phase: 'learning', step: 1, steps: [1, 10], minutes: 10 } as const;
    expect(intervalWords(step)).toBe('10 minutes (step 2 of 2)');
  });

  it('gives days as fine as it matters, and the time where the learner was', () => {
    expect([0.4, 12.34, 240.4, 12_345].map(days)).toEqual(['0.40', '12.3', '240', '12,345']);
    expect(clockTime(Date.UTC(2026, 2, 2, 23, 30), 120)).toBe('01:30');
  });
});
