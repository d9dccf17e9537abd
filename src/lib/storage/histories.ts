import fc from 'fast-check';
import { DAY_MS, HOUR_MS, localDay, MINUTE_MS, uuidv7, type Instant } from '../primitives/index.ts';
import {
  DEFAULT_SETTINGS,
  isCardEvent,
  type CardEvent,
  type EditEvent,
  type JournalEvent,
  type ReviewEvent,
  type SettingsEvent,
  type TagEvent,
} from '../journal/index.ts';
import { offsetAt, type Place } from './zones.ts';

/** Histories such as learners make, and such as they should not: for tests. */

/** When the histories begin: a day in 2026, or the eve of the change to summer time or back. */
export const START = Date.UTC(2026, 0, 5, 12);
const STARTS = [START, Date.UTC(2026, 2, 28, 19), Date.UTC(2026, 9, 24, 19)];

const CARDS = ['bank/a', 'bank/b', 'bank/c'];
const DEVICES = ['phone', 'tablet'];

/** What a learner does. In bulk: the same to several cards at one stroke. */
interface Action {
  readonly kind: JournalEvent['kind'] | 'travel';
  readonly device: number;
  readonly card: number;
  readonly bulk: boolean;
  readonly place: Place;
  /** Milliseconds since the device's last event; below zero where its clock was set back. */
  readonly pause: number;
  readonly rating: ReviewEvent['rating'];
  readonly verdict: 'right' | 'partly' | 'wrong';
  readonly duration: number;
  /** What a review says was chosen: within the fuzz now and then. */
  readonly interval: number | undefined;
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
    { weight: 2, arbitrary: fc.constant<Action['kind']>('settings') },
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
        'quiz',
        'reading',
        'question',
        'travel',
      ),
    },
  ),
  device: fc.nat({ max: DEVICES.length - 1 }),
  card: fc.nat({ max: CARDS.length - 1 }),
  bulk: fc.nat({ max: 4 }).map((chance) => chance === 0),
  place: fc.constantFrom('Madrid', 'New York', 'Kiritimati'),
  pause: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 30 * MINUTE_MS }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 * DAY_MS }) },
    { weight: 2, arbitrary: fc.integer({ min: 3 * HOUR_MS, max: 30 * HOUR_MS }) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -3 * DAY_MS, max: -1 }) },
  ),
  rating: fc.constantFrom<ReviewEvent['rating']>(1, 2, 3, 4),
  verdict: fc.constantFrom('right', 'partly', 'wrong'),
  duration: fc.oneof(fc.nat({ max: 60_000 }), fc.double({ min: 0, max: 60_000, noNaN: true })),
  interval: fc.oneof(fc.constant(undefined), fc.integer({ min: -1, max: 30 })),
  back: fc.nat({ max: 3 }),
  changes: fc.constantFrom<SettingsEvent['changes']>(
    { parameters: FITTED },
    { parameters: OTHERS, desiredRetention: 0.85 },
    { parameters: null },
    { desiredRetention: 0.95, newPerDay: 5 },
    { learningSteps: [] },
    { learningSteps: [1, 10, 60], relearningSteps: [] },
    { maximumInterval: 20 },
    { rolloverHour: 0 },
    { rolloverHour: 9, newPerDay: 3 },
    { perBank: { bank: 0.75 } },
    // As from a damaged file: passed over.
    { desiredRetention: 5, breaks: 'soon' as never },
  ),
  flagged: fc.boolean(),
  tags: fc.record({ add: tags, remove: tags }),
  wording: fc.record({ prompt: words, answer: words, explanation: words }, { requiredKeys: [] }),
});

/**
 * A learner's journal in the order in which its events were made: reviews, quiz answers, cards set
 * aside, marked, worded anew and started over, one by one and in bulk, undos and undos of undos,
 * changed settings; on two devices that travel through time zones and summer time, with clocks that
 * are set back.
 */
export const history: fc.Arbitrary<JournalEvent[]> = fc
  .tuple(fc.constantFrom(...STARTS), fc.array(action, { minLength: 1, maxLength: 25, size: 'max' }))
  .map(([start, actions]) => performed(start, actions));

/** A history and the order in which its events reach another device. */
export const scattered: fc.Arbitrary<{ made: JournalEvent[]; arriving: JournalEvent[] }> =
  history.chain((made) =>
    fc
      .shuffledSubarray(made, { minLength: made.length, maxLength: made.length })
      .map((arriving) => ({ made, arriving })),
  );

function performed(start: Instant, actions: readonly Action[]): JournalEvent[] {
  const clocks = DEVICES.map(() => start);
  const places = DEVICES.map((): Place => 'Madrid');
  const events: JournalEvent[] = [];
  let rolloverHour = DEFAULT_SETTINGS.rolloverHour;
  for (const action of actions) {
    const { device, kind, changes } = action;
    clocks[device]! += action.pause;
    if (kind === 'travel') {
      places[device] = action.place;
      continue;
    }
    const at = clocks[device]!;
    const offset = offsetAt(places[device]!, at);
    if (kind === 'settings') rolloverHour = changes.rolloverHour ?? rolloverHour;
    const batch = idOf(at, events.length);
    const own =
      action.bulk && kind !== 'review' ? { cards: CARDS, batch } : { cards: [CARDS[action.card]!] };
    for (const card of own.cards) {
      const id = idOf(at, events.length + 1);
      const base = {
        id,
        at,
        device: DEVICES[device]!,
        day: localDay(at, offset, rolloverHour),
        offset,
      };
      const about = { ...base, card, ...('batch' in own ? { batch } : {}) };
      const event = eventOf({ ...action, kind }, base, about, events);
      if (event) events.push(event);
      if (event && !isCardEvent(event)) break;
    }
  }
  return events;
}

/** Bytes that differ from event to event, and not in the order of the events. */
function idOf(at: Instant, number: number): string {
  return uuidv7(at, (length) => new Uint8Array(length).fill((number * 77) % 251));
}

type Base = Pick<JournalEvent, 'id' | 'at' | 'device' | 'day' | 'offset'>;

function eventOf(
  action: Action & { readonly kind: JournalEvent['kind'] },
  base: Base,
  about: Base & Pick<CardEvent, 'card' | 'batch'>,
  earlier: readonly JournalEvent[],
): JournalEvent | null {
  const { kind, duration, back } = action;
  switch (kind) {
    case 'review':
      return {
        ...{ ...about, kind, rating: action.rating, duration },
        ...(action.interval === undefined ? {} : { interval: action.interval }),
      };
    case 'answer':
      return {
        ...{ ...about, kind, quiz: 'quiz', verdict: action.verdict, duration },
        // As an earlier version wrote it, as this one does, and where it was not to count.
        ...(back === 0 ? {} : { rating: back === 1 ? action.rating : null }),
      };
    case 'undo': {
      const own = earlier.filter(isCardEvent).filter(({ card }) => card === about.card);
      const target = own[own.length - 1 - back] ?? own[own.length - 1];
      return target ? { ...about, kind, target: target.id } : null;
    }
    case 'flag':
      return { ...about, kind, flagged: action.flagged };
    case 'tag':
      return { ...about, kind, ...action.tags };
    case 'edit':
      return { ...about, kind, changes: action.wording };
    case 'settings':
      return { ...base, kind, changes: action.changes };
    case 'reading': {
      const passage = { bank: 'bank', section: 's', paragraph: 's-1', milliseconds: duration };
      return { ...base, kind, card: about.card, ...passage };
    }
    case 'attempt':
      return { ...base, kind, quiz: 'quiz', bank: 'bank', recipe: '1', questions: ['a'] };
    case 'draft':
      return {
        ...{ ...base, kind, quiz: 'quiz', question: 'a', response: null, confidence: null },
        ...{ flagged: false, duration, spent: duration },
      };
    case 'question':
      return { ...base, kind, bank: 'bank', question: 'own-a', content: null };
    case 'quiz':
      return { ...base, kind, quiz: 'quiz', bank: 'bank', sections: [] };
    default:
      return { ...about, kind };
  }
}
