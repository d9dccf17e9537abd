import { fdatasync, mkdirSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';

/** @typedef {import('../../lib/classroom/index.ts').LiveEvent} LiveEvent */
/** @typedef {import('../../lib/primitives/index.ts').Result<EventLog>} Opened */

/**
 * @typedef {object} Piece
 * @property {string} text
 * @property {Settling} handed
 * @property {Settling} safe
 *
 * @typedef {{ promise: Promise<void>, done: () => void, failed: (error: unknown) => void }} Settling
 */

/**
 * A session’s events, one JSON value a line, only ever added to. What `append` has resolved `safe` for is
 * on the disk: fdatasync has returned. Events that come while a sync is under way share the next one, so
 * that a class answering at once costs few; what its teacher does is written meanwhile.
 *
 * It writes with calls that wait: into the system’s memory that takes some microseconds, a tenth of what a
 * thread of the pool takes. Syncs, which take milliseconds, are the pool’s.
 */
export class EventLog {
  /** @type {import('node:fs/promises').FileHandle} */
  #file;
  /** @type {Piece[]} */
  #waiting = [];
  /** Written, and not synced. @type {Piece[]} */
  #written = [];
  /** @type {Promise<void> | null} */
  #syncing = null;
  /** @type {Error | null} Once set, nothing more is written: a line may be torn in the middle of the file. */
  #broken = null;

  /** @param {import('node:fs/promises').FileHandle} file open for appending, at the end of a line */
  constructor(file) {
    this.#file = file;
  }

  /**
   * @param {readonly LiveEvent[]} events
   * @returns {import('../../lib/classroom/index.ts').Appended} rejects where they could not be written; so
   *   does all that follows
   */
  append(events) {
    const text = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    const piece = { text, handed: settling(), safe: settling() };
    this.#waiting.push(piece);
    // Who answers waits for a sync in any case: while one is under way, the next are gathered.
    if (!this.#syncing || events.some(hurries)) this.#write();
    return { handed: piece.handed.promise, safe: piece.safe.promise };
  }

  /** Waits for what is under way. */
  async close() {
    await this.#syncing;
    await this.#file.close();
  }

  #write() {
    const batch = this.#waiting.splice(0);
    try {
      if (this.#broken) throw this.#broken;
      const bytes = Buffer.from(batch.map(({ text }) => text).join(''));
      // The system may take less than it is given.
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file.fd, bytes, at);
      for (const { handed } of batch) handed.done();
      this.#written.push(...batch);
      this.#syncing ??= this.#sync();
    } catch (error) {
      this.#fail(batch, error);
    }
  }

  async #sync() {
    // First what else has come in this turn: it shares the sync.
    await turn();
    while (this.#waiting.length > 0 || this.#written.length > 0) {
      if (this.#waiting.length > 0) this.#write();
      // A sync has on disk what was written before it began.
      const batch = this.#written.splice(0);
      try {
        if (this.#broken) throw this.#broken;
        await datasync(this.#file.fd);
        for (const { safe } of batch) safe.done();
      } catch (error) {
        this.#fail(batch, error);
      }
    }
    this.#syncing = null;
  }

  /**
   * @param {readonly Piece[]} batch
   * @param {unknown} error
   */
  #fail(batch, error) {
    this.#broken ??= error instanceof Error ? error : new Error(String(error));
    for (const { handed, safe } of batch) {
      handed.failed(this.#broken);
      safe.failed(this.#broken);
    }
  }
}

/** A third of what the file handle’s own costs. */
const datasync = promisify(fdatasync);

/**
 * Whether others are waiting to be told of it: the class, for what its teacher does.
 *
 * @param {LiveEvent} event
 */
function hurries({ kind }) {
  return kind !== 'answered' && kind !== 'joined';
}

/** @returns {Settling} */
function settling() {
  /** @type {() => void} */
  let done = () => undefined;
  /** @type {(error: unknown) => void} */
  let failed = () => undefined;
  /** @type {Promise<void>} */
  const promise = new Promise((resolve, reject) => {
    done = () => resolve();
    failed = reject;
  });
  // Whoever waits hears of it; who does not is none the worse.
  promise.catch(() => undefined);
  return { promise, done, failed };
}

/**
 * Opens a log, or makes it. A last line that was torn, because the machine stopped while it was
 * written, was never acknowledged: it is cut off. Anything else that cannot be read is an error, and
 * the file stays as it is.
 *
 * @param {string} path
 * @returns {Promise<{ ok: true, value: { log: EventLog, events: LiveEvent[] } } | { ok: false, error: import('../../lib/primitives/index.ts').Failure }>}
 */
export async function openLog(path) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600);
  const bytes = await file.readFile();
  const whole = bytes.lastIndexOf(0x0a) + 1;
  const events = readEvents(bytes.subarray(0, whole).toString('utf8'));
  if (!events) {
    await file.close();
    return {
      ok: false,
      error: {
        code: 'log-unreadable',
        message: `The log ${path} is damaged and was left as it is. A new session can be started.`,
      },
    };
  }
  if (whole < bytes.length) {
    await file.truncate(whole);
    await file.datasync();
  }
  return { ok: true, value: { log: new EventLog(file), events } };
}

/**
 * @param {string} text whole lines
 * @returns {LiveEvent[] | null} null where they are not events, in their order
 */
function readEvents(text) {
  try {
    /** @type {unknown} */
    const read = JSON.parse(`[${text.trimEnd().split('\n').join(',')}]`);
    const events = /** @type {LiveEvent[]} */ (read);
    return events.every((event, at) => event.n === at + 1) ? events : null;
  } catch {
    return null;
  }
}
