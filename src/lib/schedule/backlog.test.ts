import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchUpDays, catchUpLoads, catchUpShare, isBacklog, isCatchingUp } from './backlog.ts';

describe('a backlog', () => {
  it('is more than a day and a half of work, or much after days away', () => {
    expect(isBacklog(300, 200, 0)).toBe(false);
    expect(isBacklog(301, 200, 0)).toBe(true);
    expect(isBacklog(51, 200, 2)).toBe(false);
    expect(isBacklog(51, 200, 3)).toBe(true);
    expect(isBacklog(50, 200, 30)).toBe(false);
    expect(isBacklog(10, 0, 0)).toBe(false);
  });

  it('is spread so that no day is much more than usual, nor more than the limit', () => {
    expect(catchUpDays(150, 0, 200)).toBe(5);
    expect(catchUpDays(40, 10, 200)).toBe(2);
    expect(catchUpDays(600, 100, 200)).toBe(12);
    // Where the days are full as they are, half of each goes to what is overdue.
    expect(catchUpDays(100, 40, 40)).toBe(5);
    expect(catchUpDays(100_000, 0, 20)).toBe(60);
  });
});

describe('catching up', () => {
  const course = { from: 100, days: 4, cards: 10 };

  it('lasts for its days', () => {
    expect([99, 100, 103, 104].map((day) => isCatchingUp(course, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isCatchingUp(null, 100)).toBe(false);
  });

  it('takes an even share of what was overdue on each day', () => {
    expect(catchUpShare(course, 100, 10)).toBe(3);
    // As they are answered, fewer are left for the day.
    expect(catchUpShare(course, 100, 8)).toBe(1);
    expect(catchUpShare(course, 100, 7)).toBe(0);
    expect(catchUpShare(course, 101, 7)).toBe(2);
    expect(catchUpLoads(10, 4, (ahead) => ahead)).toEqual([
      { ahead: 0, own: 0, share: 3 },
      { ahead: 1, own: 1, share: 2 },
      { ahead: 2, own: 2, share: 3 },
      { ahead: 3, own: 3, share: 2 },
    ]);
  });

  it('makes up for a day that was missed, and asks less after a day that did more', () => {
    expect(catchUpShare(course, 101, 10)).toBe(5);
    expect(catchUpShare(course, 101, 3)).toBe(0);
    expect(catchUpShare(course, 102, 3)).toBe(1);
  });

  it('leaves nothing when it is over, whoever keeps to it or not', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 3000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        (cards, days, keeps) => {
          let left = cards;
          for (let ahead = 0; ahead < days; ahead++) {
            const share = catchUpShare({ from: 0, days, cards }, ahead, left);
            expect(share).toBeLessThanOrEqual(left);
            if (keeps[ahead] || ahead === days - 1) left -= share;
          }
          expect(left).toBe(0);
          const shares = catchUpLoads(cards, days, () => 0).map(({ share }) => share);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(cards);
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
