import type { Page } from '@playwright/test';

/** A day in the past, with answers to the first cards of the shipped bank, in its order. */
export interface PastDay {
  /** How many days ago. */
  readonly ago: number;
  readonly ratings: readonly (1 | 2 | 3 | 4)[];
}

/**
 * Writes a history into this browser's journal, as if it had been lived here, and has the app fold
 * it: the person's own way, with “Rebuild from my history” in Settings.
 */
export async function liveThrough(page: Page, days: readonly PastDay[]): Promise<void> {
  await page.goto('/settings#storage');
  const rebuild = page.getByRole('button', { name: 'Rebuild from my history' });
  await rebuild.isEnabled();
  await page.evaluate(writeEvents, days);
  await rebuild.click();
  await page.getByText(/^Rebuilt \d+ cards? from your history; .* corrected\.$/).waitFor();
}

async function writeEvents(days: readonly PastDay[]): Promise<void> {
  localStorage.setItem('recite-beginnings', JSON.stringify({ begun: days.length }));
  const DAY = 86_400_000;
  const response = await fetch('/banks/mexico-cartels.json');
  const bank = (await response.json()) as { id: string; questions: { id: string }[] };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('recite-journal');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  const transaction = database.transaction('events', 'readwrite');
  let count = 0;
  for (const { ago, ratings } of days) {
    const end = Date.now() - ago * DAY;
    const offset = -new Date(end).getTimezoneOffset();
    for (const [index, rating] of ratings.entries()) {
      const at = end - 1000 * (ratings.length - index);
      const hex = at.toString(16).padStart(12, '0');
      transaction.objectStore('events').put({
        kind: 'review',
        id: `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(count++).padStart(12, '0')}`,
        at,
        device: 'past',
        // The day begins at four in the morning.
        day: Math.floor((at + offset * 60_000 - 4 * 3_600_000) / DAY),
        offset,
        card: `${bank.id}/${bank.questions[index]!.id}`,
        rating,
        duration: 6000,
      });
    }
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error!);
  });
  database.close();
}
