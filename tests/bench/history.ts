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
import type { PackedBank } from '../../src/lib/bank/index.ts';
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

/** How far back the learner began. */
const DAYS_OF_STUDY = 180;

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
 * What a learner's journal holds who met every card of a bank within the last months and came back
 * to it when it was due; some are due today.
 *
 * @param offset minutes east of UTC
 */
export function studied(bank: PackedBank, now: number, offset: number): Records {
  const random = seededRandom('bench');
  const today = localDay(now, offset, DEFAULT_SETTINGS.rolloverHour);
  const events: ReviewEvent[] = [];
  const cards: StoredCard[] = [];
  const days = new Map<LocalDay, DayCounts>();
  for (const question of bank.questions as readonly Question[]) {
    let snapshot: CardSnapshot | null = null;
    let at = firstSight(today, offset, random);
    while (at < startOfLocalDay(today, offset)) {
      const event = review(cardId(bank.id, question.id), at, offset, random);
      const folded = advanceCard(snapshot, event, NO_CHANGES);
      events.push(event);
      snapshot = folded.snapshot;
      for (const counts of folded.counts) {
        days.set(counts.day, addCounts(days.get(counts.day) ?? noCounts(counts.day), counts));
      }
      const { dueAt, dueDay } = folded.snapshot.schedule!;
      if (dueAt === null && dueDay > today - 7 && random() < PUT_OFF) break;
      at = dueAt === null ? someTimeOn(dueDay, offset, random) : dueAt + random() * MINUTE_MS;
    }
    if (snapshot) cards.push(storedCard(snapshot));
  }
  return { events, cards, days: [...days.values()] };
}

function firstSight(today: LocalDay, offset: number, random: Random): number {
  return someTimeOn(today - 1 - Math.floor(random() * DAYS_OF_STUDY), offset, random);
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
