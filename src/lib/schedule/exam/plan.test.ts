import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../primitives/index.ts';
import { gradeCard, type CardSchedule } from '../card.ts';
import { recallOn } from '../forgetting.ts';
import { examNeeding, examPlanning, finished, type ExamPlan, type ExamRequest } from './index.ts';
import { DEFAULT_SCHEDULE } from '../settings.ts';
import type { Rating } from '../rating.ts';

const TODAY = 20_000;
const planExam = (given: ExamRequest) => finished(examPlanning(given));

function request(changes: Partial<ExamRequest> & { count?: number } = {}): ExamRequest {
  const { count = 120, ...rest } = changes;
  return {
    cards: Array.from({ length: count }, (_, at) => ({ id: `bank/q${at}`, schedule: null })),
    today: TODAY,
    day: TODAY + 14,
    target: 0.9,
    settings: DEFAULT_SCHEDULE,
    newPerDay: 20,
    reviewsPerDay: 200,
    done: { fresh: 0, reviews: 0 },
    studies: () => true,
    ...rest,
  };
}

/**
 * A learner who does each day what the plan of that day says, and forgets as FSRS says people do.
 *
 * @returns which cards were recalled on the day, as a share; and the plan of the first day
 */
function followed(given: ExamRequest, seed: string): { recalled: number; first: ExamPlan } {
  const random = seededRandom(seed);
  const cards = new Map<string, CardSchedule | null>(
    given.cards.map(({ id, schedule }) => [id, schedule]),
  );
  const answer = (id: string, day: number) => {
    let card = cards.get(id) ?? null;
    const knows = card ? recallOn(card, day, given.settings) : 0.75;
    let rating: Rating = random() < knows ? 3 : 1;
    do {
      card = gradeCard(id, card, rating, { now: 0, day }, given.settings);
      rating = random() < 0.9 ? 3 : 1;
    } while (card.dueDay <= day);
    cards.set(id, card);
  };
  let first: ExamPlan | undefined;
  for (let day = given.today; day < given.day; day++) {
    if (!given.studies(day)) continue;
    const now = [...cards].map(([id, schedule]) => ({ id, schedule }));
    const plan = planExam({ ...given, today: day, cards: now });
    first ??= plan;
    const due = now.filter(({ schedule }) => schedule && schedule.dueDay <= day);
    for (const { id } of due.slice(0, given.reviewsPerDay)) answer(id, day);
    const fresh = now.filter(({ schedule }) => !schedule);
    for (const { id } of fresh.slice(0, plan.days[0]?.fresh)) answer(id, day);
    for (const id of plan.days[0]?.extra ?? []) answer(id, day);
  }
  const recalled = [...cards.values()].filter(
    (card) => card && random() < recallOn(card, given.day, given.settings),
  ).length;
  return { recalled: recalled / cards.size, first: first! };
}

describe('a plan for an exam', () => {
  it('meets all cards in time, evenly, and says what it comes to', () => {
    const plan = planExam(request());
    expect(plan.reached).toBe(true);
    expect(plan.predicted).toBeGreaterThanOrEqual(0.9);
    expect(plan.asItStands).toBe(0);
    expect(plan.days).toHaveLength(14);
    expect(plan.days.map(({ day }) => day)[0]).toBe(TODAY);
    expect(plan.newPerDay).toBe(11);
    expect(plan.days.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(120);
    for (const { fresh } of plan.days) expect(fresh).toBeLessThanOrEqual(11);
  });

  it('adds reviews in the last days only, and no more than the target takes', () => {
    const extras = (target: number) => {
      const { days, reached } = planExam(request({ target }));
      expect(reached).toBe(true);
      const early = days.slice(0, -3).flatMap(({ extra }) => extra);
      expect(early).toEqual([]);
      return days.reduce((sum, { extra }) => sum + extra.length, 0);
    };
    expect(extras(0.85)).toBe(0);
    expect(extras(0.95)).toBeGreaterThan(0);
    expect(extras(0.96)).toBeGreaterThan(extras(0.95));
  });

  it('keeps within the limits and says that it falls short', () => {
    const plan = planExam(request({ newPerDay: 5 }));
    expect(plan.reached).toBe(false);
    expect(plan.newPerDay).toBe(5);
    expect(plan.predicted).toBeLessThan(70 / 120);
    for (const { fresh, reviews, extra } of planExam(request({ reviewsPerDay: 10 })).days) {
      expect(fresh).toBeLessThanOrEqual(20);
      expect(reviews + extra.length).toBeLessThanOrEqual(10);
    }
  });

  it('counts what was done today', () => {
    const done = { fresh: 4, reviews: 0 };
    const plan = planExam(request({ count: 116, done }));
    expect(plan.newPerDay).toBe(11);
    expect(plan.days[0]!.fresh).toBe(7);
  });

  it('leaves days off free', () => {
    const studies = (day: number) => day !== TODAY + 3;
    const plan = planExam(request({ studies }));
    expect(plan.days).toHaveLength(13);
    expect(plan.days.some(({ day }) => day === TODAY + 3)).toBe(false);
  });

  it('is the same again, and leaves nothing to do when the day has come', () => {
    expect(planExam(request())).toEqual(planExam(request()));
    const over = planExam(request({ day: TODAY }));
    expect(over).toMatchObject({ days: [], predicted: 0, reached: false });
    expect(planExam(request({ count: 0 }))).toMatchObject({ predicted: 1, reached: true });
  });
});

describe('a learner who follows the plan', () => {
  it.each([
    ['starts from nothing', request()],
    ['wants more', request({ target: 0.95 })],
    ['has little time', request({ day: TODAY + 4, newPerDay: 60 })],
    ['rests on some days', request({ studies: (day) => day % 3 !== 0, newPerDay: 40 })],
  ])('knows on the day what the plan said: %s', (_, given) => {
    const results = ['one', 'two', 'three', 'four', 'five'].map((seed) => followed(given, seed));
    const mean = results.reduce((sum, { recalled }) => sum + recalled, 0) / results.length;
    const { predicted, reached } = results[0]!.first;
    expect(reached).toBe(true);
    // Five times 120 cards: the standard error of the share is about one in a hundred.
    expect(Math.abs(mean - predicted)).toBeLessThan(0.035);
    expect(mean).toBeGreaterThan(given.target - 0.03);
  });
});

describe('what it would take', () => {
  const needs = (changes: Parameters<typeof request>[0]) => finished(examNeeding(request(changes)));

  it('is the least number of new cards a day that reaches the target', () => {
    const found = needs({ newPerDay: 5 });
    if (!found.reachable) throw new Error('not reachable');
    expect(found.newPerDay).toBeGreaterThan(5);
    expect(found.newPerDay).toBeLessThan(15);
    const limits = { newPerDay: found.newPerDay, reviewsPerDay: found.reviewsPerDay };
    expect(planExam(request(limits)).reached).toBe(true);
    const fewer = { ...limits, newPerDay: found.newPerDay - 1 };
    expect(planExam(request(fewer)).reached).toBe(false);
  });

  it('is honest where nothing would do', () => {
    const found = needs({ target: 0.99, day: TODAY + 14 });
    expect(found.reachable).toBe(false);
    if (!found.reachable) {
      expect(found.atMost).toBeGreaterThan(0.9);
      expect(found.atMost).toBeLessThan(0.99);
    }
    expect(needs({ day: TODAY })).toEqual({ reachable: false, atMost: 0 });
  });
});
