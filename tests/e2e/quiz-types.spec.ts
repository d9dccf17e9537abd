import { expect, test, type Page } from '@playwright/test';
import type { Bank, Question, QuestionType } from '../../src/lib/bank/index.ts';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { smallBank, withBank } from './support/bank.ts';
import { eventsOf } from './support/journal.ts';
import { asked, button, putInOrder, startQuiz, verdict } from './support/quiz.ts';
import { tick } from './support/tick.ts';

test.use({ serviceWorkers: 'block' });

/** A quiz of one question of a type. */
async function openWith(page: Page, type: QuestionType): Promise<Question> {
  const bank = smallBank();
  const question = bank.questions.find((one) => one.type === type)!;
  const alone: Bank = { ...bank, questions: [question] };
  await withBank(page.context(), alone);
  await page.goto('/quiz');
  if (type === 'open') {
    await tick(page.getByRole('checkbox', { name: 'Open, judged by you' }));
  }
  await startQuiz(page, 'All');
  return question;
}

test.describe('an order', () => {
  test('is dragged into place, by mouse or finger', async ({ page }) => {
    const question = (await openWith(page, 'order')) as Extract<Question, { type: 'order' }>;
    await expectNoSideScroll(page);
    const grips = asked(page).getByRole('button', { name: /^Place / });
    for (const [place, item] of question.items.entries()) {
      const from = (await asked(page)
        .getByRole('button', { name: new RegExp(`^Place .*: ${item}`) })
        .boundingBox())!;
      const to = (await grips.nth(place).boundingBox())!;
      expect(Math.min(from.width, from.height)).toBeGreaterThanOrEqual(44);
      if (from.y === to.y) continue;
      await page.mouse.move(from.x + 20, from.y + 20);
      await page.mouse.down();
      await page.mouse.move(from.x + 20, (from.y + to.y) / 2, { steps: 4 });
      await page.mouse.move(from.x + 20, to.y + 2, { steps: 4 });
      await page.mouse.up();
      await expect(grips.nth(place)).toHaveAccessibleName(new RegExp(item));
    }
    await button(page, 'Check').click();
    await expect(verdict(page)).toHaveText('Right');
  });

  test('nearly right is partly right, and says what belongs where @phone', async ({ page }) => {
    const question = (await openWith(page, 'order')) as Extract<Question, { type: 'order' }>;
    const [first, second, third] = question.items as [string, string, string];
    await putInOrder(page, [second, first, third]);
    await button(page, 'Check').click();
    await expect(verdict(page)).toHaveText('Partly right');
    await expect(page.getByText('2 of 3 pairs in order.')).toBeVisible();
    await expect(asked(page).getByText('Belongs 1.')).toBeVisible();
    await expect(asked(page).getByText('Belongs 2.')).toBeVisible();
    expect(await eventsOf(page, 'answer')).toMatchObject([{ verdict: 'partly' }]);
  });

  test('says each move, and keeps the focus on what is moved @desktop', async ({ page }) => {
    await openWith(page, 'order');
    const first = asked(page).getByRole('button', { name: /^Place 1 / });
    const item = /: (.*)\. The/.exec((await first.getAttribute('aria-label'))!)![1]!;
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText(`${item}: now 2 of 3`)).toBeAttached();
    await page.keyboard.press('ArrowDown');
    const moved = asked(page).getByRole('button', { name: new RegExp(`^Place 3 of 3: ${item}`) });
    await expect(moved).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(moved).toBeFocused();
  });
});

test.describe('a match', () => {
  test('is chosen from lists; a partner belongs to one only @phone', async ({ page }) => {
    await openWith(page, 'match');
    await expectNoSideScroll(page);
    const [a, b] = ['Karsholm', 'Ostrand'].map((name) =>
      asked(page).getByRole('combobox', { name, exact: true }),
    );
    await expect(button(page, 'Check')).toBeDisabled();
    await a!.selectOption('Herring');
    await b!.selectOption('Herring');
    await expect(a!).toHaveValue('');
    await expect(page.getByText('1 of 2 matched')).toBeVisible();
    await a!.selectOption('Amber');
    await button(page, 'Check').click();
    await expect(verdict(page)).toHaveText('Right');
  });

  test('is dragged with a mouse @desktop', async ({ page }) => {
    await openWith(page, 'match');
    const loose = asked(page).locator('[draggable]');
    await loose
      .filter({ hasText: 'Amber' })
      .dragTo(asked(page).getByText('Karsholm', { exact: true }));
    await expect(asked(page).getByRole('combobox', { name: 'Karsholm' })).toHaveValue('Amber');
    await expect(loose).toHaveCount(1);
    await button(page, 'Check').click();
    await expect(verdict(page)).toHaveText('Partly right');
    await expect(page.getByText('1 of 2 pairs right.')).toBeVisible();
  });

  test('has nothing to drag under a finger @phone', async ({ page }) => {
    await openWith(page, 'match');
    await expect(asked(page).locator('[draggable]').first()).toBeHidden();
  });
});

test('evidence is a sentence of the text, tapped @phone', async ({ page }) => {
  await openWith(page, 'evidence');
  await expectNoSideScroll(page);
  const sentence = asked(page).getByText('One envoy called it');
  const box = (await sentence.boundingBox())!;
  expect(box.height).toBeGreaterThan(20);
  await tick(asked(page).getByRole('radio', { name: /^The town doubled/ }));
  await tick(asked(page).getByRole('radio', { name: /^One envoy/ }));
  await expect(asked(page).getByRole('radio', { name: /^One envoy/ })).toBeChecked();
  await expect(page.getByText('1 of 1 pointed out')).toBeVisible();
  await button(page, 'Check').click();
  await expect(verdict(page)).toHaveText('Right');
});

test('an open question is judged by the learner beside the source, and survives a reload @phone', async ({
  page,
}) => {
  await openWith(page, 'open');
  await asked(page).getByRole('textbox').fill('The toll was gone');
  await page.getByRole('button', { name: 'Show answer' }).click();
  await expect(page.getByText('The answer', { exact: true })).toBeInViewport();
  await expect(page.getByRole('link', { name: 'Open in the document' })).toBeVisible();
  expect(await eventsOf(page, 'answer')).toEqual([]);
  await expectAccessible(page);
  await page.reload();
  await expect(asked(page).getByRole('textbox')).toHaveValue('The toll was gone');
  await page.getByRole('button', { name: 'Partly', exact: true }).click();
  await expect(verdict(page)).toHaveText('Partly right');
  await button(page, 'Finish').click();
  await expect(page.getByText('0 of 1', { exact: true }).first()).toBeVisible();
  const mistakes = page.getByRole('region', { name: 'To look at again' });
  await expect(mistakes.getByText('The toll was gone')).toBeVisible();
  expect(await eventsOf(page, 'answer')).toMatchObject([{ verdict: 'partly' }]);
});
