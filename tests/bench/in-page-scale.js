/**
 * What runs in the page where the scale is measured. Playwright sends the source of each function
 * there, so each stands alone.
 *
 * @typedef {object} Start
 * @property {number} painted milliseconds from the start of the navigation until the first card was
 *   painted
 * @property {string} kind of the card: New, Learning or Review
 *
 * @typedef {object} Bench
 * @property {IDBDatabase} journal
 * @property {HTMLElement} mark
 * @property {number} pressed when the key was, by its own time stamp
 * @property {Map<string, object>} records by store: what was written since
 * @property {number} disk milliseconds from the key until that was on disk; 0: not yet
 * @property {Promise<import('./in-page.js').Timing> | null} timing
 */

/** Before the page's own scripts: notes when the first card is painted. */
export function firstCard() {
  /** @type {Promise<Start>} */
  const first = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const buttons = [...document.querySelectorAll('main button')];
      if (!buttons.some((button) => button.textContent?.trim() === 'Show answer')) return;
      observer.disconnect();
      const kind = document.querySelector('main .kind')?.textContent?.trim() ?? '';
      requestAnimationFrame(() =>
        requestAnimationFrame(() => resolve({ painted: performance.now(), kind })),
      );
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  Object.assign(window, { firstCard: first });
}

/** The start, once the first card is painted. */
export function started() {
  const { firstCard } = /** @type {Window & { firstCard: Promise<Start> }} */ (
    /** @type {unknown} */ (window)
  );
  return firstCard;
}

/**
 * Opens the journal a second time, and listens to what is written to it.
 *
 * @param {string} name
 */
export async function prepareWrites(name) {
  /** @type {IDBDatabase} */
  const journal = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
  // Changes when a bare write is done, so that there is something to paint after that too.
  const mark = document.createElement('p');
  mark.textContent = '0';
  mark.style.position = 'fixed';
  mark.style.insetBlockStart = '0';
  document.body.append(mark);
  /** @type {Bench} */
  const bench = { journal, mark, pressed: 0, records: new Map(), disk: 0, timing: null };
  Object.assign(window, { bench });
  // Before the app hears of it: it lays the next card on the table at once.
  const begin = /** @type {(...given: unknown[]) => IDBTransaction} */ (
    own(IDBDatabase.prototype, 'transaction')
  );
  /** @param {unknown[]} given */
  IDBDatabase.prototype.transaction = function (...given) {
    const transaction = begin.apply(this, given);
    transaction.addEventListener('complete', () => {
      if (given[1] === 'readwrite' && bench.disk === 0)
        bench.disk = performance.now() - bench.pressed;
    });
    return transaction;
  };
  for (const method of /** @type {const} */ (['put', 'add'])) {
    const write = /** @type {(...record: unknown[]) => IDBRequest<IDBValidKey>} */ (
      own(IDBObjectStore.prototype, method)
    );
    /** @param {unknown[]} record */
    IDBObjectStore.prototype[method] = function (...record) {
      // What the app writes only to know that nobody else wrote is its own expense.
      if (this.name !== 'revision') bench.records.set(this.name, /** @type {object} */ (record[0]));
      return write.apply(this, record);
    };
  }

  /**
   * @param {object} prototype
   * @param {string} method
   * @returns {unknown}
   */
  function own(prototype, method) {
    return Object.getOwnPropertyDescriptor(prototype, method)?.value;
  }
}

/** Notes of the next key what it leads to on disk. */
export function watchDisk() {
  const { bench } = /** @type {Window & { bench: Bench }} */ (/** @type {unknown} */ (window));
  const onkeydown = (/** @type {KeyboardEvent} */ { timeStamp }) => {
    bench.pressed = timeStamp;
    bench.disk = 0;
    bench.records = new Map();
  };
  window.addEventListener('keydown', onkeydown, { once: true, capture: true });
}

/** How long the last grade took to be on disk. */
export function onDisk() {
  const { bench } = /** @type {Window & { bench: Bench }} */ (/** @type {unknown} */ (window));
  return bench.disk;
}

/**
 * Watches the next key, which writes the records of the last grade again, the event under another id:
 * until they are on disk, and a paint later.
 */
export function watchSameWrite() {
  const { bench } = /** @type {Window & { bench: Bench }} */ (/** @type {unknown} */ (window));
  const records = [...bench.records];
  if (records.length === 0) throw new Error('there is nothing to write');
  bench.timing = new Promise((resolve, reject) => {
    const onkeydown = (/** @type {KeyboardEvent} */ { timeStamp }) => {
      const names = records.map(([store]) => store);
      const transaction = bench.journal.transaction(names, 'readwrite', { durability: 'strict' });
      for (const [store, record] of records) {
        const id = 'id' in record ? { id: `${String(record.id)}-again` } : {};
        transaction.objectStore(store).put({ ...record, ...id });
      }
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      transaction.oncomplete = () => {
        const done = performance.now() - timeStamp;
        bench.mark.textContent = String(Number(bench.mark.textContent) + 1);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve({ done, painted: performance.now() - timeStamp })),
        );
      };
    };
    window.addEventListener('keydown', onkeydown, { once: true, capture: true });
  });
}
