import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { eventsOf } from './support/journal.ts';
import { answer, asked, bankOf, button, goOn, questionOn, startQuiz } from './support/quiz.ts';
import { tick } from './support/tick.ts';

test.use({ serviceWorkers: 'block' });

test('a quiz that is shared is the same on another phone, with its options in the same order', async ({
  page,
  browser,
}) => {
  const bank = await bankOf(page);
  await page.goto('/quiz');
  await startQuiz(page, '5');
  const prompts: string[] = [];
  for (let more = true; more;) {
    prompts.push(await asked(page).innerText());
    await answer(page, bank, true);
    more = await goOn(page);
  }
  await page.getByText('Share this quiz').click();
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await expectNoSideScroll(page);

  const other = await browser.newContext({ serviceWorkers: 'block' });
  const phone = await other.newPage();
  await phone.goto(link);
  await expect(phone.getByText(/Somebody shared a quiz with you: 5 questions/)).toBeVisible();
  await expect(phone.getByText('another version')).toBeHidden();
  await phone.getByRole('button', { name: 'Begin it' }).click();
  for (const prompt of prompts) {
    await expect(asked(phone)).toBeVisible();
    expect(await asked(phone).innerText()).toBe(prompt);
    await answer(phone, bank, true);
    await goOn(phone);
  }
  await other.close();
});

test('a link of another version says so, and one that is cut off too', async ({ page }) => {
  await page.goto('/quiz#1&bank=mexico-cartels&of=older&n=5&seed=a&mode=exam');
  await expect(page.getByText('It was made from another version')).toBeVisible();
  await page.goto('/');
  await page.goto('/quiz#1&bank=mexi');
  await expect(page.getByRole('alert').filter({ hasText: 'cut off' })).toBeVisible();
  await expect(button(page, 'Start quiz')).toBeEnabled();
});

test('ready-made: a quick ten, its result, and a quiz on its mistakes', async ({ page }) => {
  test.slow();
  const bank = await bankOf(page);
  await page.goto('/quiz');
  await page.getByRole('button', { name: 'Only mistakes' }).click();
  await expect(page.getByText('No mistake of an earlier quiz is left')).toBeVisible();
  await page.getByRole('button', { name: 'Quick ten' }).click();
  await expect(asked(page)).toHaveAccessibleName(/^Question 1 of 10/);
  const missed = await questionOn(page, bank);
  await tick(page.getByRole('radio', { name: 'Sure', exact: true }));
  await answer(page, bank, false);
  await goOn(page);
  await tick(page.getByRole('radio', { name: 'A guess', exact: true }));
  await answer(page, bank, true);
  await button(page, 'End quiz now').click();

  const says = page.getByRole('region', { name: 'What it says' });
  await expect(says.getByText('When you were sure, you were right 0 of 1 times.')).toBeVisible();
  await expect(says.getByText('When it was a guess, you were right 1 of 1 times.')).toBeVisible();
  await expect(says.getByText(/between \d+% and\s+\d+%/)).toBeVisible();
  await expectAccessible(page);
  expect(await eventsOf(page, 'answer')).toMatchObject([
    { confidence: 'sure' },
    { confidence: 'guess', verdict: 'right', rating: null },
  ]);
  await page.getByRole('button', { name: 'Quiz on the mistakes' }).click();
  await expect(asked(page)).toHaveAccessibleName(/^Question 1 of 1/);
  expect((await questionOn(page, bank)).id).toBe(missed.id);
});
