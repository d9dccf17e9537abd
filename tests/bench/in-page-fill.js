/**
 * What runs in the page where a journal is filled. Playwright sends the source of each function there,
 * so each stands alone.
 *
 * @typedef {Window & { filling: IDBDatabase }} Filling
 */

/** @param {string} name of the database, whose stores the app has made */
export async function openToFill(name) {
  /** @type {IDBDatabase} */
  const filling = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
  Object.assign(window, { filling });
}

/** @param {string} piece records by store, as JSON, which is faster to send than they themselves */
export async function fillPiece(piece) {
  const { filling } = /** @type {Filling} */ (/** @type {unknown} */ (window));
  /** @type {unknown} */
  const parsed = JSON.parse(piece);
  const all = /** @type {Record<string, readonly object[]>} */ (parsed);
  const transaction = filling.transaction(Object.keys(all), 'readwrite', { durability: 'relaxed' });
  for (const [store, records] of Object.entries(all)) {
    for (const record of records) transaction.objectStore(store).put(record);
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

/** Writes something and takes it out again. */
export async function touch() {
  const { filling } = /** @type {Filling} */ (/** @type {unknown} */ (window));
  const transaction = filling.transaction('meta', 'readwrite', { durability: 'strict' });
  transaction.objectStore('meta').put({ key: 'bench', position: '', needed: false });
  transaction.objectStore('meta').delete('bench');
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

export function closeFilled() {
  const { filling } = /** @type {Filling} */ (/** @type {unknown} */ (window));
  filling.close();
}
