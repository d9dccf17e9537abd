import { describe, expect, test } from 'vitest';
import { measuredBehaviour, pickRating, TYPICAL_BEHAVIOUR } from './behaviour.ts';
import { gradeCard, intervalRange, type CardSchedule } from './card.ts';
import { DEFAULT_SCHEDULE, type ScheduleSettings } from './settings.ts';
import { compareCourses, simulate, type SimulatedWeek, type SimulationInput } from './simulate.ts';

const TODAY = 20_000;

function newCards(count: number) {
  return Array.from({ length: count }, (_, at) => ({ id: `b/${at}`, schedule: null }));
}

function course(changes: Partial<SimulationInput> = {}, settings: Partial<ScheduleSettings> = {}) {
  return simulate({
    cards: newCards(300),
    settings: { ...DEFAULT_SCHEDULE, ...settings },
    newPerDay: 20,
    reviewsPerDay: 200,
    off: { breaks: [], easyDays: [] },
    behaviour: TYPICAL_BEHAVIOUR,
    from: TODAY,
    weeks: 26,
    seed: 'test',
    ...changes,
  });
}

function sum(weeks: readonly SimulatedWeek[], of: keyof SimulatedWeek): number {
  return weeks.reduce((total, week) => total + week[of], 0);
}

describe('simulate', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(course()).toEqual(course());
    expect(course({ seed: 'other' })).not.toEqual(course());
  });

  test('introduces every new card once, at the daily limit', () => {
    const weeks = course();
    expect(weeks.map(({ fresh }) => fresh).slice(0, 4)).toEqual([140, 140, 20, 0]);
    expect(weeks.map(({ from }) => from).slice(0, 2)).toEqual([TODAY, TODAY + 7]);
    expect(sum(course({ newPerDay: 0 }), 'answers')).toBe(0);
  });

  test('grades with the real schedule: one card that is always Good comes when it is due', () => {
    const always = { shares: [0, 0, 1, 0], seconds: [9, 9, 9, 9] } as const;
    const behaviour = { fresh: always, learning: always, review: always, relearning: always };
    const settings = { ...DEFAULT_SCHEDULE, desiredRetention: 0.97 };
    // Recall is drawn, so a seed is taken under which the card is never forgotten.
    let schedule: CardSchedule | null = null;
    const days: number[] = [];
    for (let day = TODAY; day < TODAY + 10 * 7; day = schedule.dueDay) {
      schedule = gradeCard('b/0', schedule, 3, { now: day * 86_400_000, day }, settings);
      if (schedule.dueAt !== null) {
        schedule = gradeCard('b/0', schedule, 3, { now: schedule.dueAt, day }, settings);
      }
      days.push(day);
    }
    const weeks = course({ cards: newCards(1), weeks: 10, behaviour, settings, seed: 's1' });
    expect(sum(weeks, 'reviews')).toBe(days.length - 1);
    // Two answers on the first day: new, and its ten-minute step.
    expect(sum(weeks, 'answers')).toBe(days.length + 1);
    expect(sum(weeks, 'seconds')).toBe(9 * (days.length + 1));
  });

  test('a lower goal costs fewer reviews and knows fewer cards; the loss is the smaller', () => {
    const courses = [0.8, 0.85, 0.9, 0.95].map((desiredRetention) =>
      course({}, { desiredRetention }),
    );
    for (const of of ['reviews', 'seconds', 'known'] as const) {
      const sums = courses.map((weeks) => sum(weeks, of));
      expect(sums).toEqual([...sums].sort((a, b) => a - b));
    }
    const { reviews, known } = compareCourses(courses[2]!, courses[1]!);
    expect(reviews).toBeGreaterThan(0.5);
    expect(reviews).toBeLessThan(0.9);
    expect(known).toBeGreaterThan(0.93);
    expect(known).toBeLessThan(1);
  });

  test('keeps recall about where it aims, if the model is right', () => {
    // Between two reviews recall falls from 1 to the goal, so on average it lies between them.
    const weeks = course({ weeks: 52 });
    const known = weeks.slice(26).map((week) => week.known / 300);
    for (const share of known) {
      expect(share).toBeGreaterThan(0.9);
      expect(share).toBeLessThan(0.98);
    }
  });

  test('holds the limit of reviews and says what it leaves for later', () => {
    const weeks = course({ reviewsPerDay: 5 });
    expect(Math.max(...weeks.map(({ reviews }) => reviews))).toBeLessThanOrEqual(35);
    expect(weeks[10]!.left).toBeGreaterThan(0);
    expect(sum(course(), 'left')).toBe(0);
  });

  test('rests on days off, and what falls on them comes later', () => {
    const off = { breaks: [{ from: TODAY + 7, to: TODAY + 20 }], easyDays: [] };
    const weeks = course({ off });
    expect(weeks.map(({ answers }) => answers > 0).slice(0, 4)).toEqual([true, false, false, true]);
    expect(sum(weeks, 'fresh')).toBe(300);
  });

  test('chooses the emptier days within the fuzz, as the app does', () => {
    const good = { shares: [0, 0, 1, 0], seconds: [9, 9, 9, 9] } as const;
    const behaviour = { fresh: good, learning: good, review: good, relearning: good };
    const first = gradeCard('b', null, 4, { now: 0, day: TODAY - 10 }, DEFAULT_SCHEDULE);
    const due = { ...first, dueDay: TODAY };
    const after = gradeCard('b', due, 3, { now: 0, day: TODAY }, DEFAULT_SCHEDULE);
    const { low, high } = intervalRange(after.memory, DEFAULT_SCHEDULE);
    expect(high - low).toBeGreaterThan(4);
    // The first two days of the span end a week, and all others are full.
    const from = TODAY - ((7 - ((low + 2) % 7)) % 7);
    const full = Array.from({ length: high - low - 1 }, (_, at) => TODAY + low + 2 + at);
    const cards = [
      ...Array.from({ length: 100 }, (_, at) => ({ id: `a/${at}`, schedule: due })),
      ...full.flatMap((dueDay) =>
        Array.from({ length: 100 }, (_, at) => ({
          id: `f/${dueDay}/${at}`,
          schedule: { ...due, dueDay },
        })),
      ),
    ];
    const weeks = course({ cards, from, behaviour, weeks: 12 });
    const before = weeks.filter((week) => week.from < TODAY + low + 2);
    // By the seed alone, two days of the span would get their share of the hundred.
    const share = (100 * 2) / (high - low + 1);
    const came = sum(before, 'reviews') - 100;
    expect(came).toBeGreaterThan(2 * share);
  });

  test('begins from the cards as they stand, the overdue ones on the first day', () => {
    const schedule = gradeCard('b/0', null, 4, { now: 0, day: TODAY - 90 }, DEFAULT_SCHEDULE);
    const weeks = course({ cards: [{ id: 'b/0', schedule }], weeks: 1 });
    expect(weeks[0]!.reviews).toBe(1);
  });
});

test('compareCourses has no ratio to nothing', () => {
  const nothing = course({ cards: [] });
  expect(compareCourses(nothing, nothing)).toEqual({ reviews: null, seconds: null, known: null });
});

describe('behaviour', () => {
  test('pickRating goes by the shares, from the rating given', () => {
    const shares = [0.5, 0.1, 0.3, 0.1] as const;
    expect([0, 0.49, 0.51, 0.61, 0.95].map((at) => pickRating(shares, 1, at))).toEqual([
      1, 1, 2, 3, 4,
    ]);
    // Of the three that are left: 0.2, 0.6, 0.2.
    expect([0, 0.19, 0.21, 0.79, 0.81].map((at) => pickRating(shares, 2, at))).toEqual([
      2, 2, 3, 3, 4,
    ]);
    expect(pickRating([1, 0, 0, 0], 2, 0.5)).toBe(4);
  });

  test('without answers it is the typical one; with many it is the learner’s', () => {
    const nothing = { counts: [0, 0, 0, 0], milliseconds: [0, 0, 0, 0], timed: [0, 0, 0, 0] };
    const typical = TYPICAL_BEHAVIOUR.fresh;
    const none = measuredBehaviour(nothing as never, typical);
    none.shares.forEach((share, at) => expect(share).toBeCloseTo(typical.shares[at]!, 9));
    none.seconds.forEach((time, at) => expect(time).toBeCloseTo(typical.seconds[at]!, 9));
    const many = measuredBehaviour(
      {
        counts: [0, 0, 40_000, 0],
        milliseconds: [0, 0, 120_000_000, 0],
        timed: [0, 0, 40_000, 0],
      },
      typical,
    );
    expect(many.shares[2]).toBeCloseTo(1, 2);
    expect(many.seconds[2]).toBeCloseTo(3, 1);
    expect(many.seconds[0]).toBeCloseTo(typical.seconds[0], 9);
  });
});
