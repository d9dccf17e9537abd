/**
 * What runs in the page. Playwright sends the source of each function there, so each stands alone.
 *
 * @typedef {object} Timing milliseconds since the key was pressed
 * @property {number} done until the work was done
 * @property {number} painted until the frame that shows it was painted
 *
 * @typedef {object} Bench
 * @property {IDBDatabase} journal
 * @property {IDBDatabase} copy
 * @property {HTMLElement} mark
 * @property {{ event: { id: string }, card: object } | null} records what the last grade wrote
 * @property {Promise<Timing> | null} timing
 *
 */

/**
 * Makes an empty database with the stores and indexes of another one.
 *
 * @param {{ from: string, to: string }} names
 */
export async function copySchema({ from, to }) {
  /** @type {(name: string, upgrade?: (made: IDBDatabase) => void) => Promise<IDBDatabase>} */
  const open = (name, upgrade) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => upgrade?.(request.result);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
  const original = await open(from);
  const names = [...original.objectStoreNames];
  const transaction = original.transaction(names);
  const stores = names.map((name) => {
    const { keyPath, autoIncrement, indexNames } = transaction.objectStore(name);
    const indexes = [...indexNames].map((each) => transaction.objectStore(name).index(each));
    return { name, keyPath, autoIncrement, indexes };
  });
  const copy = await open(to, (made) => {
    for (const { name, keyPath, autoIncrement, indexes } of stores) {
      const store = made.createObjectStore(name, { keyPath, autoIncrement });
      for (const { name, keyPath, unique, multiEntry } of indexes) {
        store.createIndex(name, keyPath, { unique, multiEntry });
      }
    }
  });
  original.close();
  copy.close();
}

/**
 * Writes records into databases that exist, the same into each.
 *
 * @param {{ names: readonly string[], batch: string }} given `batch`: records by store, as JSON, which
 *   is much faster to send than the records themselves
 */
export async function fill({ names, batch }) {
  /** @type {unknown} */
  const parsed = JSON.parse(batch);
  const all = /** @type {Record<string, readonly object[]>} */ (parsed);
  for (const name of names) {
    /** @type {IDBDatabase} */
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
    const transaction = database.transaction(Object.keys(all), 'readwrite');
    for (const [store, records] of Object.entries(all)) {
      for (const record of records) transaction.objectStore(store).put(record);
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    database.close();
  }
}

/**
 * Opens what the measurements need and keeps it at hand.
 *
 * @param {{ journal: string, copy: string }} names
 */
export async function prepare({ journal, copy }) {
  /** @type {(name: string) => Promise<IDBDatabase>} */
  const open = (name) =>
    new Promise((resolve, reject) => {
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
  const bench = {
    journal: await open(journal),
    copy: await open(copy),
    mark,
    records: null,
    timing: null,
  };
  Object.assign(window, { bench });
}

/** Watches the next key: until the next card is in the page, and until it is painted. */
export function watchGrade() {
  const { bench } = /** @type {Window & { bench: Bench }} */ (/** @type {unknown} */ (window));
  const isAsking = () =>
    [...document.querySelectorAll('main button')].some(
      (button) => button.textContent?.trim() === 'Show answer',
    );
  bench.timing = new Promise((resolve) => {
    const onkeydown = (/** @type {KeyboardEvent} */ { timeStamp }) => {
      const observer = new MutationObserver(() => {
        if (!isAsking()) return;
        observer.disconnect();
        const done = performance.now() - timeStamp;
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve({ done, painted: performance.now() - timeStamp })),
        );
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    };
    window.addEventListener('keydown', onkeydown, { once: true, capture: true });
  });
}

/** Looks up which event and which snapshot the last grade wrote. */
export async function lookUpRecords() {
  const { bench } = /** @type {Window & { bench: Bench }} */ (/** @type {unknown} */ (window));
  /** @type {(request: IDBRequest) => Promise<unknown>} */
  const result = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not read'));
    });
  const transaction = bench.journal.transaction(['events', 'cards']);
  const newest = await result(transaction.objectStore('events').openCursor(null, 'prev'));
  const event = /** @type {{ value: { id: string, card: string } }} */ (newest).value;
  const card = await result(transaction.objectStore('cards').get(event.card));
  bench.records = { event, card: /** @type {object} */ (card) };
}

/** Watches the next key, which writes the two records: until they are on disk, and a paint later. */
export function watchBareWrite() {
  const { bench } = /** @type {Window & { bench: Bench }} */ (/** @type {unknown} */ (window));
  const { copy, mark, records } = bench;
  if (!records) throw new Error('there is nothing to write');
  bench.timing = new Promise((resolve, reject) => {
    const onkeydown = (/** @type {KeyboardEvent} */ { timeStamp }) => {
      const transaction = copy.transaction(['events', 'cards'], 'readwrite', {
        durability: 'strict',
      });
      transaction.objectStore('events').put(records.event);
      transaction.objectStore('cards').put(records.card);
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      transaction.oncomplete = () => {
        const done = performance.now() - timeStamp;
        mark.textContent = String(Number(mark.textContent) + 1);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve({ done, painted: performance.now() - timeStamp })),
        );
      };
    };
    window.addEventListener('keydown', onkeydown, { once: true, capture: true });
  });
}

/** What the last key took. */
export function timing() {
  const { bench } = /** @type {Window & { bench: Bench }} */ (/** @type {unknown} */ (window));
  return /** @type {Promise<Timing>} */ (bench.timing);
}
