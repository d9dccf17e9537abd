import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { liveThrough } from './support/history.ts';
import { bankOf } from './support/quiz.ts';

test.use({ serviceWorkers: 'block' });

// Noon, so that no answer below falls on another day than it says.
const MONDAY = new Date('2026-03-02T12:00:00+01:00');

async function open(page: Page): Promise<void> {
  await page.goto('/progress');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Progress');
  await expect(page.getByRole('heading', { name: 'Your cards' })).toBeVisible();
}

async function table(page: Page, caption: string) {
  await page.getByText(`Show as a table: ${caption}`).click();
  return page.getByRole('table', { name: caption });
}

test('before the first answer it claims nothing and leads to the first card', async ({ page }) => {
  await open(page);
  await expect(
    page.getByText('You have met none of the 103 paragraphs yet.').first(),
  ).toBeVisible();
  await expect(page.getByText('Not yet known.')).toBeVisible();
  await expect(page.getByText('No answers in the last 12 weeks.')).toBeVisible();
  await expect(page.getByText('No card waits for a day')).toBeVisible();
  await expectNoSideScroll(page);
  await page.getByRole('link', { name: 'Start studying' }).click();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
});

test('shows a history: cards by state, retention with its doubt, calendar', async ({ page }) => {
  await page.clock.install({ time: MONDAY });
  // Easy lifts a new card into review at once; three of the four come back and one is forgotten.
  await liveThrough(page, [
    { ago: 10, ratings: [4, 4, 4, 4] },
    { ago: 1, ratings: [3, 3, 3, 1] },
  ]);
  await open(page);

  const states = await table(page, 'Cards by state');
  await expect(states.getByRole('row', { name: /^Learning/ })).toHaveText(/1$/);
  const total = await states
    .getByRole('cell')
    .allInnerTexts()
    .then((cells) => cells.reduce((sum, cell) => sum + Number(cell), 0));
  expect(total).toBe((await bankOf(page)).questions.length);

  await expect(page.getByText('75 %: you recalled 3 of 4 reviews')).toBeVisible();
  await expect(page.getByText('most likely between 30 % and 95 %')).toBeVisible();

  await expect(page.getByText('8 answers on 2 days of the last 12 weeks.')).toBeVisible();
  const days = await table(page, 'Answers, by day; days without any are left out');
  await expect(days.getByRole('row')).toHaveCount(3);
  await expect(days.getByRole('row').nth(1)).toHaveText(/Fri 20 Feb\s*4\s*24 seconds/);
  await expect(days.getByRole('row').nth(2)).toHaveText(/Sun 1 Mar\s*4\s*24 seconds/);

  const ahead = await table(page, 'Cards due, by day');
  await expect(ahead.getByRole('row')).toHaveCount(15);
  await expect(ahead.getByRole('row').nth(1)).toHaveText(/Today\s*1/);
});

test('every section says what was seen of it and leads to its text', async ({ page }) => {
  await page.clock.install({ time: MONDAY });
  await liveThrough(page, [{ ago: 1, ratings: [3, 3, 3] }]);
  await open(page);
  const section = page
    .getByRole('region', { name: 'Section by section' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Executive Summary' }) });
  await expect(section).toContainText('3 of ');
  await expect(section).toContainText('Recall today: ');
  const known = await table(page, 'What you know, by section');
  await expect(known.getByRole('row')).toHaveCount(10);

  await section.getByRole('link', { name: 'Study Executive Summary' }).click();
  await expect(page).toHaveURL('/study?section=summary');
  await page.goBack();
  await section.getByRole('link', { name: 'Read Executive Summary' }).click();
  await expect(page).toHaveURL('/read#summary');
});

test('an answer given meanwhile is there on return', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: 'Start studying' }).click();
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: 'Good', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Good', exact: true })).toBeHidden();
  await open(page);
  await expect(page.getByText('Since you began: 1 answer on 1 day')).toBeVisible();
});

test('is accessible, with and without a history, and fits a narrow phone', async ({ page }) => {
  test.slow();
  await open(page);
  await expectAccessible(page);
  await liveThrough(page, [
    { ago: 30, ratings: [4, 4, 3, 4, 3, 3, 4, 1, 2] },
    { ago: 2, ratings: [3, 3, 3, 1] },
  ]);
  await open(page);
  for (const summary of await page.getByText(/^Show as a table/).all()) await summary.click();
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
});
