/** What became of asking, on this device. Not in the journal: each device has a browser of its own. */
const KEY = 'recite-keeping';

interface Asked {
  /** It was offered at the end of a session: once is enough. */
  readonly offered?: boolean;
  /** What the browser answered last. */
  readonly answer?: 'yes' | 'no';
}

/** What is needed of the browser; tests hand in their own. */
export interface KeepingWiring {
  /** Undefined on plain http over a local network, and in old browsers. */
  readonly storage: Partial<StorageManager> | undefined;
  readonly memory: Pick<Storage, 'getItem' | 'setItem'> | undefined;
}

function browserWiring(): KeepingWiring {
  const storage = navigator.storage as StorageManager | undefined;
  try {
    return { storage, memory: localStorage };
  } catch {
    // Refused, as in some private windows.
    return { storage, memory: undefined };
  }
}

/** Who was offered it may still accept while the page is open, also after an Undo. */
let offeredHere = false;

/**
 * Whether the browser may clear what Recite stores on this device, and asking it not to. The browser
 * is never asked unless the person wants it to be: some ask the person in turn.
 */
export class Keeping {
  /** Bytes used, as the browser estimates them; null where it does not say. */
  used = $state<number | null>(null);
  /** Whether the browser promised not to clear it; null where it cannot say, or has not yet. */
  kept = $state<boolean | null>(null);
  /** Whether it can be asked at all; null before `look`. */
  askable = $state<boolean | null>(null);
  /** What the browser answered when it was asked, now or earlier; null: not asked yet. */
  answer = $state<'yes' | 'no' | null>(null);
  /** Now is the time to offer it. */
  offered = $state(false);

  readonly #given: KeepingWiring | undefined;

  constructor(wiring?: KeepingWiring) {
    this.#given = wiring;
  }

  /** Not before it is asked for: pages are made where there is no browser. */
  get #wiring(): KeepingWiring {
    return this.#given ?? browserWiring();
  }

  async look(): Promise<void> {
    const { storage } = this.#wiring;
    this.askable = storage?.persist !== undefined;
    this.answer = this.#asked().answer ?? null;
    // Either may be refused, as in some private windows: then it is not known.
    this.used = (await storage?.estimate?.().catch(() => null))?.usage ?? null;
    this.kept = (await storage?.persisted?.().catch(() => null)) ?? null;
  }

  /**
   * A session has been finished, so there is something to lose. Offers it once on this device, and
   * only where the browser can be asked and has not promised yet.
   */
  async offer(): Promise<void> {
    await this.look();
    const due = this.askable === true && this.kept === false;
    if (!due || this.answer !== null || (this.#asked().offered && !offeredHere)) return;
    offeredHere = true;
    this.#note({ offered: true });
    this.offered = true;
  }

  /** Asks the browser not to clear what Recite stores. */
  async ask(): Promise<void> {
    this.kept = (await this.#wiring.storage?.persist?.().catch(() => false)) ?? false;
    this.answer = this.kept ? 'yes' : 'no';
    this.#note({ answer: this.answer });
  }

  #asked(): Asked {
    try {
      return JSON.parse(this.#wiring.memory?.getItem(KEY) ?? '{}') as Asked;
    } catch {
      return {};
    }
  }

  #note(more: Asked): void {
    try {
      this.#wiring.memory?.setItem(KEY, JSON.stringify({ ...this.#asked(), ...more }));
    } catch {
      // Full or refused: it is then offered again on another visit.
    }
  }
}
