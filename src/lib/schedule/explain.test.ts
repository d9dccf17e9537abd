import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SCHEDULE,
  explainAnswer,
  forgettingCurve,
  gradeCard,
  memoryModel,
  recallAlong,
  replayed,
  type CardSchedule,
  type Rating,
} from './index.ts';

const NOW = Date.UTC(2026, 2, 2, 12);
const DAY = 20_514;
const DAY_MS = 86_400_000;

function graded(
  before: CardSchedule | null,
  rating: Rating,
  day: number,
  settings = DEFAULT_SCHEDULE,
) {
  const moment = { now: NOW + (day - DAY) * DAY_MS, day };
  return gradeCard('bank/a', before, rating, moment, settings);
}

describe('an answer taken apart', () => {
  const known = graded(null, 4, DAY);

  it('says what the model wanted, what was allowed and what was taken', () => {
    const after = graded(known, 3, DAY + 8);
    const { interval, elapsed, recall, lapse } = explainAnswer(known, after, 3, DEFAULT_SCHEDULE);
    if (interval.kind !== 'days') throw new Error('expected days');
    expect(interval.wanted).toBeCloseTo(after.memory.stability, 6);
    expect(interval.low).toBeLessThanOrEqual(interval.wanted);
    expect(interval.high).toBeGreaterThanOrEqual(interval.wanted);
    expect(interval.days).toBe(after.dueDay - after.lastDay);
    expect({ elapsed, lapse, cut: interval.cut }).toEqual({ elapsed: 8, lapse: false, cut: false });
    expect(recall).toBeCloseTo(memoryModel().retrievability(8, known.memory.stability), 12);
  });

  it('says that the maximum interval cut it short', () => {
    const settings = { ...DEFAULT_SCHEDULE, maximumInterval: 5 };
    const after = graded(known, 3, DAY + 8, settings);
    expect(explainAnswer(known, after, 3, settings).interval).toMatchObject({ cut: true });
    expect(after.dueDay - after.lastDay).toBeLessThanOrEqual(5);
  });

  it('says at which step a card is', () => {
    const settings = { ...DEFAULT_SCHEDULE, learningSteps: [1, 10, 60] };
    const first = graded(null, 3, DAY, settings);
    expect(explainAnswer(null, first, 3, settings)).toEqual({
      elapsed: null,
      recall: null,
      lapse: false,
      interval: { kind: 'step', phase: 'learning', step: 1, steps: [1, 10, 60], minutes: 10 },
    });
    const lapsed = graded(known, 1, DAY + 8);
    expect(explainAnswer(known, lapsed, 1, DEFAULT_SCHEDULE)).toMatchObject({
      lapse: true,
      interval: { kind: 'step', phase: 'relearning', step: 0, minutes: 10 },
    });
  });
});

describe('the forgetting curve', () => {
  const answers = [
    { rating: 3, day: DAY },
    { rating: 3, day: DAY },
    { rating: 1, day: DAY + 9 },
    { rating: 4, day: DAY + 12 },
  ] as const;
  const curve = forgettingCurve(answers, null);

  it('is lifted by every answer to the memory that the schedule has', () => {
    for (const [index, stretch] of curve.entries()) {
      const memory = replayed(answers.slice(0, index + 1), null)!;
      expect(stretch.stability).toBeCloseTo(memory.stability, 12);
    }
    expect(curve.map(({ before }) => before === null)).toEqual([true, false, false, false]);
    expect(curve[1]!.before).toBe(1);
  });

  it('falls between them', () => {
    expect(recallAlong(curve, DAY - 1, null)).toBeNull();
    expect(recallAlong(curve, DAY, null)).toBe(1);
    expect(recallAlong(curve, DAY + 8.99, null)).toBeCloseTo(curve[2]!.before!, 2);
    expect(recallAlong(curve, DAY + 12, null)).toBe(1);
    const { stability } = curve[3]!;
    expect(recallAlong(curve, DAY + 12 + stability, null)).toBeCloseTo(0.9, 12);
  });

  it('does not run backwards with a clock that was set back', () => {
    const back = forgettingCurve([answers[0], { rating: 3, day: DAY - 5 }], null);
    expect(back.map(({ day }) => day)).toEqual([DAY, DAY]);
  });
});
