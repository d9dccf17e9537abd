import fc from 'fast-check';
import { DAY_MS, localDay, MINUTE_MS, uuidv7 } from '../primitives/index.ts';
import type {
  CardEvent,
  EditEvent,
  JournalEvent,
  ReviewEvent,
  SettingsEvent,
  TagEvent,
} from '../journal/index.ts';

/** Histories such as learners make, and such as they should not: for tests. */

/** When the histories begin: a day in 2026. */
export const START = Date.UTC(2026, 0, 5, 12);

const CARDS = ['bank/a', 'bank/b', 'bank/c'];
const DEVICES = ['phone', 'tablet'];

interface Action {
  readonly kind: JournalEvent['kind'];
  readonly device: number;
  readonly card: number;
  /** Milliseconds since the device's last event; below zero where its clock was set back. */
  readonly pause: number;
  readonly rating: ReviewEvent['rating'];
  readonly verdict: 'right' | 'partly' | 'wrong';
  readonly duration: number;
  /** Which of the card's events an undo takes back, counted from its newest. */
  readonly back: number;
  readonly changes: SettingsEvent['changes'];
  readonly flagged: boolean;
  readonly tags: Pick<TagEvent, 'add' | 'remove'>;
  readonly wording: EditEvent['changes'];
}

/** Parameters that a learner's history was fitted to: the first four, and how fast recall falls. */
export const FITTED = [
  0.4, 1.2, 3.1, 9.5, 6.4, 0.83, 3, 0.002, 1.87, 0.17, 0.79, 1.48, 0.061, 0.26, 1.65, 0.6, 1.87,
  0.54, 0.091, 0.066, 0.2,
];
const OTHERS = FITTED.map((value, index) => (index < 4 ? value * 1.5 : value));

const tags = fc.subarray(['exam', ' exam', 'Añejo', 'An\u0303ejo', 'an', ''], { maxLength: 3 });
const words = fc.constantFrom('In other words', '', null);

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Action['kind']>('review') },
    { weight: 3, arbitrary: fc.constant<Action['kind']>('undo') },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Action['kind']>(
        'answer',
        'suspend',
        'resume',
        'bury',
        'flag',
        'tag',
        'edit',
        'reset',
        'settings',
        'quiz',
        'reading',
      ),
    },
  ),
  device: fc.nat({ max: DEVICES.length - 1 }),
  card: fc.nat({ max: CARDS.length - 1 }),
  pause: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 30 * MINUTE_MS }) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 * DAY_MS }) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -3 * DAY_MS, max: -1 }) },
  ),
  rating: fc.constantFrom<ReviewEvent['rating']>(1, 2, 3, 4),
  verdict: fc.constantFrom('right', 'partly', 'wrong'),
  duration: fc.oneof(fc.nat({ max: 60_000 }), fc.double({ min: 0, max: 60_000, noNaN: true })),
  back: fc.nat({ max: 3 }),
  changes: fc.constantFrom<SettingsEvent['changes']>(
    { desiredRetention: 0.8 },
    { desiredRetention: 0.95, newPerDay: 5 },
    { learningSteps: [] },
    { learningSteps: [1, 10, 60], relearningSteps: [] },
    { maximumInterval: 20 },
    { parameters: FITTED },
    { parameters: OTHERS, desiredRetention: 0.85 },
    { parameters: null },
  ),
  flagged: fc.boolean(),
  tags: fc.record({ add: tags, remove: tags }),
  wording: fc.record({ prompt: words, answer: words, explanation: words }, { requiredKeys: [] }),
});

/**
 * A learner's journal in the order in which its events were made: reviews, quiz answers, cards set
 * aside, marked, worded anew and started over, undos and undos of undos, changed settings; on two devices, with clocks that are set back.
 */
export const history: fc.Arbitrary<JournalEvent[]> = fc
  .array(action, { minLength: 1, maxLength: 25 })
  .map(performed);

/** A history and the order in which its events reach another device. */
export const scattered: fc.Arbitrary<{ made: JournalEvent[]; arriving: JournalEvent[] }> =
  history.chain((made) =>
    fc
      .shuffledSubarray(made, { minLength: made.length, maxLength: made.length })
      .map((arriving) => ({ made, arriving })),
  );

function performed(actions: readonly Action[]): JournalEvent[] {
  const clocks = DEVICES.map(() => START);
  const events: JournalEvent[] = [];
  actions.forEach((action, index) => {
    clocks[action.device]! += action.pause;
    const at = clocks[action.device]!;
    const event = eventOf(action, index, at, events);
    if (event) events.push(event);
  });
  return events;
}

function eventOf(
  { kind, device, card, rating, verdict, duration, back, changes, flagged, tags, wording }: Action,
  index: number,
  at: number,
  earlier: readonly JournalEvent[],
): JournalEvent | null {
  // Bytes that differ from event to event, and not in the order of the events.
  const id = uuidv7(at, (length) => new Uint8Array(length).fill((index * 77) % 251));
  const base = { id, at, device: DEVICES[device]!, day: localDay(at, 60), offset: 60 };
  const about = { ...base, card: CARDS[card]! };
  switch (kind) {
    case 'review':
      return { ...about, kind, rating, duration };
    case 'answer':
      return { ...about, kind, quiz: 'quiz', verdict, duration };
    case 'undo': {
      const own = earlier.filter(
        (event): event is CardEvent => 'card' in event && event.card === about.card,
      );
      const target = own[own.length - 1 - back] ?? own[own.length - 1];
      return target ? { ...about, kind, target: target.id } : null;
    }
    case 'flag':
      return { ...about, kind, flagged };
    case 'tag':
      return { ...about, kind, ...tags };
    case 'edit':
      return { ...about, kind, changes: wording };
    case 'settings':
      return { ...base, kind, changes };
    case 'reading': {
      const passage = { bank: 'bank', section: 's', paragraph: 's-1', milliseconds: duration };
      return { ...about, kind, ...passage };
    }
    case 'quiz':
      return { ...base, kind, quiz: 'quiz', bank: 'bank', sections: [] };
    default:
      return { ...about, kind };
  }
}
