import { settingsTimeline, type JournalEvent, type SettingsTimeline } from '../../journal/index.ts';
import { isSettings } from '../apply.ts';

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

/** A whole store, in pages. */
export async function readAll<Value extends object>(store: Readable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  let range: IDBKeyRange | null = null;
  for (;;) {
    const page: Value[] = await store.getAll(range, PAGE);
    all.push(...page);
    const last = page[page.length - 1];
    if (!last || page.length < PAGE) return all;
    range = IDBKeyRange.lowerBound(keyOf(store, last), true);
  }
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
