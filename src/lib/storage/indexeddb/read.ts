import { settingsTimeline, type JournalEvent, type SettingsTimeline } from '../../journal/index.ts';
import { isSettings } from '../changes.ts';

/** Records read at once where a store is read whole: keeps any single request short. */
const PAGE = 2000;

/** What is needed of a store to read all of it. */
export interface Readable<Value> {
  readonly keyPath: string | string[] | null;
  getAll(range?: IDBKeyRange | null, count?: number): Promise<Value[]>;
}

/** The key under which a store keeps a value. */
export function keyOf(store: Pick<Readable<unknown>, 'keyPath'>, value: object): string | number {
  return (value as Record<string, string | number>)[store.keyPath as string]!;
}

/** A whole store, in pages; or of a store with text for keys, those between two of them. */
export async function readAll<Value extends object>(
  store: Readable<Value>,
  [from, to]: readonly [from: string, to: string] | [] = [],
): Promise<Value[]> {
  const all: Value[] = [];
  let range = from === undefined ? null : IDBKeyRange.bound(from, to, false, true);
  for (;;) {
    const page: Value[] = await store.getAll(range, PAGE);
    all.push(...page);
    const last = page[page.length - 1];
    if (!last || page.length < PAGE) return all;
    const key = keyOf(store, last);
    range =
      to === undefined ? IDBKeyRange.lowerBound(key, true) : IDBKeyRange.bound(key, to, true, true);
  }
}

/** The index of the queue, as far as it is read. */
interface Queued<Value> {
  getAll(range: IDBKeyRange, count?: number): Promise<Value[]>;
}

/**
 * The cards of a bank that enter the queue within a range of days: where no number is asked for, in
 * pages, each of whole days. After months away, all at once would hold up the page.
 */
export async function readQueue<Value extends { readonly queueDay?: number }>(
  index: Queued<Value>,
  { bank, from, to }: { readonly bank: string; readonly from: number; readonly to: number },
  most: number | undefined,
): Promise<Value[]> {
  const read = (first: number, last: number, count?: number) =>
    index.getAll(IDBKeyRange.bound([bank, first], [bank, last]), count);
  const all: Value[] = [];
  for (let day = from; ;) {
    const page = await read(day, to, most ?? PAGE);
    if (most !== undefined || page.length < PAGE) return [...all, ...page];
    // Of the last day there may be more than fit.
    const last = page[page.length - 1]!.queueDay!;
    const whole = page.filter(({ queueDay }) => queueDay! < last);
    all.push(...(whole.length > 0 ? whole : await read(last, last)));
    day = whole.length > 0 ? last : last + 1;
    if (day > to) return all;
  }
}

/** Between which two ids the cards of a bank lie: from the first, up to but without the second. */
export function idsOf(bank: string): readonly [from: string, to: string] {
  // The character after the slash: no id of the bank comes after it, none of another before it.
  return [`${bank}/`, `${bank}0`];
}

/** The most that a request may give: IndexedDB takes 0 for no limit. Null: nothing is wanted. */
export function limitOf(limit: number | undefined): number | undefined | null {
  if (limit === undefined || limit === Infinity) return undefined;
  return limit >= 1 ? Math.floor(limit) : null;
}

/** The store of events, as far as settings are read from it. */
interface Settled {
  index(name: 'kind'): {
    count(kind: string): Promise<number>;
    getAll(kind: string): Promise<JournalEvent[]>;
  };
}

export type SettingsReader = (events: Settled) => Promise<SettingsTimeline>;

/** Reads the settings of the journal: for every answer, so they are kept while none are added. */
export function settingsReader(): SettingsReader {
  let known: { readonly count: number; readonly timeline: SettingsTimeline } | undefined;
  return async (events) => {
    const index = events.index('kind');
    // Events are never changed or deleted, so their number tells whether another tab added some.
    const count = await index.count('settings');
    if (known?.count === count) return known.timeline;
    const timeline = settingsTimeline((await index.getAll('settings')).filter(isSettings));
    known = { count, timeline };
    return timeline;
  };
}
