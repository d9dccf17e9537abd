import type { Page } from '@playwright/test';
import type { CardSnapshot, DayCounts, JournalEvent } from '../../../src/lib/journal/index.ts';

/** What lies on the device, read past the app. */
interface Journal {
  readonly events: readonly JournalEvent[];
  readonly cards: readonly CardSnapshot[];
  readonly days: readonly DayCounts[];
}

export function journal(page: Page): Promise<Journal> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unread'));
      });
    const database = await settled(indexedDB.open('recite-journal'));
    const read = <T>(store: string) =>
      settled(database.transaction(store).objectStore(store).getAll() as IDBRequest<T[]>);
    const [events, cards, days] = await Promise.all([
      read<JournalEvent>('events'),
      read<CardSnapshot>('cards'),
      read<DayCounts>('days'),
    ]);
    database.close();
    return { events, cards, days };
  });
}

/** The events of a kind, oldest first. */
export async function eventsOf<Kind extends JournalEvent['kind']>(page: Page, kind: Kind) {
  const { events } = await journal(page);
  return events.filter((event): event is Extract<JournalEvent, { kind: Kind }> => {
    return event.kind === kind;
  });
}

/** Holds every write of an event back, as a slow disk does, until it is let go. */
export interface Hold {
  hold(): Promise<void>;
  release(): Promise<void>;
  /** How many writes were begun since the start of the page. */
  begun(): Promise<number>;
}

declare global {
  interface Window {
    slowDisk: { held: boolean; begun: number };
  }
}

/** Before the page is opened. */
export async function slowDisk(page: Page): Promise<Hold> {
  await page.addInitScript(() => {
    const disk = { held: false, begun: 0 };
    window.slowDisk = disk;
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...parameters) {
      const request = put.apply(this, parameters);
      if (this.name !== 'events') return request;
      disk.begun++;
      // A transaction does not complete as long as something more is asked of it.
      const wait = () => {
        if (disk.held) this.count().onsuccess = wait;
      };
      wait();
      return request;
    };
    // Nor is it hurried: it then ends by itself, once nothing more is asked.
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const commit = IDBTransaction.prototype.commit;
    IDBTransaction.prototype.commit = function (this: IDBTransaction) {
      if (!disk.held) commit.call(this);
    };
  });
  const set = (held: boolean) =>
    page.evaluate((value) => void (window.slowDisk.held = value), held);
  return {
    hold: () => set(true),
    release: () => set(false),
    begun: () => page.evaluate(() => window.slowDisk.begun),
  };
}
