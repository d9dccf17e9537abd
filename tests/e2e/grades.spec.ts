import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { liveThrough } from './support/history.ts';
import { eventsOf } from './support/journal.ts';
import { answer, asked, grade, prompt, showAnswer, study, undo } from './support/study.ts';
import { tick } from './support/tick.ts';

test.use({ serviceWorkers: 'block' });

async function choose(page: Page, name: string): Promise<void> {
  await tick(page.getByRole('radio', { name }));
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

test('two grades, with the button, the key and the space bar', async ({ page }) => {
  await page.goto('/settings#order');
  await choose(page, 'Again and Good');
  await study(page);
  await showAnswer(page).click();
  await expect(grade(page, 'Again')).toBeVisible();
  await expect(grade(page, 'Good')).toBeVisible();
  await expect(grade(page, 'Hard')).toHaveCount(0);
  await expect(grade(page, 'Easy')).toHaveCount(0);
  await expectAccessible(page);
  await grade(page, 'Good').click();
  for (const key of ['2', ' ', '1', '3']) {
    await asked(page);
    await showAnswer(page).click();
    await page.keyboard.press(key);
  }
  // There is no third grade: the last card is still there.
  await expect(grade(page, 'Good')).toBeVisible();
  const ratings = (await eventsOf(page, 'review')).map(({ rating }) => rating);
  expect(ratings).toEqual([3, 3, 3, 1]);
});

test.describe('a card that keeps slipping away', () => {
  const HISTORY = [
    { ago: 90, ratings: [4] },
    { ago: 70, ratings: [1] },
    { ago: 69, ratings: [3] },
    { ago: 50, ratings: [1] },
    { ago: 49, ratings: [3] },
  ] as const;

  async function nearly(page: Page): Promise<string> {
    await liveThrough(page, HISTORY);
    await page.goto('/settings#order');
    await page.getByLabel('Tell me after').fill('3');
    await page.goto('/settings#amount');
    await page.getByLabel('New cards a day').fill('0');
    await page.getByLabel('New cards a day').blur();
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
    await study(page);
    return answer(page, 'Again');
  }

  test('is told, with the way to its passage', async ({ page }) => {
    const words = await nearly(page);
    const notice = page.getByRole('status').filter({ hasText: 'slipped away 3 times' });
    await expect(notice).toContainText(words.slice(0, 20));
    await expectAccessible(page);
    await notice.getByRole('link', { name: 'Read its passage' }).click();
    await expect(page).toHaveURL(/\/read\?mark=/);
    await page.goBack();
    await asked(page);
  });

  test('is set aside where the settings say so; Undo brings it back', async ({ page }) => {
    await page.goto('/settings#order');
    await choose(page, 'Set it aside');
    const words = await nearly(page);
    await expect(page.getByText('It is set aside now')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
    await undo(page).click();
    await expect(prompt(page)).toHaveText(words);
  });
});
