import type { Page } from '@playwright/test';
import { simulate, FORGETFUL } from '../../../src/lib/schedule/fit/fixture.ts';

/** How long a simulated learner has been at it. */
interface Study {
  readonly cards: number;
  readonly days: number;
}

/**
 * Writes into this browser's journal what a learner answered, until yesterday, who forgets faster than
 * most: simulated with a seed, from parameters that are known. The app folds it when asked to.
 */
export async function livedBy(page: Page, { cards, days }: Study): Promise<void> {
  const answers = simulate({ seed: 'forgetful', parameters: FORGETFUL, cards, days }).flat();
  await page.goto('/settings#storage');
  const rebuild = page.getByRole('button', { name: 'Rebuild from my history' });
  await rebuild.isEnabled();
  await page.evaluate(write, { answers, days });
  await rebuild.click();
  await page.getByText(/^Rebuilt \d+ cards? from your history; .* corrected\.$/).waitFor();
}

interface Written {
  readonly answers: readonly {
    readonly card: number;
    readonly day: number;
    readonly time: number;
    readonly rating: number;
  }[];
  readonly days: number;
}

async function write({ answers, days }: Written): Promise<void> {
  const DAY = 86_400_000;
  const response = await fetch('/banks/mexico-cartels.json');
  const bank = (await response.json()) as { id: string; questions: { id: string }[] };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('recite-journal');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  const transaction = database.transaction('events', 'readwrite');
  const offset = -new Date().getTimezoneOffset();
  // The day begins at four in the morning.
  const start = 4 * 3_600_000 - offset * 60_000;
  const today = Math.floor((Date.now() - start) / DAY);
  for (const [count, { card, day, time, rating }] of answers.entries()) {
    const at = (today - days + day) * DAY + start + time;
    const hex = at.toString(16).padStart(12, '0');
    transaction.objectStore('events').put({
      kind: 'review',
      id: `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(count).padStart(12, '0')}`,
      at,
      device: 'past',
      day: today - days + day,
      offset,
      card: `${bank.id}/${bank.questions[card]!.id}`,
      rating,
      duration: 6000,
    });
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error!);
  });
  database.close();
}
