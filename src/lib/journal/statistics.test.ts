import { describe, expect, test } from 'vitest';
import { periodsBetween } from '../primitives/index.ts';
import type { CardSchedule } from '../schedule/index.ts';
import {
  difficultyDistribution,
  recallDistribution,
  stabilityDistribution,
} from './distributions.ts';
import { DEFAULT_SETTINGS, type CardSnapshot } from './index.ts';
import { cardStates, dueForecast, knownOn } from './statistics.ts';

const TODAY = 20_000;

function schedule(phase: CardSchedule['phase'], lastDay: number, dueDay: number): CardSchedule {
  return {
    phase,
    step: 0,
    memory: { stability: 10, difficulty: 5 },
    lastDay,
    dueDay,
    dueAt: null,
    reviews: 1,
    lapses: 0,
  } as CardSchedule;
}

function snapshot(card: string, more: Partial<CardSnapshot> = {}): CardSnapshot {
  return {
    card,
    schedule: null,
    suspended: false,
    buriedOn: null,
    lastEvent: 'e',
    lastEventAt: 0,
    ...more,
  };
}

describe('cardStates', () => {
  const bank = ['new', 'learning', 'young', 'mature', 'away', 'relearning'].map((id) => `b/${id}`);

  test('puts every card of the bank into exactly one state', () => {
    const states = cardStates(bank, [
      snapshot('b/learning', { schedule: schedule('learning', TODAY, TODAY) }),
      snapshot('b/relearning', { schedule: schedule('relearning', TODAY, TODAY) }),
      snapshot('b/young', { schedule: schedule('review', TODAY, TODAY + 20) }),
      snapshot('b/mature', { schedule: schedule('review', TODAY, TODAY + 21) }),
      snapshot('b/away', { schedule: schedule('review', TODAY, TODAY + 90), suspended: true }),
    ]);
    expect(states).toEqual({ fresh: 1, learning: 2, young: 1, mature: 1, suspended: 1 });
  });

  test('a card that was only set aside for a day is still new; a lost question does not count', () => {
    const states = cardStates(bank, [
      snapshot('b/new', { buriedOn: TODAY }),
      snapshot('b/gone', { schedule: schedule('review', TODAY, TODAY + 30) }),
    ]);
    expect(states).toEqual({ fresh: 6, learning: 0, young: 0, mature: 0, suspended: 0 });
  });
});

describe('dueForecast', () => {
  const NEVER = { breaks: [], easyDays: [] };
  const due = (queueDay: number) =>
    snapshot(`b/${queueDay}`, { schedule: schedule('review', TODAY - 3, queueDay), queueDay });

  const days = (count: number) => periodsBetween(TODAY, TODAY + count - 1, 'day');

  test('counts by day, the overdue as today’s, and nothing beyond the last day', () => {
    const cards = [due(TODAY - 5), due(TODAY), due(TODAY + 1), due(TODAY + 2), due(TODAY + 3)];
    expect(dueForecast(cards, TODAY, days(3), NEVER)).toEqual([
      { from: TODAY, to: TODAY, count: 2, overdue: 1 },
      { from: TODAY + 1, to: TODAY + 1, count: 1, overdue: 0 },
      { from: TODAY + 2, to: TODAY + 2, count: 1, overdue: 0 },
    ]);
  });

  test('what falls on a day off comes on the next', () => {
    const off = { ...NEVER, breaks: [{ from: TODAY, to: TODAY }] };
    const counts = dueForecast([due(TODAY - 5), due(TODAY + 1)], TODAY, days(2), off);
    expect(counts.map(({ count }) => count)).toEqual([0, 2]);
  });

  test('counts by longer periods', () => {
    // Day 20000 was a Friday: three days are left of its week.
    const weeks = periodsBetween(TODAY, TODAY + 9, 'week');
    const cards = [0, 2, 3, 9, 10].map((ahead) => due(TODAY + ahead));
    expect(dueForecast(cards, TODAY, weeks, NEVER).map(({ count }) => count)).toEqual([2, 2]);
  });

  test('leaves out what is suspended and what was never answered', () => {
    const suspended = snapshot('b/x', { schedule: schedule('review', 0, TODAY), suspended: true });
    const unseen = snapshot('b/y', { queueDay: TODAY });
    expect(dueForecast([suspended, unseen], TODAY, days(1), NEVER)).toMatchObject([{ count: 0 }]);
  });
});

describe('knownOn', () => {
  const card = snapshot('b/x', { schedule: schedule('review', TODAY, TODAY + 10) });

  test('sums the probabilities of recall of what was met', () => {
    const known = knownOn([card, card, snapshot('b/new')], TODAY + 10, DEFAULT_SETTINGS);
    expect(known.met).toBe(2);
    // The stability is the days until recall has fallen to 90 %.
    expect(known.recalled).toBeCloseTo(1.8, 9);
    expect(knownOn([], TODAY, DEFAULT_SETTINGS)).toEqual({ met: 0, recalled: 0 });
  });

  test('falls as days pass without a review', () => {
    const recalled = [0, 1, 10, 100].map(
      (ahead) => knownOn([card], TODAY + ahead, DEFAULT_SETTINGS).recalled,
    );
    expect(recalled).toEqual([...recalled].sort((a, b) => b - a));
    expect(recalled[0]).toBe(1);
  });
});

describe('distributions', () => {
  const cards = [3, 10, 10, 400].map((stability, at) =>
    snapshot(`b/${at}`, {
      schedule: {
        ...schedule('review', TODAY - 10, TODAY),
        memory: { stability, difficulty: at === 0 ? 10 : 5.5 },
      },
    }),
  );

  test('of stability: every card in one bar, and the middle one', () => {
    const { bins, count, median } = stabilityDistribution([...cards, snapshot('b/new')]);
    expect(count).toBe(4);
    expect(median).toBe(10);
    expect(bins.filter((bin) => bin.count > 0)).toEqual([
      { from: 3, to: 7, count: 1 },
      { from: 7, to: 14, count: 2 },
      { from: 365, to: 731, count: 1 },
    ]);
  });

  test('of difficulty: the hardest is in the last bar', () => {
    const { bins } = difficultyDistribution(cards);
    expect(bins.filter((bin) => bin.count > 0)).toEqual([
      { from: 5, to: 6, count: 3 },
      { from: 9, to: 10, count: 1 },
    ]);
  });

  test('of recall: ten days after a stability of ten are 90 %', () => {
    const { bins, median } = recallDistribution(cards, TODAY, DEFAULT_SETTINGS);
    expect(median).toBeCloseTo(0.9, 9);
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(4);
    expect(bins.at(-1)).toMatchObject({ from: 0.95, to: 1, count: 1 });
  });

  test('of nothing has no middle', () => {
    expect(stabilityDistribution([])).toMatchObject({ count: 0, median: null });
  });
});
