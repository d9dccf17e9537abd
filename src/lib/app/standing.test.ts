import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, foldCard, NO_CHANGES, type CardEvent } from '../journal/index.ts';
import { standingOf } from './standing.ts';

const DAY = 86_400_000;

/** A card to which this was done, each on a day of its own. */
function standing(
  today: number,
  ...done: [day: number, what: 1 | 2 | 3 | 4 | 'bury' | 'suspend'][]
) {
  const events = done.map(([day, what], index): CardEvent => {
    const base = { id: `0${index}`, at: day * DAY, device: 'd', day, offset: 0, card: 'b/q' };
    return typeof what === 'number'
      ? { ...base, kind: 'review', rating: what, duration: 1 }
      : { ...base, kind: what };
  });
  const { snapshot } = foldCard('b/q', events, NO_CHANGES);
  return standingOf(snapshot, today, DEFAULT_SETTINGS);
}

describe('how a card stands', () => {
  it('is new until it is answered', () => {
    expect(standing(10)).toEqual({ kind: 'new' });
    expect(standing(10, [10, 'bury'])).toEqual({ kind: 'new' });
  });

  it('is learning on its first day, and is asked again that day', () => {
    expect(standing(10, [10, 3])).toEqual({ kind: 'learning' });
  });

  it('waits for its day, and is remembered less and less', () => {
    const first = standing(10, [10, 4]);
    const later = standing(12, [10, 4]);
    if (first.kind !== 'later' || later.kind !== 'later') throw new Error('it should wait');
    expect(first.recall).toBe(1);
    expect(first.days - later.days).toBe(2);
    expect(later.recall).toBeLessThan(1);
  });

  it('is due from its day on', () => {
    const due = standing(60, [10, 4]);
    if (due.kind !== 'due') throw new Error('it should be due');
    expect(due.recall).toBeLessThan(0.9);
  });

  it('waits until tomorrow where it was buried, and for good where it was suspended', () => {
    expect(standing(60, [10, 4], [60, 'bury'])).toMatchObject({ kind: 'later', days: 1 });
    expect(standing(60, [10, 4], [60, 'suspend'])).toEqual({ kind: 'suspended' });
  });
});
