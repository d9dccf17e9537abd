import type { IDBPDatabase } from 'idb';
import { canAdvance, type CardEvent, type CardId, type DayCounts } from '../../journal/index.ts';
import type { SettingsTimeline } from '../../journal/index.ts';
import { changeByAdvancing } from '../apply.ts';
import type { Appended } from '../port.ts';
import type { SettingsReader } from './read.ts';
import { snapshotOf, storedCard, type JournalSchema, type StoredCard } from './schema.ts';
import { writingOr, type Writing } from './transaction.ts';
import { putDay, sumsOf, together } from './write.ts';

/**
 * What the next event of a card will be written upon, read while the card is being looked at. The
 * write then asks for all it has to know and writes in one round: what it wrote stands only if all is
 * still as it was read, to the byte; else nothing was written.
 */
export interface Ground {
  readonly card: CardId;
  readonly stored: StoredCard | undefined;
  readonly settings: SettingsTimeline;
  /** The newest day on which anything happened. */
  readonly day: DayCounts | undefined;
}

/** Null while the caches are being rebuilt: then there is more to a write. */
export async function readGround(
  database: IDBPDatabase<JournalSchema>,
  card: CardId,
  readSettings: SettingsReader,
): Promise<Ground | null> {
  const transaction = database.transaction(['events', 'cards', 'days', 'meta']);
  const [stored, settings, rebuilding, newest] = await Promise.all([
    transaction.objectStore('cards').get(card),
    readSettings(transaction.objectStore('events')),
    transaction.objectStore('meta').get('rebuild'),
    transaction.objectStore('days').openCursor(null, 'prev'),
  ]);
  return rebuilding ? null : { card, stored, settings, day: newest?.value };
}

/**
 * Appends an event upon what was read before.
 *
 * @returns null, and nothing is written, where that does not hold, or the event needs more than that
 */
export async function appendUpon(
  ground: Ground,
  database: IDBPDatabase<JournalSchema>,
  event: CardEvent,
  expectedLast: string | null | undefined,
  readSettings: SettingsReader,
): Promise<Appended | null> {
  const before = ground.stored ? snapshotOf(ground.stored) : null;
  const isSeen = expectedLast === undefined || expectedLast === (before?.lastEvent ?? null);
  if (event.card !== ground.card || !isSeen) return null;
  if (!canAdvance(before, event, ground.settings)) return null;
  return writingOr(database, async (transaction) => {
    const days = transaction.objectStore('days');
    const found = finding(transaction, event, readSettings);
    const { snapshot, counts } = changeByAdvancing(before, event, ground.settings);
    const sums = sumsOf([{ card: event.card, counts }]);
    const known = sums.map(({ day }) => (day === ground.day?.day ? ground.day : undefined));
    const foundDays = Promise.all(sums.map(({ day }) => days.get(day)));
    const written = together([
      () => transaction.objectStore('events').put(event),
      () => transaction.objectStore('cards').put(storedCard(snapshot)),
      ...sums.map((sum, at) => () => putDay(days, known[at], sum)),
    ]);
    // Where the transaction fails, what it was asked for fails with it, and says the same.
    written.catch(() => undefined);
    const [now, daysNow] = await Promise.all([found, foundDays]);
    if (now.exists || now.rebuilding || now.settings !== ground.settings) return null;
    if (!isSame(now.stored, ground.stored) || !isSame(daysNow, known)) return null;
    transaction.commit();
    await written;
    return { snapshot };
  });
}

/** Asks, before anything is written, what the event will find. */
async function finding(transaction: Writing, event: CardEvent, readSettings: SettingsReader) {
  const events = transaction.objectStore('events');
  const [stored, key, settings, rebuilding] = await Promise.all([
    transaction.objectStore('cards').get(event.card),
    events.getKey(event.id),
    readSettings(events),
    transaction.objectStore('meta').get('rebuild'),
  ]);
  return { stored, exists: key !== undefined, settings, rebuilding: rebuilding !== undefined };
}

/** Of records as the database gives them: it keeps the order of their fields. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
