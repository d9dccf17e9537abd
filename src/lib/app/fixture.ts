import { err, localDay, ok, type Failure, type Result } from '../primitives/index.ts';
import { packBank, type Bank, type PackedBank } from '../bank/index.ts';
import type { JournalEvent } from '../journal/index.ts';
import type { Change, JournalStore } from '../storage/index.ts';
import { memoryStore } from '../storage/memory/index.ts';
import { Recite } from './recite.svelte.ts';
import type { Wiring } from './wiring.ts';

/** A world for tests of controllers: a clock that stands, a bank, a journal in memory. */
export class World {
  /** A Monday, ten o'clock. */
  now = Date.UTC(2026, 2, 2, 10);
  /** While set, this is what comes of every write. */
  refusal: Failure | null = null;
  /** While set, writes wait for it. */
  gate: Promise<void> | null = null;
  /** While set, nothing can be read. */
  unreadable: Failure | null = null;
  readonly store: JournalStore;
  readonly bank: Bank;
  #ids = 0;
  readonly #listeners = new Set<(change: Change) => void>();

  constructor(bank: Bank) {
    this.bank = bank;
    this.store = this.#watched(memoryStore());
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
  }

  wiring(changes: Partial<Wiring> = {}): Wiring {
    return {
      environment: () => ({
        now: () => this.now,
        moment: (hour) => ({ now: this.now, offset: 0, day: localDay(this.now, 0, hour) }),
        // As UUIDv7 are: in the order of their time.
        newId: () =>
          `${String(this.now).padStart(15, '0')}-${String(this.#ids++).padStart(6, '0')}`,
        device: 'here',
      }),
      openStore: () => Promise.resolve(ok(this.store)),
      fetchBank: () =>
        Promise.resolve(ok(JSON.parse(JSON.stringify(packBank(this.bank))) as PackedBank)),
      ...changes,
    };
  }

  /** The app, opened anew, as in another tab or after a reload. */
  async open(changes: Partial<Wiring> = {}): Promise<Recite> {
    const recite = new Recite(this.wiring(changes));
    await recite.start();
    return recite;
  }

  async events<Kind extends JournalEvent['kind']>(kind: Kind) {
    const all = read(await this.store.eventsAfter(null, 1000));
    return all.filter((event): event is Extract<JournalEvent, { kind: Kind }> => {
      return event.kind === kind;
    });
  }

  /** Another tab writes, and this one hears of it. */
  async elsewhere(event: JournalEvent): Promise<void> {
    read(await this.store.append(event));
    const settings = event.kind === 'settings';
    const cards = 'card' in event && event.card ? [event.card] : [];
    for (const listener of this.#listeners) listener({ cards, days: [event.day], settings });
    // What is heard is looked up, which takes a few turns.
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }

  #watched(store: JournalStore): JournalStore {
    return {
      ...store,
      onchanged: (callback) => void this.#listeners.add(callback),
      append: async (event, expectedLast) => {
        await this.gate;
        return this.refusal ? err(this.refusal) : store.append(event, expectedLast);
      },
      appendAll: async (events, expectedLast) => {
        await this.gate;
        return this.refusal ? err(this.refusal) : store.appendAll(events, expectedLast);
      },
      due: (...asked) =>
        this.unreadable ? Promise.resolve(err(this.unreadable)) : store.due(...asked),
    };
  }
}

export function read<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.error.message);
}
