import type { IDBPDatabase } from 'idb';
import { canAdvance, type CardEvent, type CardId, type DayCounts } from '../../journal/index.ts';
import type { SettingsTimeline } from '../../journal/index.ts';
import { changeByAdvancing } from '../apply.ts';
import type { Appended } from '../port.ts';
import type { SettingsReader } from './read.ts';
import { snapshotOf, storedCard, type JournalSchema, type StoredCard } from './schema.ts';
import { allOrNothing, revise } from './transaction.ts';
import { putDay, sumsOf, together } from './write.ts';

/**
 * What the next event of a card will be written upon, read while the card is being looked at. The write
 * then need not ask for anything: it takes the place of the revision that was read here, and where that
 * is no longer the newest, the whole transaction fails.
 */
export interface Ground {
  readonly card: CardId;
  readonly stored: StoredCard | undefined;
  readonly settings: SettingsTimeline;
  /** The newest day on which anything happened. */
  readonly day: DayCounts | undefined;
  readonly revision: number;
}

const WRITTEN = ['events', 'cards', 'days', 'revision'] as const;

/** Null while the caches are being rebuilt: then there is more to a write. And before the first write. */
export async function readGround(
  database: IDBPDatabase<JournalSchema>,
  card: CardId,
  readSettings: SettingsReader,
): Promise<Ground | null> {
  const transaction = database.transaction(['events', 'cards', 'days', 'meta', 'revision']);
  const [stored, settings, rebuilding, newest, [revision]] = await Promise.all([
    transaction.objectStore('cards').get(card),
    readSettings(transaction.objectStore('events')),
    transaction.objectStore('meta').get('rebuild'),
    transaction.objectStore('days').openCursor(null, 'prev'),
    transaction.objectStore('revision').getAllKeys(),
  ]);
  if (rebuilding || revision === undefined) return null;
  return { card, stored, settings, day: newest?.value, revision };
}

/**
 * Appends an event upon what was read before, all asked for at once.
 *
 * @returns null, and nothing is written, where that does not hold, or the event needs more than that, or
 *   is there already, or the write fails: then whoever asks the database first learns what is the matter
 */
export async function appendUpon(
  ground: Ground,
  database: IDBPDatabase<JournalSchema>,
  event: CardEvent,
  expectedLast: string | null | undefined,
): Promise<Appended | null> {
  const before = ground.stored ? snapshotOf(ground.stored) : null;
  const isSeen = expectedLast === undefined || expectedLast === (before?.lastEvent ?? null);
  if (event.card !== ground.card || !isSeen) return null;
  if (!canAdvance(before, event, ground.settings)) return null;
  const { snapshot, counts } = changeByAdvancing(before, event, ground.settings);
  const sums = sumsOf([{ card: event.card, counts }]);
  const newest = ground.day?.day ?? -Infinity;
  if (sums.some(({ day }) => day < newest)) return null;
  try {
    await allOrNothing(database, WRITTEN, (transaction) => {
      const days = transaction.objectStore('days');
      return together(
        [
          () => revise(transaction.objectStore('revision'), ground.revision),
          () => transaction.objectStore('events').add(event),
          () => transaction.objectStore('cards').put(storedCard(snapshot)),
          ...sums.map(
            (sum) => () => putDay(days, sum.day === newest ? ground.day : undefined, sum),
          ),
        ],
        () => transaction.commit(),
      );
    });
    return { snapshot };
  } catch {
    return null;
  }
}
