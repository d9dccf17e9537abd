import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeCard } from '../schedule/index.ts';
import { history, START } from '../storage/histories.ts';
import {
  DEFAULT_SETTINGS,
  foldCard,
  isCardEvent,
  NO_CHANGES,
  settingsTimeline,
  traceCard,
  type CardEvent,
  type SettingsEvent,
} from './index.ts';

const DAY = 20_458;
const DAY_MS = 86_400_000;

function event(kind: CardEvent['kind'], number: number, own: object = {}): CardEvent {
  const base = { id: `e-${number}`, device: 'phone', offset: 60, card: 'bank/a', kind };
  const when = { at: START + number * DAY_MS, day: DAY + number };
  return { ...base, ...when, duration: 1000, ...own } as unknown as CardEvent;
}

describe('the trace of a card', () => {
  it('comes to what the fold comes to, to the byte', () => {
    fc.assert(
      fc.property(history, (made) => {
        const timeline = settingsTimeline(
          made.filter((one): one is SettingsEvent => one.kind === 'settings'),
        );
        const cards = new Set(made.filter(isCardEvent).map(({ card }) => card));
        for (const card of cards) {
          const events = made.filter(isCardEvent).filter((one) => one.card === card);
          const { snapshot, steps } = traceCard(card, events, timeline);
          expect(JSON.stringify(snapshot)).toBe(
            JSON.stringify(foldCard(card, events, timeline).snapshot),
          );
          expect(steps).toHaveLength(events.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing without events', () => {
    expect(traceCard('bank/a', [], NO_CHANGES)).toEqual({ steps: [], snapshot: null });
  });

  it('tells of every answer what was before it, what after, and why the interval', () => {
    const events = [
      event('review', 0, { rating: 4 }),
      event('review', 9, { rating: 3 }),
      event('review', 30, { rating: 1 }),
    ];
    const { steps } = traceCard('bank/a', events, NO_CHANGES);
    const [first, second, third] = steps.map(({ answer }) => answer!);
    expect(first).toMatchObject({ elapsed: null, recall: null, lapse: false, before: null });
    expect(second).toMatchObject({ elapsed: 9, lapse: false });
    expect(second!.before).toEqual(first!.after);
    expect(second!.recall).toBeGreaterThan(0.85);
    expect(second!.interval).toMatchObject({ kind: 'days', by: 'seed', cut: false });
    expect(second!.after).toEqual(
      gradeCard(
        'bank/a',
        first!.after,
        3,
        { now: events[1]!.at, day: events[1]!.day },
        DEFAULT_SETTINGS,
      ),
    );
    expect(third).toMatchObject({
      elapsed: 21,
      lapse: true,
      interval: { kind: 'step', phase: 'relearning', step: 0, steps: [10], minutes: 10 },
    });
  });

  it('says who chose the day', () => {
    const known = [event('review', 0, { rating: 4 }), event('review', 9, { rating: 4 })];
    const seeded = traceCard('bank/a', known, NO_CHANGES).steps[1]!.answer!.interval;
    if (seeded.kind !== 'days') throw new Error('expected days');
    expect(seeded.days).toBeGreaterThanOrEqual(seeded.low);
    expect(seeded.days).toBeLessThanOrEqual(seeded.high);
    const chosen = [known[0]!, { ...known[1]!, interval: seeded.high } as CardEvent];
    expect(traceCard('bank/a', chosen, NO_CHANGES).steps[1]!.answer!.interval).toMatchObject({
      by: 'load',
      days: seeded.high,
    });
  });

  it('strikes through what was taken back, and says by what', () => {
    const review = event('review', 0, { rating: 1 });
    const undo = event('undo', 1, { target: review.id });
    const { steps, snapshot } = traceCard('bank/a', [review, undo], NO_CHANGES);
    expect(steps).toEqual([{ event: review, undone: undo }, { event: undo }]);
    expect(snapshot!.schedule).toBeNull();
  });

  it('counts nothing of the settings that came later', () => {
    const settings = {
      ...event('suspend', 5),
      kind: 'settings',
      changes: { desiredRetention: 0.8 },
    } as unknown as SettingsEvent;
    const events = [event('review', 0, { rating: 4 }), event('review', 9, { rating: 3 })];
    const { steps } = traceCard('bank/a', events, settingsTimeline([settings]));
    expect(steps.map(({ answer }) => answer!.settings.desiredRetention)).toEqual([0.9, 0.8]);
  });
});
