import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, localDay, MINUTE_MS } from '../primitives/index.ts';
import { gradeCard } from '../schedule/index.ts';
import { FITTED, history, scattered, START } from '../storage/histories.ts';
import { offsetAt } from '../storage/zones.ts';
import {
  addCounts,
  advanceCard,
  canAdvance,
  DEFAULT_SETTINGS,
  foldCard,
  isCardEvent,
  NO_CHANGES,
  noCounts,
  settingsTimeline,
  type CardEvent,
  type CardSnapshot,
  type DayCounts,
  type JournalEvent,
  type SettingsEvent,
} from './index.ts';

const DAY = 20_458;

type Own<Kind extends JournalEvent['kind']> = Partial<Extract<JournalEvent, { kind: Kind }>>;

/** An event of a card; its id sorts by its number, and its time is its number in minutes. */
function event<Kind extends CardEvent['kind']>(kind: Kind, number: number, own?: Own<Kind>) {
  const base = {
    id: `event-${String(number).padStart(3, '0')}`,
    at: START + number * MINUTE_MS,
    device: 'phone',
    day: DAY,
    offset: 60,
    card: 'bank/a',
    kind,
  };
  const rating = kind === 'review' ? { rating: 3 } : {};
  const answer = { ...rating, duration: 1000, verdict: 'wrong', quiz: 'q' };
  const needed = { ...answer, target: '', flagged: true, add: [], remove: [], changes: {} };
  return { ...needed, ...base, ...own } as unknown as Extract<CardEvent, { kind: Kind }>;
}

const review = (number: number, own?: Own<'review'>) => event('review', number, own);
const undo = (number: number, target: CardEvent, own?: Own<'undo'>) =>
  event('undo', number, { target: target.id, ...own });

function change(number: number, changes: SettingsEvent['changes']): SettingsEvent {
  return { ...event('review', number), kind: 'settings', changes };
}

const fold = (...events: CardEvent[]) => foldCard('bank/a', events, NO_CHANGES);

/** What the learner sees of a card: all but which event was the last. */
function stateOf(snapshot: CardSnapshot | null) {
  return snapshot && { ...snapshot, lastEvent: '', lastEventAt: 0 };
}

describe('the fold of a card', () => {
  it('is nothing without events', () => {
    expect(fold()).toEqual({ snapshot: null, counts: [] });
  });

  it('grades the card by its reviews, one after the other', () => {
    const events = [review(1), review(2, { rating: 3 }), review(3, { day: DAY + 2, rating: 1 })];
    const schedule = events.reduce<CardSnapshot['schedule']>(
      (before, { rating, at, day }) =>
        gradeCard('bank/a', before, rating, { now: at, day }, DEFAULT_SETTINGS),
      null,
    );
    expect(fold(...events).snapshot).toEqual({
      card: 'bank/a',
      schedule,
      suspended: false,
      buriedOn: null,
      lastEvent: 'event-003',
      lastEventAt: START + 3 * MINUTE_MS,
      queueDay: DAY + 2,
    });
  });

  it('counts a wrong answer in a quiz as Again, and no other', () => {
    const known = [review(1, { rating: 4 })];
    const again = fold(...known, review(2, { rating: 1 }));
    const wrong = fold(...known, event('answer', 2, { verdict: 'wrong' }));
    expect(wrong).toEqual(again);
    for (const verdict of ['right', 'partly'] as const) {
      const other = fold(...known, event('answer', 2, { verdict }));
      expect(stateOf(other.snapshot)).toEqual(stateOf(fold(...known).snapshot));
      expect(other.counts).toEqual(fold(...known).counts);
    }
  });

  it('keeps a suspended card out of the queue until it is resumed', () => {
    const suspended = fold(review(1), event('suspend', 2)).snapshot!;
    expect(suspended.suspended).toBe(true);
    expect(suspended).not.toHaveProperty('queueDay');
    const reviewed = fold(review(1), event('suspend', 2), review(3)).snapshot!;
    expect(reviewed).not.toHaveProperty('queueDay');
    const resumed = fold(review(1), event('suspend', 2), event('resume', 3)).snapshot;
    expect(stateOf(resumed)).toEqual(stateOf(fold(review(1)).snapshot));
  });

  it('keeps a buried card out of the queue until the next day, or the next answer', () => {
    expect(fold(event('bury', 1)).snapshot).toMatchObject({
      schedule: null,
      buriedOn: DAY,
      queueDay: DAY + 1,
    });
    expect(fold(review(1), event('bury', 2)).snapshot!.queueDay).toBe(DAY + 1);
    expect(fold(review(1), event('bury', 2), review(3)).snapshot!.buriedOn).toBeNull();
    expect(fold(review(1), event('bury', 2), event('resume', 3)).snapshot!.queueDay).toBe(DAY);
    const far = fold(review(1, { rating: 4 }), event('bury', 2)).snapshot!;
    expect(far.queueDay).toBe(far.schedule!.dueDay);
  });

  it('takes the settings that held when each event happened', () => {
    const timeline = settingsTimeline([change(2, { learningSteps: [] })]);
    const phases = [review(1), review(3)].map(
      (one) => foldCard('bank/a', [one], timeline).snapshot!.schedule!.phase,
    );
    expect(phases).toEqual(['learning', 'review']);
  });

  it('passes over events of kinds that a newer version wrote', () => {
    const unknown = { ...event('suspend', 2), kind: 'of-a-newer-version' } as unknown as CardEvent;
    expect(isCardEvent(unknown)).toBe(false);
    expect(fold(review(1), unknown)).toEqual(fold(review(1)));
  });
});

describe('what the learner makes of a card', () => {
  it('is not in a snapshot that has none of it', () => {
    for (const events of [
      [event('flag', 1), event('flag', 2, { flagged: false })],
      [event('tag', 1, { add: ['exam'] }), event('tag', 2, { remove: [' exam '] })],
      [event('tag', 1, { add: ['', '  '] })],
      [
        event('edit', 1, { changes: { prompt: 'A?' } }),
        event('edit', 2, { changes: { prompt: null } }),
      ],
    ]) {
      const { snapshot } = fold(...events);
      expect(snapshot).toMatchObject({ schedule: null, queueDay: 0 });
      for (const mark of ['flagged', 'tags', 'edit']) expect(snapshot).not.toHaveProperty(mark);
    }
  });

  it('is a flag', () => {
    expect(fold(event('flag', 1)).snapshot).toMatchObject({ flagged: true, queueDay: 0 });
    const reviewed = fold(review(1), event('flag', 2), review(3)).snapshot!;
    expect(reviewed).toEqual({ ...fold(review(1), review(3)).snapshot, flagged: true });
  });

  it('are tags: trimmed, each once, in order, composed alike; what is added stays', () => {
    const { snapshot } = fold(
      event('tag', 1, { add: ['two ', 'one', 'two', 'an\u0303o'] }),
      event('tag', 2, { add: ['año', 'one'], remove: ['one', 'two'] }),
    );
    expect(snapshot!.tags).toEqual(['año', 'one']);
  });

  it('are words: each field as it was last worded, whichever way it came to that', () => {
    const parts = fold(
      event('edit', 1, { changes: { answer: 'Old', explanation: '' } }),
      event('edit', 2, { changes: { answer: 'New', prompt: 'Who?' } }),
    );
    const whole = fold(
      event('edit', 2, { changes: { prompt: 'Who?', answer: 'New', explanation: '' } }),
    );
    expect(JSON.stringify(parts.snapshot)).toBe(JSON.stringify(whole.snapshot));
    const back = fold(
      event('edit', 1, { changes: { answer: 'Old', prompt: 'Who?' } }),
      event('edit', 2, { changes: { answer: null } }),
    );
    expect(back.snapshot!.edit).toEqual({ prompt: 'Who?' });
  });
});

describe('a card that is started over', () => {
  const first = [review(1, { rating: 4 }), review(2, { day: DAY + 9, rating: 1 })];
  const reset = event('reset', 3, { day: DAY + 9 });

  it('is new again, and keeps its history, its counts and its marks', () => {
    const folded = fold(event('flag', 0), ...first, event('bury', 2.5), reset);
    expect(folded.snapshot).toMatchObject({
      schedule: null,
      buriedOn: null,
      queueDay: 0,
      flagged: true,
    });
    expect(folded.counts).toEqual(fold(...first).counts);
  });

  it('learns as a new card does', () => {
    const again = fold(...first, reset, review(4, { day: DAY + 10 }));
    const fresh = fold(review(4, { day: DAY + 10 }));
    expect(again.snapshot).toEqual(fresh.snapshot);
    expect(again.counts[again.counts.length - 1]).toEqual(fresh.counts[0]);
  });

  it('stays set aside where it was suspended', () => {
    expect(fold(...first, event('suspend', 2.5), reset).snapshot).toMatchObject({
      schedule: null,
      suspended: true,
    });
  });
});

describe('a memory', () => {
  const [one, other] = [FITTED, FITTED.map((value) => value * 1.05)];
  const answers = [
    review(1, { rating: 4 }),
    review(3, { day: DAY + 12, rating: 3 }),
    // The day of a clock that was set back.
    review(5, { day: DAY + 2, rating: 1 }),
    review(7, { day: DAY + 40, rating: 3 }),
  ];
  const foldWith = (events: CardEvent[], ...changes: SettingsEvent[]) =>
    foldCard('bank/a', events, settingsTimeline(changes)).snapshot!;

  it('is what the newest parameters say of all answers, whenever they were adopted', () => {
    const from = foldWith(answers, change(0, { parameters: one }));
    for (const at of [2, 4, 6, 8]) {
      const { schedule } = foldWith(
        answers,
        change(at - 2, { parameters: other }),
        change(at, { parameters: one }),
      );
      expect(schedule!.memory).toEqual(from.schedule!.memory);
    }
    const back = foldWith(answers, change(2, { parameters: one }), change(8, { parameters: null }));
    expect(back.schedule!.memory).toEqual(foldWith(answers).schedule!.memory);
  });

  it('is due when the settings of its last grade said', () => {
    const before = foldWith(answers);
    const after = foldWith(answers, change(8, { parameters: one }));
    expect(after.schedule!.memory).not.toEqual(before.schedule!.memory);
    expect({ ...after, schedule: { ...after.schedule, memory: null } }).toEqual({
      ...before,
      schedule: { ...before.schedule, memory: null },
    });
    const changed = foldWith(answers, change(6, { parameters: one }));
    expect(changed).toEqual(foldWith(answers, change(0, { parameters: one })));
  });

  it('knows nothing of what was undone, nor of what was before the card was started over', () => {
    const newest = change(9, { parameters: one });
    const [first, second, third, last] = answers as [CardEvent, CardEvent, CardEvent, CardEvent];
    expect(stateOf(foldWith([first, second, third, undo(8, second), last], newest))).toEqual(
      stateOf(foldWith([first, third, last], newest)),
    );
    const over = foldWith([first, second, event('reset', 4), third, last], newest);
    expect(over).toEqual(foldWith([third, last], newest));
  });

  it('is advanced only by an answer under its parameters', () => {
    const timeline = settingsTimeline([
      change(6, { parameters: one }),
      change(8, { newPerDay: 1 }),
    ]);
    const { snapshot } = foldCard('bank/a', answers.slice(0, 2), timeline);
    expect(canAdvance(snapshot, answers[2]!, timeline)).toBe(false);
    expect(canAdvance(null, answers[2]!, timeline)).toBe(false);
    expect(canAdvance(snapshot, event('bury', 5), timeline)).toBe(true);
    expect(canAdvance(snapshot, answers[3]!, timeline)).toBe(true);
  });
});

describe('a day', () => {
  /** Two answers in Madrid, at these times of the wall clock there, and what lies between them. */
  function elapsed(first: string, second: string, rolloverHour = 4) {
    const answered = (number: number, clock: string) => {
      // Read as UTC, then moved to where the clock hangs.
      const wall = Date.parse(`${clock}:00Z`);
      const offset = offsetAt('Madrid', wall - 60 * MINUTE_MS);
      const at = wall - offset * MINUTE_MS;
      return review(number, { at, offset, day: localDay(at, offset, rolloverHour) });
    };
    const [one, two] = [answered(1, first), answered(2, second)];
    const { schedule } = fold(one, two).snapshot!;
    const days = schedule!.lastDay - fold(one).snapshot!.schedule!.lastDay;
    return { hours: (two.at - one.at) / HOUR_MS, days, memory: schedule!.memory };
  }

  it('is a day, though the night to summer time is shorter by an hour', () => {
    expect(elapsed('2026-03-28T22:00', '2026-03-29T22:00')).toMatchObject({ hours: 23, days: 1 });
    // At four it begins, which is an hour earlier than by the sun.
    expect(elapsed('2026-03-28T22:00', '2026-03-29T03:59').days).toBe(0);
    expect(elapsed('2026-03-28T22:00', '2026-03-29T04:00').days).toBe(1);
    expect(elapsed('2026-03-29T03:59', '2026-03-29T04:00').days).toBe(1);
  });

  it('is a day, though the night back is longer by one', () => {
    expect(elapsed('2026-10-24T22:00', '2026-10-25T22:00')).toMatchObject({ hours: 25, days: 1 });
    expect(elapsed('2026-10-24T22:00', '2026-10-25T03:59').days).toBe(0);
    expect(elapsed('2026-10-25T04:00', '2026-10-26T03:59')).toMatchObject({ days: 0 });
  });

  it('makes of a week the same memory, whichever change of the clocks lies in it', () => {
    const { memory } = elapsed('2026-01-05T12:00', '2026-01-12T12:00');
    expect(elapsed('2026-03-25T12:00', '2026-04-01T12:00').memory).toEqual(memory);
    expect(elapsed('2026-10-21T12:00', '2026-10-28T12:00').memory).toEqual(memory);
  });

  it('begins when the learner says', () => {
    expect(elapsed('2026-01-05T23:30', '2026-01-06T00:30', 4).days).toBe(0);
    expect(elapsed('2026-01-05T23:30', '2026-01-06T00:30', 0).days).toBe(1);
  });

  it('that came twice, on the way west, does not make time run backwards', () => {
    const east = review(1, { day: DAY + 1, offset: 840 });
    const west = review(2, { day: DAY, offset: -300 });
    const { schedule } = fold(east, west).snapshot!;
    const same = fold(east, review(2, { day: DAY + 1 })).snapshot!.schedule!;
    expect(schedule!.memory).toEqual(same.memory);
    expect(schedule!.lastDay).toBe(DAY);
  });
});

describe('an interval that was chosen', () => {
  const known = [review(1, { rating: 4 }), review(2, { rating: 4, day: DAY + 9 })];
  const dueDay = (interval?: number) => {
    const last = review(3, { rating: 3, day: DAY + 40, ...(interval ? { interval } : {}) });
    return fold(...known, last).snapshot!.schedule!.dueDay - (DAY + 40);
  };

  it('is the one that happens, where it lies within the fuzz; else the seed decides', () => {
    const seeded = dueDay();
    for (const near of [seeded - 1, seeded, seeded + 1]) {
      expect([near, seeded]).toContain(dueDay(near));
    }
    expect(
      new Set([seeded - 2, seeded - 1, seeded, seeded + 1, seeded + 2].map(dueDay)).size,
    ).toBeGreaterThan(2);
    expect(dueDay(seeded + 200)).toBe(seeded);
    expect(dueDay(-3)).toBe(seeded);
  });
});

describe('the counts of a card', () => {
  it('are exact', () => {
    const { counts } = fold(
      review(1, { rating: 1, duration: 1000 }),
      review(2, { rating: 4, duration: 500 }),
      review(3, { rating: 2, duration: 7, day: DAY + 9 }),
      event('answer', 4, { verdict: 'right', duration: 99, day: DAY + 9 }),
      event('answer', 5, { verdict: 'wrong', duration: 20, day: DAY + 9 }),
      review(6, { rating: 3, duration: 3, day: DAY + 9 }),
      event('suspend', 7, { day: DAY + 10 }),
    );
    expect(counts).toEqual([
      { day: DAY, fresh: 1, reviews: 0, passed: 0, ratings: [1, 0, 0, 1], milliseconds: 1500 },
      { day: DAY + 9, fresh: 0, reviews: 2, passed: 1, ratings: [1, 1, 1, 0], milliseconds: 30 },
    ]);
  });

  it('are whole numbers, so that their sums do not hang on the order', () => {
    const { counts } = fold(review(1, { duration: 0.1 }), review(2, { duration: 1000.7 }));
    expect(counts[0]!.milliseconds).toBe(1001);
    expect(fold(review(1, { duration: -5 })).counts[0]!.milliseconds).toBe(0);
    expect(fold(review(1, { duration: Number.NaN })).counts[0]!.milliseconds).toBe(0);
  });
});

describe('an undo', () => {
  const before = [review(1), review(2)];

  it.each([
    ['a review', review(3, { rating: 1 })],
    ['a suspension', event('suspend', 3)],
    ['a burial', event('bury', 3)],
    ['a flag', event('flag', 3)],
    ['a tag', event('tag', 3, { add: ['exam'] })],
    ['an edit', event('edit', 3, { changes: { prompt: 'Who?' } })],
    ['a start from new', event('reset', 3)],
    ['a wrong answer', event('answer', 3)],
  ])('of %s leaves the card and the counts exactly as they were', (_name, done) => {
    const undone = fold(...before, done, undo(4, done));
    expect(stateOf(undone.snapshot)).toEqual(stateOf(fold(...before).snapshot));
    expect(undone.counts).toEqual(fold(...before).counts);
    expect(undone.snapshot).toMatchObject({ lastEvent: 'event-004' });
  });

  it('of an event in the middle grades the later ones anew', () => {
    const [one, two, three] = [review(1), review(2, { rating: 1 }), review(3)];
    const undone = fold(one, two, three, undo(4, two));
    expect(stateOf(undone.snapshot)).toEqual(stateOf(fold(one, three).snapshot));
  });

  it('of the only event leaves a new card', () => {
    const [first] = [review(1)];
    expect(fold(first, undo(2, first))).toEqual({
      snapshot: {
        card: 'bank/a',
        schedule: null,
        suspended: false,
        buriedOn: null,
        lastEvent: 'event-002',
        lastEventAt: START + 2 * MINUTE_MS,
        queueDay: 0,
      },
      counts: [],
    });
  });

  it('may be undone itself, as often as one likes', () => {
    const done = review(3, { rating: 1 });
    const chain: CardEvent[] = [done];
    for (let number = 4; number < 10; number++) {
      chain.push(undo(number, chain[chain.length - 1]!));
      const undos = chain.length - 1;
      const expected = undos % 2 === 0 ? [...before, done] : before;
      expect(stateOf(fold(...before, ...chain).snapshot)).toEqual(
        stateOf(fold(...expected).snapshot),
      );
    }
  });

  it('stands when only one of two undos is undone', () => {
    const done = review(3);
    const [one, other] = [undo(4, done), undo(5, done)];
    const folded = fold(...before, done, one, other, undo(6, one));
    expect(stateOf(folded.snapshot)).toEqual(stateOf(fold(...before).snapshot));
  });

  it('is judged by all undos of it, however long the way to them', () => {
    const done = review(3);
    const judged = undo(4, done);
    const hollow = undo(5, judged);
    const standing = undo(6, judged);
    const second = undo(8, standing);
    const folded = fold(
      ...before,
      ...[done, judged, hollow, standing, undo(7, hollow), second, undo(9, second)],
    );
    expect(stateOf(folded.snapshot)).toEqual(stateOf(fold(...before, done).snapshot));
  });

  it('works also where a clock was set back, and it seems older than what it undoes', () => {
    const done = review(13, { rating: 1 });
    const first = undo(12, done);
    expect(stateOf(fold(...before, done, first).snapshot)).toMatchObject({
      schedule: fold(...before).snapshot!.schedule,
    });
    const restored = fold(...before, done, first, undo(11, first));
    expect(restored.snapshot!.schedule).toEqual(fold(...before, done).snapshot!.schedule);
  });

  it('of itself, in a circle, or of nothing that is known changes nothing', () => {
    const lone = event('undo', 3, { target: 'event-003' });
    const [one, other] = [
      event('undo', 3, { target: 'event-004' }),
      event('undo', 4, { target: 'event-003' }),
    ];
    const unknown = event('undo', 3, { target: 'elsewhere' });
    for (const undos of [[lone], [one, other], [unknown]]) {
      const { schedule } = fold(...before, ...undos).snapshot!;
      expect(schedule).toEqual(fold(...before).snapshot!.schedule);
    }
  });
});

describe('advancing a card', () => {
  it('is possible only for the newest event, and for no undo', () => {
    const { snapshot } = fold(review(5));
    expect(canAdvance(null, review(1), NO_CHANGES)).toBe(true);
    expect(canAdvance(null, undo(1, review(0)), NO_CHANGES)).toBe(false);
    expect(canAdvance(snapshot, review(6), NO_CHANGES)).toBe(true);
    expect(canAdvance(snapshot, review(4), NO_CHANGES)).toBe(false);
    expect(canAdvance(snapshot, undo(6, review(5)), NO_CHANGES)).toBe(false);
    const sameTime = { at: review(5).at };
    expect(canAdvance(snapshot, review(6, sameTime), NO_CHANGES)).toBe(true);
    expect(canAdvance(snapshot, review(4, sameTime), NO_CHANGES)).toBe(false);
  });

  it('is not possible for an event whose undo came first', () => {
    const late = review(8);
    const { snapshot } = fold(review(1), undo(5, late));
    expect(canAdvance(snapshot, late, NO_CHANGES)).toBe(false);
    expect(canAdvance(snapshot, review(9), NO_CHANGES)).toBe(true);
    const meanwhile = advanceCard(snapshot, review(7), NO_CHANGES).snapshot;
    expect(canAdvance(meanwhile, late, NO_CHANGES)).toBe(false);
    const settled = fold(review(1), undo(5, late), late).snapshot;
    expect(settled).not.toHaveProperty('undoneAhead');
  });

  it('says what the event adds to the counts', () => {
    const { snapshot } = fold(review(1, { rating: 4 }));
    expect(advanceCard(snapshot, review(2, { rating: 2 }), NO_CHANGES).counts).toEqual([
      { ...noCounts(DAY), reviews: 1, passed: 1, ratings: [0, 1, 0, 0], milliseconds: 1000 },
    ]);
    expect(advanceCard(snapshot, event('bury', 2), NO_CHANGES).counts).toEqual([]);
  });
});

function isSettings(one: JournalEvent): one is SettingsEvent {
  return one.kind === 'settings';
}

/** Every card of a journal, folded; as text, for the caches are to be the same to the byte. */
function foldAll(events: readonly JournalEvent[]): string {
  const timeline = settingsTimeline(events.filter(isSettings));
  const own = events.filter(isCardEvent);
  const cards = [...new Set(own.map(({ card }) => card))].sort();
  return JSON.stringify(
    cards.map((card) =>
      foldCard(
        card,
        own.filter((one) => one.card === card),
        timeline,
      ),
    ),
  );
}

describe('any history', () => {
  it('folds to the same, to the byte, in whatever order its events arrive', () => {
    fc.assert(
      fc.property(scattered, ({ made, arriving }) => {
        expect(foldAll(arriving)).toBe(foldAll(made));
      }),
    );
  });

  it('folds to the same when it is advanced event by event, where that is possible', () => {
    fc.assert(
      fc.property(scattered, fc.boolean(), ({ made, arriving }, inOrder) => {
        const timeline = settingsTimeline(made.filter(isSettings));
        const own = (inOrder ? made : arriving)
          .filter(isCardEvent)
          .filter(({ card }) => card === 'bank/a');
        let snapshot: CardSnapshot | null = null;
        let total = new Map<number, DayCounts>();
        own.forEach((one, index) => {
          const seen = own.slice(0, index + 1);
          const folded = foldCard('bank/a', seen, timeline);
          if (canAdvance(snapshot, one, timeline)) {
            const advanced = advanceCard(snapshot, one, timeline);
            snapshot = advanced.snapshot;
            for (const counts of advanced.counts) {
              total.set(
                counts.day,
                addCounts(total.get(counts.day) ?? noCounts(counts.day), counts),
              );
            }
          } else {
            snapshot = folded.snapshot;
            total = new Map(folded.counts.map((counts) => [counts.day, counts]));
          }
          expect(JSON.stringify(snapshot)).toBe(JSON.stringify(folded.snapshot));
          const days = [...total.values()].sort((a, b) => a.day - b.day);
          expect(JSON.stringify(days)).toBe(JSON.stringify(folded.counts));
        });
      }),
    );
  });

  it('is as it was when anything is done and undone', () => {
    fc.assert(
      fc.property(
        history,
        fc.nat(),
        fc.integer({ min: -2 * DAY_MS, max: DAY_MS }),
        (events, pick, pause) => {
          const own = events.filter(isCardEvent).filter(({ card }) => card === 'bank/a');
          const done = {
            ...review(1),
            ...own[pick % (own.length || 1)],
            id: 'done',
            card: 'bank/a',
          };
          const undone = undo(0, done, { id: 'undone', at: done.at + pause });
          fc.pre(done.kind !== 'undo');
          const before = foldCard('bank/a', own, NO_CHANGES);
          const after = foldCard('bank/a', [...own, done, undone], NO_CHANGES);
          expect(after.counts).toEqual(before.counts);
          if (before.snapshot) expect(stateOf(after.snapshot)).toEqual(stateOf(before.snapshot));
        },
      ),
    );
  });

  it('has an answer in its counts for each that moved the card', () => {
    fc.assert(
      fc.property(history, (events) => {
        const own = events.filter(isCardEvent).filter(({ card }) => card === 'bank/b');
        const { snapshot, counts } = foldCard('bank/b', own, NO_CHANGES);
        const sum = (of: (day: DayCounts) => number) =>
          counts.reduce((total, day) => total + of(day), 0);
        fc.pre(own.every(({ kind }) => kind !== 'reset'));
        expect(sum(({ ratings }) => ratings.reduce((a, b) => a + b))).toBe(
          snapshot?.schedule?.reviews ?? 0,
        );
        expect(sum(({ fresh }) => fresh)).toBe(snapshot?.schedule ? 1 : 0);
        expect(sum(({ reviews, passed }) => reviews - passed)).toBe(
          snapshot?.schedule?.lapses ?? 0,
        );
      }),
    );
  });
});
