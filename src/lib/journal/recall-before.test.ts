import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recallOn } from '../schedule/index.ts';
import { history } from '../storage/histories.ts';
import {
  compareEvents,
  foldCard,
  isCardEvent,
  recallBefore,
  settingsAt,
  settingsFor,
  settingsTimeline,
} from './index.ts';

test('what is known before an event is what the journal would have said if it ended there', () => {
  fc.assert(
    fc.property(history, fc.nat(), (events, pick) => {
      const cut = events[pick % Math.max(1, events.length)];
      if (!cut) return;
      const timeline = settingsTimeline(events.filter((event) => event.kind === 'settings'));
      const earlier = events.filter((event) => compareEvents(event, cut) < 0);
      const then = settingsTimeline(earlier.filter((event) => event.kind === 'settings'));
      for (const card of ['bank/a', 'bank/b', 'bank/c']) {
        const own = events.filter(isCardEvent).filter((event) => event.card === card);
        const { snapshot } = foldCard(
          card,
          own.filter((event) => earlier.includes(event)),
          then,
        );
        const settings = settingsFor(settingsAt(then), card);
        const expected = snapshot?.schedule ? recallOn(snapshot.schedule, cut.day, settings) : null;
        expect(recallBefore(card, own, timeline, cut)).toBe(expected);
        expect(recallBefore(card, own.toReversed(), timeline, cut)).toBe(expected);
      }
    }),
    { numRuns: 60 },
  );
});
