import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  foldCard,
  NO_CHANGES,
  settingsAt,
  settingsFor,
  settingsTimeline,
  type CardEvent,
  type SettingsEvent,
} from './index.ts';

/** The settings after an event that brings this, as from a file or from another device. */
function after(changes: unknown) {
  const event = { kind: 'settings', id: 'a', at: 1, device: 'x', day: 0, offset: 0, changes };
  return settingsAt(settingsTimeline([event as SettingsEvent]));
}

describe('what a settings event brings', () => {
  it.each([
    { desiredRetention: 0.7 },
    { desiredRetention: 0.97 },
    { perBank: { birds: 0.8 } },
    { learningSteps: [] },
    { learningSteps: [0.5, 10, 1440] },
    { maximumInterval: 30 },
    { parameters: Array.from({ length: 21 }, (_, at) => at / 10) },
    { newPerDay: 0, reviewsPerDay: 9999 },
    { rolloverHour: 0 },
    { newOrder: 'mixed', reviewOrder: 'section' },
    { buttons: 2 },
    { easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'fewer', 'none'] },
    { breaks: [{ from: 5, to: 5 }] },
    { leechLapses: 0, leechAction: 'suspend' },
    { catchUp: { from: 20_000, days: 5, cards: 90 } },
    { exam: { bank: 'birds', day: 20_000, target: 0.9, sections: ['owls'] } },
    { exam: null, catchUp: null },
  ])('is taken: %j', (changes) => {
    expect(after(changes)).toEqual({ ...DEFAULT_SETTINGS, ...changes });
  });

  it.each<unknown>([
    { desiredRetention: 5 },
    { desiredRetention: '0.9' },
    { desiredRetention: Number.NaN },
    { desiredRetention: null },
    { perBank: { birds: 2 } },
    { perBank: [0.9] },
    { learningSteps: [0] },
    { learningSteps: '1, 10' },
    { relearningSteps: [10, null] },
    { maximumInterval: 0 },
    { parameters: [1, 2, 3] },
    { parameters: Array.from({ length: 21 }, () => Number.POSITIVE_INFINITY) },
    { newPerDay: -1 },
    { newPerDay: 2.5 },
    { reviewsPerDay: null },
    { rolloverHour: 24 },
    { newOrder: 'backwards' },
    { reviewOrder: null },
    { buttons: 3 },
    { easyDays: ['none'] },
    { easyDays: Array.from({ length: 7 }, () => 'sometimes') },
    { breaks: [{ from: 6, to: 5 }] },
    { breaks: [{ from: 1.5, to: 5 }] },
    { breaks: {} },
    { leechLapses: -8 },
    { leechAction: 'delete' },
    { catchUp: { from: 20_000, days: 0, cards: 1 } },
    { catchUp: 5 },
    { exam: { bank: 'birds', day: 20_000, target: 90, sections: [] } },
    { exam: { bank: 'birds', day: 20_000, target: 0.9, sections: [1] } },
    { constructor: 1 },
    { somethingNewer: true },
    null,
    'changes',
    [],
  ])('is passed over: %j', (changes) => {
    expect(after(changes)).toEqual(DEFAULT_SETTINGS);
  });

  it('is passed over field by field: what makes sense beside it is taken', () => {
    expect(after({ desiredRetention: 5, newPerDay: 7, breaks: 'soon' })).toEqual({
      ...DEFAULT_SETTINGS,
      newPerDay: 7,
    });
  });

  it('never spoils what is known', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), fc.jsonValue()),
        (changes) => {
          const settings = after(changes);
          expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
          expect(settings.desiredRetention).toBeGreaterThanOrEqual(0.7);
          expect(settings.desiredRetention).toBeLessThanOrEqual(0.97);
          expect(settings.easyDays).toHaveLength(7);
        },
      ),
    );
  });
});

describe('the desired retention of a card', () => {
  const settings = { ...DEFAULT_SETTINGS, perBank: { birds: 0.8 } };

  it('is that of its bank, where it has one of its own', () => {
    expect(settingsFor(settings, 'birds/owl')).toEqual({ ...settings, desiredRetention: 0.8 });
    expect(settingsFor(settings, 'fish/eel')).toBe(settings);
    // The fold asks for every answer, so the same object serves.
    expect(settingsFor(settings, 'birds/swift')).toBe(settingsFor(settings, 'birds/owl'));
  });

  it('is the one that held when the card was answered', () => {
    const base = { device: 'x', day: 20_000, offset: 0 };
    const answer = (card: string): CardEvent => ({
      ...base,
      kind: 'review',
      id: 'b',
      at: 2,
      card,
      rating: 4,
      duration: 1,
    });
    const change: SettingsEvent = {
      ...base,
      kind: 'settings',
      id: 'a',
      at: 1,
      changes: { perBank: { birds: 0.7 } },
    };
    const dueDay = (card: string, timeline = settingsTimeline([change])) =>
      foldCard(card, [answer(card)], timeline).snapshot!.schedule!.dueDay;
    expect(dueDay('birds/owl')).toBeGreaterThan(dueDay('birds/owl', NO_CHANGES) + 10);
    expect(dueDay('fish/eel')).toBe(dueDay('fish/eel', NO_CHANGES));
  });
});
