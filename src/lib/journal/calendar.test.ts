import { describe, expect, test } from 'vitest';
import { calendar } from './calendar.ts';

const TODAY = 20_000;

function day(at: number, answers: number) {
  return { day: at, answers, milliseconds: 1000 * answers };
}

describe('calendar', () => {
  // 4 October 2024, day 20000, was a Friday.
  test('has whole weeks from Monday, the last one up to today', () => {
    const days = calendar([], TODAY, 3);
    expect(days).toHaveLength(2 * 7 + 5);
    expect(days[0]!.day).toBe(TODAY - 4 - 14);
    expect(days.at(-1)!.day).toBe(TODAY);
  });

  test('grades by the busiest day shown; one answer is never nothing', () => {
    const days = [day(TODAY - 100, 900), day(TODAY - 2, 50), day(TODAY - 1, 1), day(TODAY, 100)];
    const levels = calendar(days, TODAY, 2).map(({ level }) => level);
    expect(levels.slice(-5)).toEqual([0, 0, 2, 1, 4]);
  });
});
