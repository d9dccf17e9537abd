import { DAY_MS, err, ok, type Result } from '../../primitives/index.ts';
import {
  addCounts,
  canAdvance,
  isCardEvent,
  type CardEvent,
  type DayCounts,
  type JournalEvent,
  type SettingsEvent,
} from '../../journal/index.ts';
import { changeByAdvancing, changeByFolding, changedDay, changesFolded } from '../apply.ts';
import { isSettings } from '../changes.ts';
import { FAILURES } from '../failures.ts';
import type { Appended } from '../port.ts';
import type { SettingsReader } from './read.ts';
import { snapshotOf, storedCard, type Rebuilding } from './schema.ts';
import type { Writing } from './transaction.ts';

export interface Written extends Appended {
  /** It changes what is folded already, so that a rebuild was begun. */
  readonly outdated: boolean;
}

export async function appendCardEvent(
  transaction: Writing,
  event: CardEvent,
  expectedLast: string | null | undefined,
  readSettings: SettingsReader,
): Promise<Result<Written>> {
  const events = transaction.objectStore('events');
  const cards = transaction.objectStore('cards');
  // All at once: each round of questions to the database costs as much as the answers.
  const [stored, known, settings, rebuilding, days] = await Promise.all([
    cards.get(event.card),
    events.getKey(event.id),
    readSettings(events),
    transaction.objectStore('meta').get('rebuild'),
    daysAround(transaction, event.at),
  ]);
  const before = stored ? snapshotOf(stored) : null;
  if (known !== undefined) return ok({ snapshot: before, outdated: false });
  if (expectedLast !== undefined && expectedLast !== (before?.lastEvent ?? null)) {
    return err(FAILURES.stale);
  }
  const change = canAdvance(before, event, settings)
    ? changeByAdvancing(before, event, settings)
    : changeByFolding(
        (await events.index('card').getAll(event.card)).filter(isCardEvent),
        [event],
        settings,
      );
  const counts = [{ card: event.card, counts: change.counts }];
  const own = [() => events.put(event), () => cards.put(storedCard(change.snapshot))];
  const sums = sumsOf(counts);
  if (!rebuilding && sums.every(({ day }) => days.has(day))) {
    const store = transaction.objectStore('days');
    const ofDays = sums.map((sum) => () => putDay(store, days.get(sum.day), sum));
    await together([...own, ...ofDays], () => transaction.commit());
  } else {
    await together([...own, () => addToDays(transaction, counts, rebuilding)]);
  }
  return ok({ snapshot: change.snapshot, outdated: false });
}

/**
 * The counts of the days that an answer of now can belong to, whatever the time zone and the hour at
 * which a day begins: read with all the rest, before it is known which of them it is.
 */
async function daysAround(
  transaction: Writing,
  at: number,
): Promise<ReadonlyMap<number, DayCounts | undefined>> {
  const day = Math.floor(at / DAY_MS);
  const days = [day - 2, day - 1, day, day + 1];
  const range = IDBKeyRange.bound(days[0], days[days.length - 1]);
  const read = await transaction.objectStore('days').getAll(range);
  return new Map(days.map((each) => [each, read.find((counts) => counts.day === each)]));
}

/** An event about no card. Settings may change what was folded without them. */
export async function appendOther(
  transaction: Writing,
  event: Exclude<JournalEvent, CardEvent>,
): Promise<Result<Written>> {
  const events = transaction.objectStore('events');
  if ((await events.getKey(event.id)) !== undefined) return ok({ snapshot: null, outdated: false });
  await events.put(event);
  const outdated = isSettings(event) && (await outdates(transaction, event));
  if (outdated) await beginRebuild(transaction);
  return ok({ snapshot: null, outdated });
}

/** Whether settings change what is folded already. */
export async function outdates(transaction: Writing, event: SettingsEvent): Promise<boolean> {
  const byTime = transaction.objectStore('cards').index('lastEventAt');
  // Any one that is later will do, and of all others any one at all.
  const [later, same, any] = await Promise.all([
    byTime.getAll(IDBKeyRange.lowerBound(event.at, true), 1),
    byTime.getAll(event.at),
    byTime.getAll(null, 1),
  ]);
  return changesFolded(event, [...later, ...same, ...any]);
}

/** Notes that all snapshots and days are to be folded anew, from the first on. */
export async function beginRebuild(transaction: Writing): Promise<void> {
  const meta = transaction.objectStore('meta');
  const needed = (await meta.get('rebuild'))?.needed ?? false;
  await together([
    () => meta.put({ key: 'rebuild', position: '', needed }),
    () => transaction.objectStore('daysAnew').clear(),
  ]);
}

/** What one card's change adds to the counts of each day. */
interface CardCounts {
  readonly card: string;
  readonly counts: readonly DayCounts[];
}

/**
 * Adds to the counts of the days. While a rebuild is under way it works out the days anew, and has
 * done with some cards: what happens to those it has to be told.
 */
export async function addToDays(
  transaction: Writing,
  changes: readonly CardCounts[],
  rebuilding: Rebuilding | undefined,
): Promise<void> {
  await addCountsTo(transaction.objectStore('days'), changes);
  if (!rebuilding) return;
  const passed = changes.filter(({ card }) => card <= rebuilding.position);
  await addCountsTo(transaction.objectStore('daysAnew'), passed);
}

/** A store of counts by day, as far as sums are kept in it. */
interface Days {
  get(day: number): Promise<DayCounts | undefined>;
  put(counts: DayCounts): Promise<unknown>;
  delete(day: number): Promise<void>;
}

export async function addCountsTo(days: Days, changes: readonly CardCounts[]): Promise<void> {
  await together(
    sumsOf(changes).map((sum) => async () => putDay(days, await days.get(sum.day), sum)),
  );
}

/** What changes add up to, by day. */
export function sumsOf(changes: readonly CardCounts[]): DayCounts[] {
  const sums = new Map<number, DayCounts>();
  for (const counts of changes.flatMap((change) => change.counts)) {
    const sum = sums.get(counts.day);
    sums.set(counts.day, sum ? addCounts(sum, counts) : counts);
  }
  return [...sums.values()];
}

export function putDay(
  days: Pick<Days, 'put' | 'delete'>,
  known: DayCounts | undefined,
  sum: DayCounts,
): Promise<unknown> {
  const after = changedDay(known, sum);
  return after ? days.put(after) : days.delete(sum.day);
}

type Write = () => Promise<unknown>;

/**
 * Writes at once. One that throws, instead of rejecting, leaves the others not unheard.
 *
 * @param onasked called when all are asked for, if none has thrown: to end the transaction then, without
 *   the wait for the answers after which it ends by itself
 */
export async function together(writes: readonly Write[], onasked?: () => void): Promise<void> {
  let thrown = false;
  const answers = writes.map(async (write) => {
    try {
      return write();
    } catch (error) {
      thrown = true;
      throw error;
    }
  });
  if (!thrown) onasked?.();
  await Promise.all(answers);
}
