import { describe, expect, test } from 'vitest';
import { foldCard, isDue, NO_CHANGES, quizRating, type AnswerEvent } from './index.ts';

describe('how an answer in a quiz counts', () => {
  test.each([
    ['wrong', null, false, true, 1],
    ['wrong', 'sure', true, true, 1],
    ['wrong', 'guess', true, true, 1],
    ['right', null, true, true, 3],
    ['right', 'sure', true, true, 3],
    ['right', 'unsure', true, true, 3],
    ['right', 'guess', true, true, 2],
    ['right', 'sure', false, true, null],
    ['partly', 'sure', true, true, null],
    ['wrong', 'sure', true, false, null],
    ['right', 'sure', true, false, null],
  ] as const)('%s, %s, due %s, counting %s: %j', (verdict, confidence, due, counts, rating) => {
    expect(quizRating(verdict, confidence, due, counts)).toBe(rating);
  });

  const answer = (changes: Partial<AnswerEvent>): AnswerEvent => ({
    kind: 'answer',
    id: '1',
    at: 1000,
    device: 'd',
    day: 100,
    offset: 0,
    card: 'b/q',
    quiz: 'x',
    verdict: 'right',
    duration: 10,
    ...changes,
  });
  const folded = (changes: Partial<AnswerEvent>) =>
    foldCard('b/q', [answer(changes)], NO_CHANGES).snapshot?.schedule ?? null;

  test('the fold takes it from the event', () => {
    expect(folded({ rating: 3 })).toMatchObject({ reviews: 1, phase: 'learning', step: 1 });
    expect(folded({ rating: null, verdict: 'wrong' })).toBeNull();
    expect(folded({ rating: 1, verdict: 'wrong' })).toMatchObject({ reviews: 1 });
  });

  test('what an earlier version wrote means what it meant', () => {
    expect(folded({ verdict: 'wrong' })).toMatchObject({ reviews: 1 });
    expect(folded({ verdict: 'right' })).toBeNull();
    expect(folded({ verdict: 'partly' })).toBeNull();
  });

  test('what is no rating, from wherever it came, moves nothing', () => {
    expect(folded({ rating: 7 as never })).toBeNull();
    expect(folded({ rating: 'good' as never })).toBeNull();
  });

  test('a card is due from its day or hour on, unless it is set aside', () => {
    const moment = { day: 100, now: 5000 };
    const { schedule } = foldCard('b/q', [answer({ rating: 1 })], NO_CHANGES).snapshot!;
    const due = (queueDay: number | undefined, dueAt: number | null) =>
      isDue(
        { schedule: { ...schedule!, dueAt }, ...(queueDay === undefined ? {} : { queueDay }) },
        moment,
      );
    expect(isDue(null, moment)).toBe(false);
    expect(isDue({ schedule: null, queueDay: 0 }, moment)).toBe(false);
    expect(due(100, null)).toBe(true);
    expect(due(101, null)).toBe(false);
    expect(due(100, 5000)).toBe(true);
    expect(due(100, 5001)).toBe(false);
    expect(due(undefined, null)).toBe(false);
  });
});
