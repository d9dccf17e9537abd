import { expect, test, type Locator } from '@playwright/test';
import { withBank } from './support/bank.ts';
import { journal } from './support/journal.ts';
import { answer, asked, figure, grade, showAnswer } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

const MONDAY = new Date('2026-03-02T10:00:00+01:00');

test('from the first launch one tap leads to the first card', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await page.getByRole('main').getByRole('link', { name: 'Study', exact: true }).click();
  await expect(page).toHaveURL('/study');
  await expect(showAnswer(page)).toBeVisible();
  expect((await asked(page)).length).toBeGreaterThan(10);
});

test('the figures are those of the journal, after a reload too', async ({ page }) => {
  await page.clock.install({ time: MONDAY });
  await page.goto('/');
  await expect(figure(page, 'To review')).toHaveText('0');
  await expect(figure(page, 'New cards')).toHaveText('20');
  await expect(figure(page, 'Done today')).toHaveText('0');

  await page.getByRole('main').getByRole('link', { name: 'Study', exact: true }).click();
  await answer(page, 'Again');
  await answer(page, 'Good');
  await asked(page);
  await showAnswer(page).click();
  const days = await daysUntil(grade(page, 'Easy'));
  await grade(page, 'Easy').click();
  await asked(page);
  await page.getByRole('link', { name: 'Close' }).click();

  const figuresHold = async () => {
    // Two are being learned and come again today; the third comes when its button said.
    await expect(figure(page, 'To review')).toHaveText('2');
    await expect(figure(page, 'New cards')).toHaveText('17');
    await expect(figure(page, 'Done today')).toHaveText('3');
    await page.getByText('Show as a table').click();
    const rows = page.getByRole('table', { name: 'Cards due, by day' }).getByRole('row');
    await expect(rows).toHaveCount(15);
    await expect(rows.nth(1)).toHaveText(/Today\s*2/);
    await expect(rows.nth(1 + days)).toHaveText(/\D1$/);
    await expect(page.getByText('2 cards today, 3 over two weeks.')).toBeVisible();
  };
  await figuresHold();
  await page.reload();
  await figuresHold();

  const { events, cards } = await journal(page);
  expect(events).toHaveLength(3);
  expect(cards).toHaveLength(3);
});

test(
  'says when nothing is left, and tomorrow what is due',
  { tag: '@phone' },
  async ({ page, context }) => {
    const { questions } = await withBank(context);
    await page.clock.install({ time: MONDAY });
    await page.goto('/study');
    for (const _ of questions) await answer(page, 'Easy');
    await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
    await expect(
      page.getByText(`You answered ${questions.length} questions and knew every one.`),
    ).toBeVisible();

    await page.getByRole('link', { name: 'Back to Today' }).click();
    await expect(page.getByText('Done for today.')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Study' })).toBeHidden();
    await expect(page.getByRole('main').getByRole('link', { name: 'Read on' })).toBeVisible();
    await expect(figure(page, 'New cards')).toHaveText('0');

    const { cards } = await journal(page);
    const days = cards.map(({ queueDay }) => queueDay!);
    const [first] = [...days].sort((a, b) => a - b);
    const today = Math.floor(MONDAY.getTime() / 86_400_000);
    await page.clock.setSystemTime(MONDAY.getTime() + (first! - today) * 86_400_000);
    await page.reload();
    const due = days.filter((day) => day === first).length;
    await expect(figure(page, 'To review')).toHaveText(String(due));
    await expect(page.getByText('Monday 2 March')).toBeHidden();
    await page.getByRole('main').getByRole('link', { name: 'Study', exact: true }).click();
    await asked(page);
  },
);

/** In how many days a grade says that the card comes again. */
async function daysUntil(button: Locator): Promise<number> {
  await expect(button).toHaveAccessibleDescription(/comes again in \d+ days/);
  const words = await button.evaluate(
    (element) => document.getElementById(element.getAttribute('aria-describedby')!)!.textContent,
  );
  return Number(/\d+/.exec(words)![0]);
}
