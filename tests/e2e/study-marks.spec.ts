import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { smallBank, withBank } from './support/bank.ts';
import { eventsOf } from './support/journal.ts';
import { answer, asked, grade, prompt, showAnswer, study, undo } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name }).click();
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Word it your way' });
const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name });

test('a card is flagged where it lies, and Undo says what it took back', async ({ page }) => {
  await study(page);
  const question = await asked(page);
  await showAnswer(page).click();
  await choose(page, /^Flag for a second look/);
  await expect(page.getByText('Flagged', { exact: true })).toBeVisible();
  await expect(grade(page, 'Good')).toBeVisible();
  await page.reload();
  await asked(page);
  await expect(prompt(page)).toHaveText(question);
  await expect(page.getByText('Flagged', { exact: true })).toBeVisible();

  await undo(page).click();
  await expect(page.getByText('Flagged', { exact: true })).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'Taken back: Flag on' })).toBeVisible();
  await answer(page, 'Good');
  await expect(page.getByText(/^Taken back/)).toBeHidden();
  await undo(page).click();
  await expect(page.getByText(/^Taken back: Good on “/)).toBeVisible();
  await expect(prompt(page)).toHaveText(question);
  await expect(undo(page)).toBeDisabled();
});

test('a double tap grades once, shows no answer, and leaves the Undo', async ({ page }) => {
  await study(page);
  const first = await asked(page);
  // The second tap falls on a grade, which lies where the button lay.
  await showAnswer(page).dblclick();
  await expect(grade(page, 'Good')).toBeVisible();
  expect(await eventsOf(page, 'review')).toEqual([]);

  const { x, y, width, height } = (await grade(page, 'Hard').boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    // As fast as a thumb, and the next card is there in between.
    await expect(grade(page, 'Hard')).toBeHidden();
  }
  const second = await asked(page);
  expect(second).not.toBe(first);
  expect(await eventsOf(page, 'review')).toMatchObject([{ rating: 2 }]);

  await expect(undo(page)).toBeEnabled();
  await undo(page).dblclick();
  await expect(prompt(page)).toHaveText(first);
  expect(await eventsOf(page, 'undo')).toHaveLength(1);
});

test('a question is worded anew, here, in the reader and after a reload, and back again', async ({
  page,
}) => {
  await study(page);
  const original = await asked(page);
  await choose(page, /^Edit/);
  await expect(field(page, 'Question')).toHaveValue(original);
  // Keys write here: they neither grade nor undo.
  await field(page, 'Question').fill('');
  await field(page, 'Question').pressSequentially('zz 1 is this mine?');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(prompt(page)).toHaveText('zz 1 is this mine?');
  await page.reload();
  expect(await asked(page)).toBe('zz 1 is this mine?');
  await showAnswer(page).click();
  await expect(page.getByRole('region', { name: 'Source' }).locator('mark').first()).toBeVisible();

  await choose(page, /^Edit/);
  await dialog(page).getByRole('button', { name: 'Back to the bank’s wording' }).click();
  await expect(field(page, 'Question')).toHaveValue(original);
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(prompt(page)).toHaveText(original);
  expect(await eventsOf(page, 'edit')).toMatchObject([
    { changes: { prompt: 'zz 1 is this mine?' } },
    { changes: { prompt: null } },
  ]);

  // Nothing was changed: nothing is written.
  await choose(page, /^Edit/);
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page)).toBeHidden();
  expect(await eventsOf(page, 'edit')).toHaveLength(2);
});

test(
  'a card is tagged where it lies; Undo takes the tags off',
  { tag: '@phone' },
  async ({ page }) => {
    await study(page);
    const question = await asked(page);
    await choose(page, /^Tag/);
    const tags = page.getByRole('dialog', { name: 'Tag this card' });
    await tags.getByRole('combobox', { name: 'Add tags' }).fill('exam, hard names');
    await expectAccessible(page);
    await tags.getByRole('button', { name: 'Save tags' }).click();
    await expect(page.getByText('Tags saved.')).toBeVisible();
    await expect(prompt(page)).toHaveText(question);
    await choose(page, /^Tag/);
    await tags.getByRole('checkbox', { name: 'exam' }).uncheck();
    await tags.getByRole('button', { name: 'Save tags' }).click();
    await expect(tags).toBeHidden();
    expect(await eventsOf(page, 'tag')).toMatchObject([
      { add: ['exam', 'hard names'], remove: [] },
      { add: [], remove: ['exam'] },
    ]);
    await undo(page).click();
    await expect(page.getByText(/^Taken back: Tags on/)).toBeVisible();
  },
);

test('words that a question cannot take are not saved, and it is said why', async ({
  page,
  context,
}) => {
  const bank = smallBank();
  const cloze = bank.questions.find(({ type }) => type === 'cloze')!;
  await withBank(context, { ...bank, questions: [cloze] });
  await page.goto('/study');
  await asked(page);
  await choose(page, /^Edit/);
  await field(page, 'Question').fill('No gap in it.');
  await field(page, 'Answer').fill(' ');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(field(page, 'Question')).toBeFocused();
  await expect(field(page, 'Question')).toHaveAccessibleDescription(/Keep the gap: write ____/);
  await expect(field(page, 'Answer')).toHaveAccessibleDescription(/cannot be empty/);
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page)).toBeHidden();
  expect(await eventsOf(page, 'edit')).toEqual([]);
});

test('a card starts over as a new one, and is as it was when that is taken back', async ({
  page,
}) => {
  await study(page);
  await answer(page, 'Easy');
  const second = await asked(page);
  await answer(page, 'Again');
  await undo(page).click();
  await expect(prompt(page)).toHaveText(second);
  await choose(page, /^Start over/);
  await expect(page.getByText(/^Started over/)).toBeVisible();
  await expect(page.getByText('New', { exact: true })).toBeVisible();
  await undo(page).click();
  await expect(page.getByText(/^Taken back: Start over on/)).toBeVisible();
  expect(await eventsOf(page, 'reset')).toHaveLength(1);
});

test('the menu and the form pass axe', { tag: '@phone' }, async ({ page }) => {
  await study(page);
  await page.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('button', { name: /^Edit/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Flag/ }).click();
  await expect(page.getByText('Flagged', { exact: true })).toBeVisible();
  await undo(page).click();
  await expect(page.getByText(/^Taken back/)).toBeVisible();
  await expectAccessible(page);
  await choose(page, /^Edit/);
  await expect(field(page, 'Question')).toBeVisible();
  await expectAccessible(page);
});
