import {
  addCounts,
  advanceCard,
  cardId,
  DEFAULT_SETTINGS,
  NO_CHANGES,
  noCounts,
  type CardSnapshot,
  type DayCounts,
  type JournalEvent,
  type ReviewEvent,
} from '../../src/lib/journal/index.ts';
import { unpackBank, withFaces, type PackedBank } from '../../src/lib/bank/index.ts';
import { storedCard, type StoredCard } from '../../src/lib/storage/indexeddb/schema.ts';
import {
  DAY_MS,
  HOUR_MS,
  localDay,
  MINUTE_MS,
  seededRandom,
  startOfLocalDay,
  uuidv7,
  type LocalDay,
  type Random,
} from '../../src/lib/primitives/index.ts';

/** What the stores of the journal hold. */
export interface Records {
  readonly events: readonly JournalEvent[];
  readonly cards: readonly StoredCard[];
  readonly days: readonly DayCounts[];
}

/** How somebody studied. */
export interface Learner {
  /** How far back the learner began, in days. */
  readonly since: number;
  /** For how many days, today not included, nothing was answered any more. */
  readonly away: number;
}

const STEADY: Learner = { since: 180, away: 0 };

/** Of the cards that come up within the last week, the share that the learner has put off. */
const PUT_OFF = 0.1;

interface Question {
  readonly id: string;
}

/** A bank of so many questions: those of another one, again and again under new names. */
export function repeatedBank(bank: PackedBank, count: number): PackedBank {
  const questions = Array.from({ length: count }, (_, at) => {
    const question = bank.questions[at % bank.questions.length] as Question;
    const round = Math.floor(at / bank.questions.length);
    return round === 0 ? question : { ...question, id: `${question.id}-${round}` };
  });
  return { ...bank, questions };
}

/**
 * So many cards: those of a shipped bank first, then those of others, whose ids are about as long.
 */
export function* cardsOfBanks(shipped: PackedBank, count: number): Generator<string> {
  const unpacked = unpackBank(shipped);
  if (!unpacked.ok) throw new Error(unpacked.error.message);
  const { id, questions } = withFaces(unpacked.value);
  for (let at = 0; at < count; at++) {
    const question = questions[at % questions.length]!.id;
    const round = Math.floor(at / questions.length);
    yield cardId(round === 0 ? id : `library-${String(round).padStart(3, '0')}`, question);
  }
}

/**
 * What a learner's journal holds who met every card of a bank within the last months and came back
 * to it when it was due; some are due today.
 *
 * @param offset minutes east of UTC
 */
export function studied(bank: PackedBank, now: number, offset: number): Records {
  const ids = (bank.questions as readonly Question[]).map(({ id }) => cardId(bank.id, id));
  const all = [...lives(ids, now, offset, STEADY)];
  const days = new Map<LocalDay, DayCounts>();
  for (const { counts } of all) addTo(days, counts);
  return {
    events: all.flatMap(({ events }) => events),
    cards: all.flatMap(({ card }) => (card ? [card] : [])),
    days: [...days.values()],
  };
}

/** What happened to one card, and what it is now. */
interface Life {
  readonly events: readonly ReviewEvent[];
  /** Null where the learner has not met it yet. */
  readonly card: StoredCard | null;
  readonly counts: readonly DayCounts[];
}

/** One card after the other, folded as the app folds them. */
export function* lives(
  ids: Iterable<string>,
  now: number,
  offset: number,
  learner: Learner,
): Generator<Life> {
  const random = seededRandom('bench');
  const today = localDay(now, offset, DEFAULT_SETTINGS.rolloverHour);
  const end = startOfLocalDay(today - learner.away, offset);
  for (const id of ids) {
    const events: ReviewEvent[] = [];
    const counts: DayCounts[] = [];
    let snapshot: CardSnapshot | null = null;
    const first = learner.away + 1 + Math.floor(random() * (learner.since - learner.away));
    let at = someTimeOn(today - first, offset, random);
    while (at < end) {
      const event = review(id, at, offset, random);
      const folded = advanceCard(snapshot, event, NO_CHANGES);
      events.push(event);
      counts.push(...folded.counts);
      snapshot = folded.snapshot;
      const { dueAt, dueDay } = folded.snapshot.schedule!;
      if (dueAt === null && dueDay > today - 7 && random() < PUT_OFF) break;
      at = dueAt === null ? someTimeOn(dueDay, offset, random) : dueAt + random() * MINUTE_MS;
    }
    yield { events, card: snapshot && storedCard(snapshot), counts };
  }
}

/** Adds counts to those of their days. */
export function addTo(days: Map<LocalDay, DayCounts>, counts: readonly DayCounts[]): void {
  for (const one of counts) {
    days.set(one.day, addCounts(days.get(one.day) ?? noCounts(one.day), one));
  }
}

function someTimeOn(day: LocalDay, offset: number, random: Random): number {
  const morning = startOfLocalDay(day, offset) + 3 * HOUR_MS;
  return Math.floor(morning + (random() * DAY_MS) / 2);
}

function review(card: string, time: number, offset: number, random: Random): ReviewEvent {
  const at = Math.floor(time);
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const chance = random();
  return {
    id: uuidv7(at, bytes),
    at,
    device: '018f0000-0000-7000-8000-000000000000',
    day: localDay(at, offset, DEFAULT_SETTINGS.rolloverHour),
    offset,
    kind: 'review',
    card,
    rating: chance < 0.1 ? 1 : chance < 0.18 ? 2 : chance < 0.93 ? 3 : 4,
    duration: Math.floor(2000 + random() * 12_000),
  };
}
