import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../primitives/index.ts';
import { balancedInterval } from './balance.ts';
import { fuzzRange, seededInterval } from './fuzz.ts';
import {
  DEFAULT_SCHEDULE,
  gradeCard,
  memoryModel,
  previewGrades,
  recallOn,
  type CardSchedule,
  type ChooseInterval,
  type Rating,
  type ScheduleSettings,
} from './index.ts';

const NOON = { now: 20_000 * DAY_MS + 12 * 60 * MINUTE_MS, day: 20_000 };

/** The moment that many days (and minutes) later. */
const later = (days: number, minutes = 0) => ({
  now: NOON.now + days * DAY_MS + minutes * MINUTE_MS,
  day: NOON.day + days,
});

/** A card after these answers, each on the day on which it was due. */
function cardAfter(ratings: Rating[], settings: ScheduleSettings = DEFAULT_SCHEDULE): CardSchedule {
  let card: CardSchedule | null = null;
  for (const rating of ratings) {
    const days: number = card === null ? 0 : card.dueDay - NOON.day;
    card = gradeCard('card', card, rating, later(days, card?.reviews), settings);
  }
  return card!;
}

describe('a new card', () => {
  it.each([
    [1, 'learning', 0, 1],
    [2, 'learning', 0, 5.5],
    [3, 'learning', 1, 10],
  ] as const)('graded %d is at %s step %d, due in %d minutes', (rating, phase, step, minutes) => {
    expect(gradeCard('card', null, rating, NOON, DEFAULT_SCHEDULE)).toEqual({
      phase,
      step,
      memory: memoryModel().next(null, 0, rating),
      dueDay: NOON.day,
      dueAt: NOON.now + minutes * MINUTE_MS,
      lastDay: NOON.day,
      lastAt: NOON.now,
      reviews: 1,
      lapses: 0,
    });
  });

  it('graded Easy goes to review at once', () => {
    const card = gradeCard('card', null, 4, NOON, DEFAULT_SCHEDULE);
    expect(card).toMatchObject({ phase: 'review', step: 0, dueAt: null, reviews: 1, lapses: 0 });
    expect(Math.abs(card.dueDay - NOON.day - 8)).toBeLessThanOrEqual(2);
  });

  it('leaves the steps with the last Good', () => {
    const card = cardAfter([3, 3]);
    expect(card).toMatchObject({ phase: 'review', dueAt: null, dueDay: NOON.day + 2, reviews: 2 });
  });

  it('goes back to the first step with Again, and stays at its step with Hard', () => {
    expect(cardAfter([3, 1])).toMatchObject({ phase: 'learning', step: 0, lapses: 0 });
    const hard = cardAfter([3, 2]);
    expect(hard).toMatchObject({ phase: 'learning', step: 1 });
    expect(hard.dueAt! - hard.lastAt).toBe(10 * MINUTE_MS);
  });

  it('goes to review with any answer where there are no steps', () => {
    const settings = { ...DEFAULT_SCHEDULE, learningSteps: [] };
    for (const rating of [1, 2, 3, 4] as const) {
      const card = gradeCard('card', null, rating, NOON, settings);
      expect(card).toMatchObject({ phase: 'review', dueAt: null });
      expect(card.dueDay).toBeGreaterThan(NOON.day);
    }
  });

  it('is due on the day of a step that is days long', () => {
    const settings = { ...DEFAULT_SCHEDULE, learningSteps: [10, 3 * 24 * 60] };
    const card = gradeCard('card', null, 3, NOON, settings);
    expect(card).toMatchObject({ phase: 'learning', step: 1, dueDay: NOON.day + 3 });
    expect(card.dueAt).toBe(later(3).now);
  });

  it('survives that the steps became fewer meanwhile', () => {
    const card = { ...cardAfter([3]), step: 5 };
    for (const rating of [1, 2, 3, 4] as const) {
      expect(() => gradeCard('card', card, rating, NOON, DEFAULT_SCHEDULE)).not.toThrow();
    }
  });
});

describe('a card in review', () => {
  const known = cardAfter([3, 3, 3]);

  it('stays in review when it is recalled', () => {
    for (const rating of [2, 3, 4] as const) {
      const card = gradeCard(
        'card',
        known,
        rating,
        later(known.dueDay - NOON.day),
        DEFAULT_SCHEDULE,
      );
      expect(card).toMatchObject({ phase: 'review', dueAt: null, reviews: 4, lapses: 0 });
    }
  });

  it('lapses when it is forgotten, and comes back within the day', () => {
    const moment = later(known.dueDay - NOON.day);
    const card = gradeCard('card', known, 1, moment, DEFAULT_SCHEDULE);
    expect(card).toMatchObject({
      phase: 'relearning',
      step: 0,
      lapses: 1,
      dueDay: moment.day,
      dueAt: moment.now + 10 * MINUTE_MS,
    });
    const again = gradeCard('card', card, 1, moment, DEFAULT_SCHEDULE);
    expect(again).toMatchObject({ phase: 'relearning', lapses: 1 });
    const hard = gradeCard('card', card, 2, moment, DEFAULT_SCHEDULE);
    expect(hard).toMatchObject({ phase: 'relearning', dueAt: moment.now + 15 * MINUTE_MS });
    const back = gradeCard('card', card, 3, moment, DEFAULT_SCHEDULE);
    expect(back).toMatchObject({ phase: 'review', lapses: 1, dueAt: null });
    expect(back.dueDay).toBeGreaterThan(moment.day);
  });

  it('stays in review when it is forgotten, where there are no relearning steps', () => {
    const settings = { ...DEFAULT_SCHEDULE, relearningSteps: [] };
    const card = gradeCard('card', known, 1, later(known.dueDay - NOON.day), settings);
    expect(card).toMatchObject({ phase: 'review', lapses: 1, dueAt: null });
  });

  it('counts whole local days and not hours', () => {
    const lateAtNight = { now: NOON.now + 11 * 60 * MINUTE_MS, day: NOON.day };
    const inTheMorning = { now: NOON.now + 18 * 60 * MINUTE_MS, day: NOON.day + 1 };
    const card = gradeCard('card', null, 4, lateAtNight, DEFAULT_SCHEDULE);
    const next = gradeCard('card', card, 3, inTheMorning, DEFAULT_SCHEDULE);
    expect(next.memory).toEqual(memoryModel().next(card.memory, 1, 3));
  });

  it('takes a clock that was set back for the same day', () => {
    const earlier = later(-400);
    const card = gradeCard('card', known, 3, earlier, DEFAULT_SCHEDULE);
    expect(card.memory).toEqual(memoryModel().next(known.memory, 0, 3));
    expect(card.lastDay).toBe(earlier.day);
    expect(card.dueDay).toBeGreaterThan(earlier.day);
    expect(recallOn(known, earlier.day, DEFAULT_SCHEDULE)).toBe(1);
  });

  it('never waits longer than the longest interval allowed', () => {
    const settings = { ...DEFAULT_SCHEDULE, maximumInterval: 30 };
    const old = { ...known, memory: { stability: 5000, difficulty: 2 } };
    for (let seed = 0; seed < 50; seed++) {
      const card = gradeCard(`card ${seed}`, old, 4, NOON, settings);
      expect(card.dueDay - NOON.day).toBeLessThanOrEqual(30);
    }
  });

  it('waits longer for a lower goal', () => {
    const days = [0.97, 0.9, 0.8, 0.7].map((desiredRetention) => {
      const settings = { ...DEFAULT_SCHEDULE, desiredRetention };
      return gradeCard('card', known, 3, later(known.dueDay - NOON.day), settings).dueDay;
    });
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(new Set(days).size).toBe(4);
  });
});

describe('recallOn', () => {
  it('falls from the day of the answer on', () => {
    const card = cardAfter([4]);
    expect(recallOn(card, NOON.day, DEFAULT_SCHEDULE)).toBe(1);
    expect(recallOn(card, NOON.day + 10, DEFAULT_SCHEDULE)).toBe(
      memoryModel().retrievability(10, card.memory.stability),
    );
  });
});

const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
const steps = fc
  .uniqueArray(fc.integer({ min: 1, max: 600 }), { maxLength: 3 })
  .map((minutes) => [...minutes].sort((a, b) => a - b));
const settings: fc.Arbitrary<ScheduleSettings> = fc.record({
  desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
  learningSteps: steps,
  relearningSteps: steps,
  maximumInterval: fc.integer({ min: 1, max: 36_500 }),
  parameters: fc.constant(null),
});
/** A card with a past: answers, each some days after the last (also before: clocks go back). */
const past = fc.array(
  fc.tuple(rating, fc.oneof(fc.nat({ max: 2 }), fc.integer({ min: -30, max: 900 }))),
  {
    maxLength: 12,
  },
);

function replay(id: string, answers: [Rating, number][], rules: ScheduleSettings) {
  let days = 0;
  let card: CardSchedule | null = null;
  for (const [grade, after] of answers) {
    days += after;
    card = gradeCard(id, card, grade, later(days), rules);
  }
  return { card, days };
}

/** A choice that looks at how full the days are. */
const chooser = (day: number, loads: readonly number[], random: number): ChooseInterval => {
  const off = { breaks: [], easyDays: [] };
  const load = (at: number) => loads[at % loads.length]!;
  return (range, atLeast) => balancedInterval(range, day, { load, off }, random, atLeast);
};

describe('an interval that was chosen', () => {
  const known = cardAfter([3, 3, 3, 3]);
  const moment = later(known.dueDay - NOON.day);
  const { low, high } = fuzzRange(
    memoryModel().interval(
      gradeCard('c', known, 3, moment, DEFAULT_SCHEDULE).memory.stability,
      0.9,
    ),
    36_500,
  );
  const days = (chosen: number) =>
    gradeCard('c', known, 3, moment, DEFAULT_SCHEDULE, chosen).dueDay - moment.day;

  it('is taken where it lies within the fuzz', () => {
    expect(high - low).toBeGreaterThan(2);
    for (let chosen = low; chosen <= high; chosen++) expect(days(chosen)).toBe(chosen);
  });

  it('is passed over where it does not, or makes no sense: then the seed decides', () => {
    const seeded = gradeCard('c', known, 3, moment, DEFAULT_SCHEDULE).dueDay - moment.day;
    for (const chosen of [low - 1, high + 1, low + 0.5, 0, -5, Number.NaN, Infinity]) {
      expect(days(chosen)).toBe(seeded);
    }
    expect(days('12' as unknown as number)).toBe(seeded);
  });

  it('changes nothing else of the card', () => {
    const { dueDay: one, ...chosen } = gradeCard('c', known, 3, moment, DEFAULT_SCHEDULE, low);
    const { dueDay: two, ...seeded } = gradeCard('c', known, 3, moment, DEFAULT_SCHEDULE);
    expect(chosen).toEqual(seeded);
    expect([one, two].every((day) => day > moment.day)).toBe(true);
  });

  it('is what the button says, in any case, and no shorter for a better answer', () => {
    fc.assert(
      fc.property(
        past,
        settings,
        fc.nat({ max: 100 }),
        fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 7 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (answers, rules, wait, loads, random) => {
          const { card, days: passed } = replay('c', answers, rules);
          const shown = later(passed + wait);
          const choose = chooser(shown.day, loads, random);
          let before = 0;
          for (const preview of previewGrades('c', card, shown, rules, choose)) {
            const { rating: grade, delay, interval } = preview;
            const after = gradeCard('c', card, grade, shown, rules, interval);
            if (delay.unit === 'minutes') {
              expect(interval).toBeUndefined();
              expect(after.dueAt).not.toBeNull();
            } else {
              expect(after.dueDay - shown.day).toBe(delay.count);
              expect(delay.count).toBeGreaterThanOrEqual(before);
              before = delay.count;
            }
          }
        },
      ),
    );
  });
});

describe('any card', () => {
  it('gets what the button said, also when the answer takes its time', () => {
    fc.assert(
      fc.property(
        fc.string(),
        past,
        settings,
        fc.nat({ max: 1000 }),
        fc.nat({ max: 120 }),
        (id, answers, rules, wait, thinking) => {
          const { card, days } = replay(id, answers, rules);
          const shown = later(days + wait);
          const graded = later(days + wait, thinking);
          for (const { rating: grade, delay } of previewGrades(id, card, shown, rules)) {
            const after = gradeCard(id, card, grade, graded, rules);
            if (delay.unit === 'days') {
              expect(after.dueAt).toBeNull();
              expect(after.dueDay).toBe(graded.day + delay.count);
              expect(delay.count).toBeGreaterThan(0);
            } else {
              const minutes = (after.dueAt! - graded.now) / MINUTE_MS;
              expect(Math.abs(minutes - delay.count)).toBeLessThanOrEqual(0.5);
            }
          }
        },
      ),
    );
  });

  it('comes back no sooner for a better answer', () => {
    fc.assert(
      fc.property(
        fc.string(),
        past,
        settings,
        fc.nat({ max: 1000 }),
        (id, answers, rules, wait) => {
          const { card, days } = replay(id, answers, rules);
          const waits = previewGrades(id, card, later(days + wait), rules).map(
            ({ delay }) => delay.count * (delay.unit === 'days' ? 24 * 60 : 1),
          );
          for (const at of [1, 2, 3]) expect(waits[at]).toBeGreaterThanOrEqual(waits[at - 1]!);
        },
      ),
    );
  });

  it('is due in the future, at most the longest interval away', () => {
    fc.assert(
      fc.property(fc.string(), past, settings, (id, answers, rules) => {
        const { card, days } = replay(id, answers, rules);
        if (!card) return;
        const { day, now } = later(days);
        expect(card.reviews).toBe(answers.length);
        if (card.phase === 'review') {
          expect(card).toMatchObject({ step: 0, dueAt: null });
          expect(card.dueDay - day).toBeGreaterThanOrEqual(1);
          expect(card.dueDay - day).toBeLessThanOrEqual(rules.maximumInterval);
        } else {
          expect(card.dueAt).toBeGreaterThan(now);
        }
      }),
    );
  });

  it('is graded the same on every device', () => {
    fc.assert(
      fc.property(fc.string(), past, settings, (id, answers, rules) => {
        expect(replay(id, answers, { ...rules })).toEqual(replay(id, answers, rules));
      }),
    );
  });
});

const fuzzedInterval = (days: number, maximum: number, seed: string) =>
  seededInterval(fuzzRange(days, maximum), seed);

describe('the fuzz', () => {
  const interval = fc.double({ min: 0, max: 40_000, noNaN: true });

  // Anki's bounds: facts taken from rslib/src/scheduler/states/fuzz.rs; 30 worked out from its table.
  it.each([
    [1, 1, 1],
    [2.49, 2, 2],
    [2.5, 2, 4],
    [7, 5, 9],
    [17, 14, 20],
    [30, 27, 33],
    [37, 33, 41],
  ])('spreads %d days over %d to %d, and leaves none of them out', (days, lowest, highest) => {
    const drawn = new Set(
      Array.from({ length: 400 }, (_, seed) => fuzzedInterval(days, 1000, String(seed))),
    );
    const all = Array.from({ length: highest - lowest + 1 }, (_, at) => lowest + at);
    expect([...drawn].sort((a, b) => a - b)).toEqual(all);
  });

  it('spreads also what reaches the longest interval, below it', () => {
    const drawn = new Set(
      Array.from({ length: 400 }, (_, seed) => fuzzedInterval(5000, 100, String(seed))),
    );
    expect(Math.max(...drawn)).toBe(100);
    expect(Math.min(...drawn)).toBeLessThan(95);
  });

  it('gives whole days between one and the longest interval, near the one asked for', () => {
    fc.assert(
      fc.property(
        interval,
        fc.integer({ min: 1, max: 36_500 }),
        fc.string(),
        (days, most, seed) => {
          const drawn = fuzzedInterval(days, most, seed);
          expect(Number.isInteger(drawn)).toBe(true);
          expect(drawn).toBeGreaterThanOrEqual(1);
          expect(drawn).toBeLessThanOrEqual(most);
          const wanted = Math.min(days, most);
          if (days >= 1) expect(Math.abs(drawn - wanted)).toBeLessThanOrEqual(3.5 + wanted * 0.05);
        },
      ),
    );
  });

  it('never turns two intervals round that share a seed', () => {
    fc.assert(
      fc.property(
        interval,
        interval,
        fc.integer({ min: 1, max: 36_500 }),
        fc.string(),
        (a, b, most, seed) => {
          const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
          expect(fuzzedInterval(shorter, most, seed)).toBeLessThanOrEqual(
            fuzzedInterval(longer, most, seed),
          );
        },
      ),
    );
  });

  it('differs from card to card and from review to review', () => {
    const known = cardAfter([3, 3, 3, 3]);
    const days = (id: string, card: CardSchedule) =>
      gradeCard(id, card, 3, later(60), DEFAULT_SCHEDULE).dueDay;
    const cards = Array.from({ length: 30 }, (_, index) => days(`card ${index}`, known));
    expect(new Set(cards).size).toBeGreaterThan(5);
    const reviews = Array.from({ length: 30 }, (_, reviews) => days('card', { ...known, reviews }));
    expect(new Set(reviews).size).toBeGreaterThan(5);
  });
});
