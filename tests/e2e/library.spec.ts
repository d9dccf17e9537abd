import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { journal } from './support/journal.ts';
import { answer, asked, setAside, study } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

async function open(page: Page): Promise<void> {
  await page.goto('/library');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Library');
  await expect(page.getByRole('button', { name: 'Download my history' })).toBeEnabled();
}

test('presents the shipped document and leads to it', async ({ page }) => {
  await open(page);
  const entry = page.getByRole('article');
  await expect(entry.getByRole('heading', { level: 2 })).toContainText('Why Mexico’s Cartels');
  await expect(entry).toContainText('9 sections, 103 paragraphs');
  await expect(entry).toContainText('You have not begun it yet.');
  await expect(entry).toContainText(/Multiple choice\s*\d+/);
  for (const [name, address] of [
    ['Read', '/read'],
    ['Quiz', '/quiz'],
    ['Study', '/study'],
  ] as const) {
    await entry.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(address);
    await open(page);
  }
});

test('says what it is without JavaScript too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/library');
  await expect(page.getByRole('article')).toContainText('9 sections, 103 paragraphs');
  await context.close();
});

test('suspended cards are listed and come back, one or all', async ({ page }) => {
  test.slow();
  await study(page);
  const first = await asked(page);
  await setAside(page, 'Suspend');
  await setAside(page, 'Suspend');
  await setAside(page, 'Suspend');
  await open(page);
  const cards = page.getByRole('region', { name: 'Suspended cards' });
  await expect(cards.getByRole('listitem')).toHaveCount(3);
  await expect(cards).toContainText('You set 3 cards aside.');
  await expectAccessible(page);

  const row = cards.getByRole('listitem').filter({ hasText: first });
  await row.getByRole('button', { name: 'Resume' }).click();
  await expect(cards.getByRole('status')).toHaveText('The card is back in the queue.');
  await expect(cards.getByRole('heading')).toBeFocused();
  await expect(cards.getByRole('listitem')).toHaveCount(2);

  await cards.getByRole('button', { name: 'Resume all 2' }).click();
  await expect(cards.getByRole('status')).toHaveText('2 cards are back in the queue.');
  await expect(cards.getByRole('listitem')).toHaveCount(0);
  await study(page);
  expect(await asked(page)).toBe(first);
});

test('the history is a file with every event', async ({ page }) => {
  await study(page);
  await answer(page, 'Good');
  await answer(page, 'Again');
  await open(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my history' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^recite-history-\d{4}-\d\d-\d\d\.json$/);
  await expect(page.getByText(/^Saved 2 entries as recite-history-/)).toBeVisible();
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    format: string;
    version: number;
    exported: string;
    events: unknown[];
  };
  expect(file).toMatchObject({ format: 'recite-history', version: 1 });
  expect(new Date(file.exported).toISOString()).toBe(file.exported);
  const { events } = await journal(page);
  expect(file.events).toEqual(events);
});

test('is accessible and fits a narrow phone', async ({ page }) => {
  test.slow();
  await open(page);
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
});
