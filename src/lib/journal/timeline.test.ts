import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { history } from '../storage/histories.ts';
import {
  addCounts,
  answersOf,
  cardId,
  compareEvents,
  DEFAULT_SETTINGS,
  isEmpty,
  NO_CHANGES,
  noCounts,
  settingsAt,
  settingsTimeline,
  type DayCounts,
  type SettingsEvent,
} from './index.ts';

function change(id: string, at: number, changes: SettingsEvent['changes']): SettingsEvent {
  return { kind: 'settings', id, at, device: 'phone', day: 0, offset: 0, changes };
}

describe('the timeline of settings', () => {
  const timeline = settingsTimeline([
    change('c', 30, { newPerDay: 5, desiredRetention: 0.8 }),
    change('a', 10, { newPerDay: 10 }),
    change('b', 20, { rolloverHour: 0 }),
  ]);

  it('has the defaults before the first change', () => {
    expect(settingsAt(NO_CHANGES)).toBe(DEFAULT_SETTINGS);
    expect(settingsAt(timeline, { id: 'x', at: 9 })).toBe(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS).toMatchObject({
      desiredRetention: 0.9,
      learningSteps: [1, 10],
      newPerDay: 20,
      rolloverHour: 4,
    });
  });

  it('has what held at each moment: earlier changes stay where later ones do not touch them', () => {
    expect(settingsAt(timeline, { id: 'x', at: 15 })).toEqual({
      ...DEFAULT_SETTINGS,
      newPerDay: 10,
    });
    expect(settingsAt(timeline, { id: 'x', at: 25 })).toEqual({
      ...DEFAULT_SETTINGS,
      newPerDay: 10,
      rolloverHour: 0,
    });
    expect(settingsAt(timeline)).toEqual({
      ...DEFAULT_SETTINGS,
      newPerDay: 5,
      rolloverHour: 0,
      desiredRetention: 0.8,
    });
  });

  it('orders what happened at the same time by id, as the journal does', () => {
    expect(settingsAt(timeline, { id: 'A', at: 10 })).toBe(DEFAULT_SETTINGS);
    expect(settingsAt(timeline, { id: 'b', at: 10 })).toMatchObject({ newPerDay: 10 });
  });

  it('is the same in whatever order the changes arrive', () => {
    fc.assert(
      fc.property(
        history.chain((events) => {
          const changes = events.filter((event) => event.kind === 'settings');
          const all = { minLength: changes.length, maxLength: changes.length };
          return fc.tuple(fc.constant(changes), fc.shuffledSubarray(changes, all));
        }),
        ([made, arrived]) => {
          expect(settingsTimeline(arrived)).toEqual(settingsTimeline(made));
        },
      ),
    );
  });
});

describe('the order of the journal', () => {
  it('is by time, then by id', () => {
    const events = [
      { at: 2, id: 'a' },
      { at: 1, id: 'b' },
      { at: 1, id: 'a' },
    ];
    expect([...events].sort(compareEvents)).toEqual([events[2], events[1], events[0]]);
    expect(compareEvents(events[0]!, { ...events[0]! })).toBe(0);
  });
});

it('a card is named after its bank and its question', () => {
  expect(cardId('mexico-cartels', 'history-1')).toBe('mexico-cartels/history-1');
});

describe('the counts of a day', () => {
  const count = fc.nat({ max: 1000 });
  const counts: fc.Arbitrary<DayCounts> = fc.record({
    day: fc.constant(7),
    fresh: count,
    reviews: count,
    passed: count,
    ratings: fc.tuple(count, count, count, count),
    milliseconds: count,
  });

  it('come back when what was added is taken away', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(addCounts(addCounts(a, b), b, -1)).toEqual(a);
        expect(addCounts(a, b)).toEqual(addCounts(b, a));
        expect(answersOf(addCounts(a, b))).toBe(answersOf(a) + answersOf(b));
      }),
    );
  });

  it('are empty when nothing was answered', () => {
    expect(isEmpty(noCounts(7))).toBe(true);
    expect(isEmpty({ ...noCounts(7), ratings: [0, 0, 1, 0] })).toBe(false);
    expect(isEmpty({ ...noCounts(7), milliseconds: 1 })).toBe(false);
    expect(answersOf(noCounts(7))).toBe(0);
  });
});
