import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../primitives/index.ts';
import { recallOn } from '../schedule/index.ts';
import { history } from '../storage/histories.ts';
import {
  AnswerLogBuilder,
  buffersOf,
  chooseRows,
  EMPTY_LOG,
  firstDay,
  type AnswerLog,
} from './answer-log.ts';
import {
  activityOver,
  answersByDay,
  buttonsPressed,
  calibration,
  hoursOfDay,
  recallBin,
  retention,
  retentionByAge,
  retentionOver,
} from './answer-statistics.ts';
import { cardAnswers } from './answers.ts';
import { behaviourOf } from './behaviour.ts';
import {
  addCounts,
  DEFAULT_SETTINGS,
  foldCard,
  isCardEvent,
  NO_CHANGES,
  noCounts,
  settingsTimeline,
  type CardEvent,
  type ReviewEvent,
} from './index.ts';

const MONDAY = 20_003;

/** At noon by the learner's clock, two hours east of Greenwich. */
function review(day: number, rating: ReviewEvent['rating'], more: object = {}): ReviewEvent {
  const at = day * DAY_MS + 10 * HOUR_MS;
  const id = `${day}-${rating}`;
  const base = { kind: 'review', id, at, device: 'phone', day, offset: 120 } as const;
  return { ...base, card: 'b/a', rating, duration: 4000, ...more };
}

function logOf(...cards: readonly (readonly CardEvent[])[]): AnswerLog {
  const builder = new AnswerLogBuilder(cards.flat().length);
  for (const events of cards)
    builder.add(events[0]!.card, cardAnswers(events[0]!.card, events, NO_CHANGES));
  return builder.build();
}

const rowsOf = (log: AnswerLog) => chooseRows(log, () => true, -Infinity, Infinity);

describe('cardAnswers', () => {
  // Easy lifts a new card into review at once.
  const first = review(MONDAY, 4);
  const { schedule } = foldCard('b/a', [first], NO_CHANGES).snapshot!;
  const due = schedule!.dueDay;

  test('says what was predicted just before each answer', () => {
    const [met, again] = cardAnswers('b/a', [review(due, 1), first], NO_CHANGES);
    expect(met).toEqual({
      day: MONDAY,
      hour: 12,
      rating: 4,
      phase: 'new',
      elapsed: 0,
      predicted: null,
      milliseconds: 4000,
    });
    expect(again).toMatchObject({
      rating: 1,
      phase: 'review',
      elapsed: due - MONDAY,
      predicted: recallOn(schedule!, due, DEFAULT_SETTINGS),
    });
  });

  test('leaves out what was undone, and predicts as if it had not been', () => {
    const slip = review(MONDAY + 1, 1);
    const undo: CardEvent = {
      ...{ id: 'u', at: slip.at + 1, device: 'phone', day: slip.day, offset: 120 },
      ...{ kind: 'undo', card: 'b/a', target: slip.id },
    };
    const events = [first, slip, undo, review(due, 3)];
    expect(cardAnswers(events[0]!.card, events, NO_CHANGES)).toEqual(
      cardAnswers('b/a', [first, review(due, 3)], NO_CHANGES),
    );
  });

  test('predicts nothing on the same day, in the steps, or for a quiz', () => {
    const quiz: CardEvent = {
      ...{ id: 'q', at: due * DAY_MS, device: 'phone', day: due, offset: 120 },
      ...{ kind: 'answer', card: 'b/a', quiz: 'q', verdict: 'wrong', duration: 9 },
    };
    const right = { ...quiz, id: 'r', verdict: 'right' } as const;
    const events = [first, review(MONDAY, 3, { id: 'same', at: first.at + 60_000 }), quiz, right];
    const answers = cardAnswers(events[0]!.card, events, NO_CHANGES);
    expect(answers.map(({ predicted }) => predicted)).toEqual([null, null, null]);
    expect(answers.map(({ rating }) => rating)).toEqual([4, 3, 1]);
  });

  test('agrees with the counts of the fold, whatever the history', () => {
    fc.assert(
      fc.property(history, (events) => {
        const timeline = settingsTimeline(events.filter((event) => event.kind === 'settings'));
        const cards = new Set(events.filter(isCardEvent).map(({ card }) => card));
        for (const card of cards) {
          const own = events.filter(isCardEvent).filter((event) => event.card === card);
          const answers = cardAnswers(card, own, timeline);
          const days = new Map(answers.map(({ day }) => [day, noCounts(day)]));
          for (const { day, rating, phase, milliseconds } of answers) {
            const ratings: [number, number, number, number] = [0, 0, 0, 0];
            ratings[rating - 1] = 1;
            const reviews = phase === 'review' ? 1 : 0;
            const passed = rating > 1 ? reviews : 0;
            const fresh = phase === 'new' ? 1 : 0;
            const one = { day, fresh, reviews, passed, ratings, milliseconds };
            days.set(day, addCounts(days.get(day)!, one));
          }
          const expected = foldCard(card, own, timeline).counts;
          expect([...days.values()].sort((a, b) => a.day - b.day)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the log', () => {
  const log = logOf(
    [review(MONDAY, 4), review(MONDAY + 9, 3), review(MONDAY + 60, 1)],
    [review(MONDAY + 1, 3, { card: 'b/b', at: (MONDAY + 1) * DAY_MS + 21 * HOUR_MS })],
  );

  test('keeps the answers in columns that can be handed over', () => {
    expect(log.cards).toEqual(['b/a', 'b/b']);
    expect([...log.card]).toEqual([0, 0, 0, 1]);
    expect([...log.hour]).toEqual([12, 12, 12, 23]);
    expect(firstDay(log)).toBe(MONDAY);
    expect(firstDay(EMPTY_LOG)).toBeNull();
    const copy = structuredClone(log, { transfer: buffersOf(log).slice(0, 0) as never });
    expect(copy).toEqual(log);
    expect(buffersOf(log)).toHaveLength(8);
  });

  test('chooses by card and by day', () => {
    expect([...chooseRows(log, (card) => card === 'b/b', 0, Infinity)]).toEqual([3]);
    expect([...chooseRows(log, () => true, MONDAY + 1, MONDAY + 9)]).toEqual([1, 3]);
  });

  test('sums what was done in each period', () => {
    const periods = [
      { from: MONDAY, to: MONDAY + 6 },
      { from: MONDAY + 7, to: MONDAY + 13 },
    ];
    expect(activityOver(log, rowsOf(log), periods)).toEqual([
      { from: MONDAY, to: MONDAY + 6, fresh: 2, learning: 0, reviews: 0, milliseconds: 8000 },
      { from: MONDAY + 7, to: MONDAY + 13, fresh: 0, learning: 0, reviews: 1, milliseconds: 4000 },
    ]);
  });

  test('compares what was recalled with what was predicted', () => {
    const { share, predicted } = retention(log, rowsOf(log));
    expect(share).toMatchObject({ passed: 1, count: 2, share: 0.5 });
    const single = [...log.predicted].filter((value) => !Number.isNaN(value));
    expect(predicted).toBeCloseTo((single[0]! + single[1]!) / 2, 6);
    const over = retentionOver(log, rowsOf(log), [{ from: MONDAY, to: MONDAY + 30 }]);
    expect(over[0]).toMatchObject({ share: { passed: 1, count: 1 } });
    expect(retention(EMPTY_LOG, new Uint32Array(0))).toEqual({ share: null, predicted: null });
  });

  test('tells young cards from mature ones by how long they were away', () => {
    const young = retentionByAge(log, rowsOf(log)).young.share!.count;
    const mature = retentionByAge(log, rowsOf(log)).mature.share?.count ?? 0;
    expect(young + mature).toBe(2);
    expect(young).toBe([...log.elapsed].filter((days) => days > 0 && days < 21).length);
  });

  test('sorts predictions into bins; each lies in its own', () => {
    expect([0, 0.49, 0.5, 0.9499, 0.95, 1].map(recallBin)).toEqual([0, 0, 1, 7, 8, 8]);
    const bins = calibration(log, rowsOf(log));
    for (const { from, to, predicted } of bins) {
      if (predicted !== null) expect(from <= predicted && predicted <= to).toBe(true);
    }
    expect(bins.reduce((sum, { share }) => sum + (share?.count ?? 0), 0)).toBe(2);
  });

  test('counts the hours, the buttons and the days', () => {
    const hours = hoursOfDay(log, rowsOf(log));
    expect([hours[12]!.answers, hours[23]!.answers, hours[0]!.answers]).toEqual([3, 1, 0]);
    expect(hours[12]!.share).toMatchObject({ count: 2 });
    const buttons = buttonsPressed(log, rowsOf(log));
    expect(buttons.fresh).toEqual([0, 0, 1, 1]);
    expect(buttons.young[0] + buttons.mature[0]).toBe(1);
    expect(answersByDay(log, rowsOf(log))).toEqual(
      [0, 1, 9, 60].map((ahead) => ({ day: MONDAY + ahead, answers: 1, milliseconds: 4000 })),
    );
  });

  test('measures how the learner answers', () => {
    const many = logOf(
      ...Array.from({ length: 2000 }, (_, at) => [
        review(MONDAY, 3, { card: `b/${at}`, duration: 3000 }),
      ]),
    );
    const { answers, behaviour } = behaviourOf(many, rowsOf(many));
    expect(answers).toBe(2000);
    expect(behaviour.fresh.shares[2]).toBeGreaterThan(0.97);
    expect(behaviour.fresh.seconds[2]).toBeCloseTo(3, 0);
  });
});
