import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { withBank } from './support/bank.ts';
import { eventsOf } from './support/journal.ts';
import { asked, bankOf, button, give, questionOn, startQuiz } from './support/quiz.ts';

test.use({ serviceWorkers: 'block' });

async function startExam(page: Page, time?: string): Promise<void> {
  await page.goto('/quiz');
  await expect(button(page, 'Start quiz')).toBeVisible();
  const exam = page.getByRole('radio', { name: 'Exam', exact: true });
  await exam.focus();
  await page.keyboard.press('Space');
  await expect(exam).toBeChecked();
  if (time) await page.getByRole('combobox', { name: 'Time' }).selectOption(time);
  await startQuiz(page, '5');
}

test.describe('an exam', () => {
  test('is answered, flagged, looked over, changed and handed in @phone', async ({ page }) => {
    const bank = await bankOf(page);
    await startExam(page);
    await give(page, await questionOn(page, bank), true);
    await expect(page.getByRole('main').getByText('The answer')).toBeHidden();
    await button(page, 'Next').click();
    await expect(asked(page)).toHaveAccessibleName(/^Question 2 of 5/);
    await page.getByRole('button', { name: 'Flag', exact: true }).click();
    await page.getByRole('button', { name: 'All questions' }).click();
    await expect(page.getByText('1 answered, 4 open, 1 flagged.')).toBeVisible();
    await expectNoSideScroll(page);
    await page.getByRole('listitem').nth(1).getByRole('button').click();
    await give(page, await questionOn(page, bank), true);
    expect(await eventsOf(page, 'answer')).toEqual([]);

    await page.reload();
    await expect(asked(page)).toHaveAccessibleName(/^Question 2 of 5/);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(asked(page)).toHaveAccessibleName(/^Question 1 of 5/);
    await page.getByRole('button', { name: 'All questions' }).click();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('3 questions are still open');
    await page.getByRole('button', { name: 'Hand in with 3 open' }).click();
    await expect(page.getByText('2 of 5', { exact: true })).toBeVisible();
    // The result is worked out before all of it is written.
    await expect
      .poll(() => eventsOf(page, 'answer'))
      .toMatchObject([{ verdict: 'right' }, { verdict: 'right' }]);
    await expect.poll(() => eventsOf(page, 'quiz')).toMatchObject([{ mode: 'exam' }]);
  });

  test('goes on where it was though the device kept nothing but the journal @phone', async ({
    page,
  }) => {
    const bank = await bankOf(page);
    await startExam(page, '10 minutes in all');
    const first = await questionOn(page, bank);
    await give(page, first, true);
    await button(page, 'Next').click();
    await expect(asked(page)).toHaveAccessibleName(/^Question 2 of 5/);
    await expect.poll(async () => (await eventsOf(page, 'draft')).length).toBeGreaterThan(0);
    await page.evaluate(() => localStorage.removeItem('recite-quiz'));
    await page.addInitScript(() => localStorage.removeItem('recite-quiz'));
    await page.reload();
    await expect(page.getByText(/(10|9) min left/)).toBeVisible();
    await page.getByRole('button', { name: 'All questions' }).click();
    await expect(page.getByText('1 answered, 4 open.')).toBeVisible();
  });

  test('says its time calmly, and hands itself in at the end @desktop', async ({ page }) => {
    const bank = await bankOf(page);
    await page.clock.install();
    await startExam(page, '10 minutes in all');
    await give(page, await questionOn(page, bank), true);
    await expect(page.getByText('10 min left')).toBeVisible();
    for (let minute = 0; minute < 6; minute++) await page.clock.runFor(59_000);
    await expect(page.getByText('5 minutes left.')).toBeAttached();
    await page.getByRole('button', { name: '5 minutes more' }).click();
    await expect(page.getByText('10 min left')).toBeVisible();
    for (let minute = 0; minute < 10; minute++) await page.clock.runFor(59_000);
    await page.clock.runFor(20_000);
    await expect(page.getByText('1 of 5', { exact: true })).toBeVisible();
  });

  test('question, overview and result are accessible @phone', async ({ page, context }) => {
    test.slow();
    await withBank(context);
    await startExam(page, '10 minutes in all');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'All questions' }).click();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await expectAccessible(page);
  });
});
