import type { Page } from '@playwright/test';
import {
  advanceCard,
  cardId,
  NO_CHANGES,
  type CardSnapshot,
  type JournalEvent,
  type ReviewEvent,
} from '../../../src/lib/journal/index.ts';
import { recallOn, DEFAULT_SCHEDULE } from '../../../src/lib/schedule/index.ts';
import {
  DAY_MS,
  HOUR_MS,
  localDay,
  seededRandom,
  uuidv7,
  type Random,
} from '../../../src/lib/primitives/index.ts';

/** A learner who lived for some time with a bank. */
export interface Life {
  /** How many days ago they began. */
  readonly days: number;
  /** New cards a day. */
  readonly fresh: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly seed: string;
}

/**
 * The answers of a learner who comes on most evenings, meets some new cards and answers what is
 * due; who recalls as the memory model says, slips now and then, and takes a week off.
 */
export function lived(
  bank: { readonly id: string; readonly questions: readonly { readonly id: string }[] },
  now: number,
  { days, fresh, offset, seed }: Life,
): ReviewEvent[] {
  const random = seededRandom(seed);
  const today = localDay(now, offset);
  const unseen = bank.questions.map(({ id }) => cardId(bank.id, id));
  const snapshots = new Map<string, CardSnapshot>();
  const events: ReviewEvent[] = [];
  for (let day = today - days; day < today; day++) {
    const ago = today - day;
    if (random() < 0.12 || (ago > days / 3 && ago < days / 3 + 7)) continue;
    // Seven in the evening by the learner's clock, give or take; at weekends before noon.
    const weekend = (day + 3) % 7 >= 5;
    let at = day * DAY_MS + ((weekend ? 10 : 19) + random() * 2) * HOUR_MS - offset * 60_000;
    const due = [...snapshots.values()]
      .filter(({ schedule }) => schedule!.dueDay <= day)
      .map(({ card }) => card);
    for (const card of [...due, ...unseen.splice(0, fresh)]) {
      for (let round = 0; round < 6; round++) {
        const before = snapshots.get(card) ?? null;
        const duration = Math.floor(2500 + random() * random() * 20_000);
        at += duration + 800;
        const rating = ratingOf(before, day, random);
        const event = review(card, Math.floor(at), day, offset, rating, duration, random);
        const { snapshot } = advanceCard(before, event, NO_CHANGES);
        events.push(event);
        snapshots.set(card, snapshot);
        if (snapshot.schedule!.dueAt === null) break;
      }
    }
  }
  return events;
}

function ratingOf(before: CardSnapshot | null, day: number, random: Random): 1 | 2 | 3 | 4 {
  const schedule = before?.schedule;
  const recall =
    schedule?.phase === 'review' ? recallOn(schedule, day, DEFAULT_SCHEDULE) - 0.02 : 0.75;
  if (random() > recall) return 1;
  const chance = random();
  return chance < 0.12 ? 2 : chance < 0.9 ? 3 : 4;
}

function review(
  card: string,
  at: number,
  day: number,
  offset: number,
  rating: 1 | 2 | 3 | 4,
  duration: number,
  random: Random,
): ReviewEvent {
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const base = { id: uuidv7(at, bytes), at, device: 'past', day, offset } as const;
  return { ...base, kind: 'review', card, rating, duration };
}

/** Writes events into this browser's journal and has the app fold it, the person's own way. */
export async function remember(page: Page, events: readonly JournalEvent[]): Promise<void> {
  await page.goto('/settings#storage');
  const rebuild = page.getByRole('button', { name: 'Rebuild from my history' });
  await rebuild.isEnabled();
  await page.evaluate(async (all) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('recite-journal');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error!);
    });
    const transaction = database.transaction('events', 'readwrite');
    for (const event of all) transaction.objectStore('events').put(event);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error!);
    });
    database.close();
  }, events);
  await rebuild.click();
  await page.getByText(/^Rebuilt [\d,]+ cards? from your history; .* corrected\.$/).waitFor();
}
