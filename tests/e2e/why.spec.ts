import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { liveThrough } from './support/history.ts';
import { bankOf } from './support/quiz.ts';
import { grade, promptText, showAnswer, study, undo } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

const MONDAY = new Date('2026-03-02T12:00:00+01:00');

/** The screen of the bank's first card. */
async function open(page: Page): Promise<void> {
  const { id, questions } = await bankOf(page);
  await page.goto(`/why?card=${encodeURIComponent(`${id}/${questions[0]!.id}`)}`);
  await expect(page.getByRole('heading', { name: 'Its history' })).toBeVisible();
}

test('from Study, after the answer, and back to the card as it lay', async ({ page }) => {
  await study(page);
  await page.getByRole('button', { name: 'More' }).click();
  // Before the answer it would give away how well the card is known.
  await expect(page.getByRole('link', { name: 'Why this interval?' })).toBeHidden();
  await page.keyboard.press('Escape');
  const question = await promptText(page);
  await showAnswer(page).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Why this interval?' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why this interval?');
  await expect(page.getByText('You have not been asked this yet.')).toBeVisible();
  const outlook = page.getByRole('table', { name: 'Where each grade would lead' });
  await expect(outlook.getByRole('row')).toHaveCount(5);
  await expect(outlook.getByRole('row', { name: /^Good/ })).toContainText('10 minutes');

  await page.getByRole('button', { name: 'Back to the card' }).click();
  await expect(grade(page, 'Good')).toBeVisible();
  expect(await promptText(page)).toBe(question);
});

test('explains the day, and keeps what was taken back, struck through', async ({ page }) => {
  await page.clock.install({ time: MONDAY });
  await liveThrough(page, [
    { ago: 40, ratings: [4] },
    { ago: 31, ratings: [3] },
    { ago: 5, ratings: [1] },
    { ago: 4, ratings: [3] },
  ]);
  await open(page);
  await expect(page.getByText(/^You would .* recall this today: \d+%\.$/)).toBeVisible();

  const reasons = page.getByRole('region', { name: 'How the day was found' });
  for (const name of [/^What your answers say/, /^Your aim/, /^A little spread/, /^Whole days/]) {
    await expect(reasons.getByRole('heading', { name })).toBeVisible();
  }
  await expect(reasons).toContainText('Your day begins at 04:00');
  await reasons.getByText('Every figure').click();
  await expect(reasons.getByText('FSRS-6, with its published parameters')).toBeVisible();

  const history = page.getByRole('region', { name: 'Its history' }).getByRole('listitem');
  await expect(history).toHaveCount(4);
  await expect(history.nth(1)).toContainText('Again');
  await expect(history.nth(1)).toContainText('After 26 days, when recall stood at');
  await expect(history.nth(1)).toContainText('this was a lapse');

  // The curve, by keyboard and in figures.
  const slider = page.getByRole('slider', { name: 'A day on the curve' });
  await expect(slider).toHaveAttribute('aria-valuetext', /^Mon 2 Mar 2026, today: recall \d+%$/);
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Tue 3 Mar 2026, in 1 day: recall/);
  await page.getByLabel('Show as a table: Recall before each answer').click();
  const table = page.getByRole('table', { name: /^Recall before each answer/ });
  await expect(table.getByRole('row')).toHaveCount(7);
  await expect(table.getByRole('row').nth(3)).toContainText('Again');

  await page.goto('/study');
  await showAnswer(page).click();
  await grade(page, 'Easy').click();
  await expect(showAnswer(page)).toBeVisible();
  await undo(page).click();
  await open(page);
});

test('from the reader, by a passage’s question', async ({ page }) => {
  await page.goto('/read');
  await page
    .getByRole('button', { name: /on this paragraph$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'This paragraph' });
  await dialog
    .getByRole('link', { name: /^New.*why\?$/ })
    .first()
    .click();
  await expect(page.getByText('You have not been asked this yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the document' }).click();
  await expect(page).toHaveURL(/\/read/);
});

test('says so where there is no such card', async ({ page }) => {
  await page.goto('/why?card=nobody/nothing');
  await expect(page.getByRole('alert')).toContainText('There is no such card.');
});

test('is accessible, with and without a history, and fits a narrow phone', async ({ page }) => {
  test.slow();
  await open(page);
  await expectAccessible(page);
  await liveThrough(page, [
    { ago: 40, ratings: [3] },
    { ago: 31, ratings: [2] },
    { ago: 5, ratings: [1] },
    { ago: 4, ratings: [4] },
  ]);
  await open(page);
  await page.getByText('Every figure').click();
  await page.getByText(/^Show as a table/).click();
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
});
