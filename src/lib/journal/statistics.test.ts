import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bank } from '../bank/index.ts';
import type { CardSchedule } from '../schedule/index.ts';
import type { CardSnapshot, DayCounts } from './index.ts';
import { calendar, cardStates, dueForecast, totalsOf, wilsonShare } from './statistics.ts';

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

function day(at: number, more: Partial<DayCounts> = {}): DayCounts {
  return {
    day: at,
    fresh: 0,
    reviews: 0,
    passed: 0,
    ratings: [0, 0, 0, 0],
    milliseconds: 0,
    ...more,
  };
}

describe('cardStates', () => {
  const bank = {
    id: 'b',
    questions: ['new', 'learning', 'young', 'mature', 'away', 'relearning'].map((id) => ({ id })),
  } as unknown as Bank;

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
  const due = (queueDay: number) =>
    snapshot(`b/${queueDay}`, { schedule: schedule('review', TODAY - 3, queueDay), queueDay });

  test('counts by day, the overdue as today’s, and nothing beyond the last day', () => {
    const cards = [due(TODAY - 5), due(TODAY), due(TODAY + 1), due(TODAY + 2), due(TODAY + 3)];
    expect(dueForecast(cards, TODAY, 3)).toEqual([
      { day: TODAY, count: 2 },
      { day: TODAY + 1, count: 1 },
      { day: TODAY + 2, count: 1 },
    ]);
  });

  test('leaves out what is suspended and what was never answered', () => {
    const suspended = snapshot('b/x', { schedule: schedule('review', 0, TODAY), suspended: true });
    const unseen = snapshot('b/y', { queueDay: TODAY });
    expect(dueForecast([suspended, unseen], TODAY, 1)).toEqual([{ day: TODAY, count: 0 }]);
  });
});

describe('wilsonShare', () => {
  test('is not known before the first', () => {
    expect(wilsonShare(0, 0)).toBeNull();
  });

  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I: method 3, score without correction.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i gives the published interval', (passed, count, low, high) => {
    const share = wilsonShare(passed, count)!;
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  test('lies in [0, 1], holds the share, and is the same seen from the failures', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (passed, failed) => {
        fc.pre(passed + failed > 0);
        const { low, share, high } = wilsonShare(passed, passed + failed)!;
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
        const mirrored = wilsonShare(failed, passed + failed)!;
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
      }),
    );
  });
});

test('totalsOf adds the days up', () => {
  const totals = totalsOf([
    day(TODAY - 1, { reviews: 4, passed: 3, ratings: [1, 0, 3, 0], milliseconds: 4000 }),
    day(TODAY, { fresh: 2, ratings: [0, 0, 2, 0], milliseconds: 1000 }),
  ]);
  expect(totals).toMatchObject({ answers: 6, milliseconds: 5000, days: 2 });
  expect(totals.retention).toMatchObject({ passed: 3, count: 4, share: 0.75 });
  expect(totalsOf([]).retention).toBeNull();
});

describe('calendar', () => {
  // 4 October 2024, day 20000, was a Friday.
  test('has whole weeks from Monday, the last one up to today', () => {
    const weeks = calendar([], TODAY, 3);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 5]);
    expect(weeks[0]![0]!.day).toBe(TODAY - 4 - 14);
    expect(weeks[2]![4]!.day).toBe(TODAY);
  });

  test('grades by the busiest day shown; one answer is never nothing', () => {
    const days = [
      day(TODAY, { ratings: [0, 0, 100, 0] }),
      day(TODAY - 1, { ratings: [0, 1, 0, 0] }),
      day(TODAY - 2, { ratings: [0, 0, 50, 0] }),
      day(TODAY - 100, { ratings: [0, 0, 900, 0] }),
    ];
    const levels = calendar(days, TODAY, 2)[1]!.map(({ level }) => level);
    expect(levels).toEqual([0, 0, 2, 1, 4]);
  });
});
