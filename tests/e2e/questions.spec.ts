import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { remember } from './support/months.ts';
import { bankOf } from './support/quiz.ts';
import { quizzed } from './support/quizzes.ts';

test.use({ serviceWorkers: 'block' });

const MONDAY = new Date('2026-03-02T12:00:00+01:00');

/** Thirty quizzes on a part of the bank. */
async function taken(page: Page): Promise<void> {
  await page.clock.setFixedTime(MONDAY);
  const life = { count: 30, length: 12, every: 3, pool: 14, offset: 60, seed: 'items' };
  await remember(page, quizzed(await bankOf(page), MONDAY.getTime(), life));
}

test('before the first quiz it says so, and after some what to mend @phone', async ({ page }) => {
  await page.goto('/quiz/questions');
  await expect(page.getByText('Nothing has been answered in a quiz yet.')).toBeVisible();
  await taken(page);
  await page.goto('/quiz');
  await page.getByRole('link', { name: 'Questions, as they were answered' }).click();
  await expect(page.getByText(/14 questions of \d+ answered\s+in 30 quizzes/)).toBeVisible();

  await page.getByRole('checkbox', { name: 'Only with findings' }).check();
  const idle = page.getByRole('row').filter({ hasText: 'Idle distractor' }).first();
  await idle.getByRole('button').click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('region', { name: 'Idle distractor' })).toContainText(
    'Rule B 6: Each distractor is a mistake that a half-careful reader makes.',
  );
  await expect(sheet.getByRole('region', { name: 'What was answered' })).toContainText(
    'Taken by nobody',
  );
  await expect(sheet.getByRole('link', { name: 'Open in the document' }).first()).toBeVisible();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(idle.getByRole('button')).toBeFocused();

  await idle.getByRole('button').click();
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
});

test('is sorted by its columns and kept as a file @desktop', async ({ page }) => {
  // Rows that are far from the screen are not drawn: here all of them are near.
  await page.setViewportSize({ width: 1280, height: 1200 });
  await taken(page);
  await page.goto('/quiz/questions');
  const shares = async () => {
    const cells = await page
      .getByRole('cell')
      .filter({ hasText: /^\s*\d+%\s*$/ })
      .allInnerTexts();
    return cells.map((text) => Number.parseInt(text, 10));
  };
  const header = page.getByRole('columnheader', { name: 'Difficulty' });
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('row')).toHaveCount(15);
  const hardest = await shares();
  expect(hardest).toHaveLength(14);
  expect(hardest).toEqual(hardest.toSorted((a, b) => a - b));
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  expect(await shares()).toEqual(hardest.toReversed());

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV: save the questions shown' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('recite-questions.csv');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(/^\uFEFFquestion,section,type,prompt,answers,right,/);
  expect(text.trimEnd().split('\r\n').length).toBeGreaterThanOrEqual(15);
  await expectAccessible(page);
});
