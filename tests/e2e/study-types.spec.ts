import { expect, test, type Page } from '@playwright/test';
import { withBank } from './support/bank.ts';
import { asked, grade, prompt, showAnswer } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

/** What the learner sees of a question of each type, before and after the answer. */
test('every type of question is asked and answered in its own way @phone', async ({
  page,
  context,
}) => {
  await withBank(context);
  await page.goto('/study');
  const answered = page.locator('.reveal');

  await test.step('choice: taking an option shows whether it is right', async () => {
    await expect(prompt(page)).toHaveText('Who was it that founded the town of Velm?');
    await expect(options(page, 'radio')).toHaveCount(3);
    await page.getByRole('radio', { name: 'Karl Amund' }).click();
    await expect(page.getByText('Karl Amund It is not. Not this')).toBeVisible();
    await expect(page.getByText('Odo Brand This one')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Odo Brand' })).toBeDisabled();
    await expect(grade(page, 'Again')).toHaveClass(/suggested/);
    await next(page);
  });

  await test.step('open', async () => {
    await asked(page);
    await expect(answered).toBeHidden();
    await showAnswer(page).click();
    await expect(answered).toContainText('Because the treaty removed the toll');
    await expect(page.getByText('The cited sentence says so.')).toBeVisible();
    await next(page);
  });

  await test.step('number, with its unit', async () => {
    await asked(page);
    await showAnswer(page).click();
    await expect(answered).toContainText('35 percent');
    await next(page);
  });

  await test.step('multi: several are taken, then the answer is shown', async () => {
    await asked(page);
    await expect(options(page, 'checkbox')).toHaveCount(4);
    await page.getByRole('checkbox', { name: 'Timber' }).click();
    await page.getByRole('checkbox', { name: 'Amber' }).click();
    await page.getByRole('checkbox', { name: 'Salted herring' }).click();
    await page.getByRole('checkbox', { name: 'Timber' }).click();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await showAnswer(page).click();
    await expect(page.getByText('Salted herring Right')).toBeVisible();
    await expect(page.getByText('Amber Right')).toBeVisible();
    await expect(page.getByText('Not this')).toBeHidden();
    await expect(grade(page, 'Good')).toHaveClass(/suggested/);
    await next(page);
  });

  await test.step('choice: the answer may be shown without taking one', async () => {
    await asked(page);
    await expect(options(page, 'radio')).toHaveText(['1398', '1412', '1431']);
    await showAnswer(page).click();
    await expect(page.getByText('1412 This one')).toBeVisible();
    await expect(page.locator('.suggested')).toBeHidden();
    await next(page);
  });

  await test.step('true or false', async () => {
    await asked(page);
    await expect(options(page, 'radio')).toHaveText(['True', 'False']);
    await page.getByText('False', { exact: true }).click();
    await expect(page.getByText('False Right')).toBeVisible();
    await expect(grade(page, 'Good')).toHaveClass(/suggested/);
    await next(page);
  });

  await test.step('cloze: the gap is filled where it stands', async () => {
    await asked(page);
    await expect(prompt(page)).toContainText('dredge because of its blank.');
    await showAnswer(page).click();
    await expect(prompt(page)).toHaveText('The council refused to dredge because of its cost.');
    await expect(prompt(page).getByRole('strong')).toHaveText('cost');
    await next(page);
  });

  await test.step('short', async () => {
    await asked(page);
    await showAnswer(page).click();
    await expect(answered).toContainText('fisherman');
    await next(page);
  });

  await test.step('order: the items are given, then their order', async () => {
    await asked(page);
    const given = page.getByRole('list', { name: 'To bring into order' }).getByRole('listitem');
    const right = ['Velm was founded', 'A chapel was built', 'The chapel burned down'];
    expect((await given.allInnerTexts()).sort()).toEqual([...right].sort());
    await showAnswer(page).click();
    await expect(answered.getByRole('listitem')).toHaveText(right);
    await expect(given).toHaveCount(0);
    await next(page);
  });

  await test.step('match: both sides are given, then the pairs', async () => {
    await asked(page);
    await expect(page.getByRole('list', { name: 'To match' }).getByRole('listitem')).toHaveText([
      'Karsholm',
      'Ostrand',
    ]);
    await expect(page.getByRole('list', { name: 'With' }).getByRole('listitem')).toHaveCount(2);
    await showAnswer(page).click();
    await expect(answered.getByRole('term')).toHaveText(['Karsholm', 'Ostrand']);
    await expect(answered.getByRole('definition')).toHaveText(['Amber', 'Herring']);
    await next(page);
  });

  await test.step('evidence: the marked passage is the answer', async () => {
    await asked(page);
    await showAnswer(page).click();
    await expect(answered).toContainText('The marked passage below.');
    await expect(page.getByRole('region', { name: 'Source' }).locator('mark')).toHaveText(
      'One envoy called it “always the better bargain” for both sides.',
    );
    await next(page);
  });

  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
});

function options(page: Page, role: 'radio' | 'checkbox') {
  return page
    .getByRole('group', { name: 'Your answer' })
    .locator('label')
    .filter({
      has: page.getByRole(role),
    });
}

async function next(page: Page): Promise<void> {
  await grade(page, 'Easy').click();
  await expect(grade(page, 'Easy')).toBeHidden();
}

test(
  'the arrows lead through the options, and taking one is a step of its own',
  { tag: '@desktop' },
  async ({ page, context }) => {
    await withBank(context);
    await page.goto('/study');
    await asked(page);
    const radios = page.getByRole('radio');
    await page.keyboard.press('Tab');
    await expect(radios.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(radios.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(radios.nth(2)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(radios.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(radios.nth(2)).toBeFocused();
    await expect(showAnswer(page)).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(radios.nth(2)).toBeChecked();
    await expect(grade(page, 'Good')).toBeVisible();
  },
);
