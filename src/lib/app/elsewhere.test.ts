import { expect, test } from 'vitest';
import type { CardSnapshot } from '../journal/index.ts';
import { fateOf } from './elsewhere.ts';

const schedule = { lastAt: 5 } as NonNullable<CardSnapshot['schedule']>;

function card(changes: Partial<CardSnapshot> = {}): CardSnapshot {
  return {
    card: 'b/a',
    schedule,
    suspended: false,
    buriedOn: null,
    lastEvent: '1',
    lastEventAt: 5,
    ...changes,
  };
}

test.each([
  ['nothing', card(), card(), 'same'],
  ['nothing, to a new one', null, null, 'same'],
  ['an answer', card(), card({ lastEvent: '2', schedule: { ...schedule, lastAt: 6 } }), 'gone'],
  ['a first answer', null, card(), 'gone'],
  ['an undo of its only answer', card(), card({ lastEvent: '2', schedule: null }), 'gone'],
  ['suspending', card(), card({ lastEvent: '2', suspended: true }), 'gone'],
  ['suspending a new one', null, card({ schedule: null, suspended: true }), 'gone'],
  ['burying a new one', null, card({ schedule: null, buriedOn: 9 }), 'gone'],
  ['a flag', card(), card({ lastEvent: '2', flagged: true }), 'marked'],
  ['a flag on a new one', null, card({ schedule: null, flagged: true }), 'marked'],
  ['an event that a newer version wrote', card(), card({ lastEvent: '2' }), 'marked'],
] as const)('%s makes of the card on the table what it should', (_what, before, now, fate) => {
  expect(fateOf(before, now)).toBe(fate);
});
