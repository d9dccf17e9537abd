import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { smallBank, withBank } from './support/bank.ts';
import { liveThrough } from './support/history.ts';
import { eventsOf } from './support/journal.ts';
import { asked, showAnswer } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

const PHONE = 600;
const isPhone = (page: Page) => page.viewportSize()!.width < PHONE;

async function open(page: Page, address = '/cards'): Promise<void> {
  await page.goto(address);
  await expect(count(page)).toBeVisible();
}

/** How many cards are found. */
function count(page: Page): Locator {
  return page.getByRole('main').getByText(/^[\d,]+ cards?$/);
}

function search(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search all cards' });
}

/** The rows on the screen: of the table, or of the list. */
function rows(page: Page): Locator {
  return isPhone(page)
    ? page.getByRole('list', { name: 'Cards found' }).getByRole('listitem')
    : page.getByRole('table', { name: 'Cards found' }).locator('tbody').getByRole('row');
}

function row(page: Page, words: string | RegExp): Locator {
  return rows(page).filter({ hasText: words });
}

function box(page: Page, at: number): Locator {
  return page.getByRole('checkbox', { name: /^Select: / }).nth(at);
}

/** Makes it possible to choose: on a desktop it is at any time. */
async function startSelecting(page: Page): Promise<void> {
  if (isPhone(page)) await page.getByRole('button', { name: 'Select', exact: true }).click();
}

function bar(page: Page): Locator {
  return page.getByRole('region', { name: 'Chosen cards' });
}

async function act(page: Page, name: string): Promise<void> {
  await bar(page).getByRole('button', { name, exact: true }).click();
}

async function openCard(page: Page, words: string): Promise<void> {
  const one = row(page, words);
  await one.getByRole(isPhone(page) ? 'link' : 'button').click();
  await expect(page.getByRole('region', { name: 'How it stands' })).toBeVisible();
}

test('is reached from Library and from Progress', async ({ page }) => {
  for (const address of ['/library', '/progress']) {
    await page.goto(address);
    await page.getByRole('link', { name: 'All cards' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All cards');
    await expect(count(page)).toBeVisible();
  }
});

test('finds words, terms and phrases, and says what it cannot read', async ({ page, context }) => {
  await withBank(context);
  await open(page);
  const all = await count(page).innerText();
  await search(page).fill('ODÓ brand');
  await expect(row(page, 'Who was it that founded the town of Velm?')).toBeVisible();
  await expect(count(page)).not.toHaveText(all);
  await search(page).fill('type:cloze or type:short');
  await expect(rows(page)).not.toHaveCount(0);
  await search(page).fill('is:leech');
  await expect(page.getByText('No card is a leech.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all cards' }).click();
  await expect(count(page)).toHaveText(all);

  await search(page).fill('lapses>many');
  await expect(page.getByText('“lapses” is compared with a number')).toBeVisible();
  await expect(count(page)).toHaveText(all);

  await page.getByRole('button', { name: 'Search help' }).click();
  const help = page.getByRole('dialog', { name: 'How to search' });
  await expect(help.getByText('is:suspended')).toBeVisible();
  await help.getByRole('button', { name: 'Close' }).click();
});

test('the controls write the same terms, and read them', async ({ page }) => {
  await open(page);
  const choose = async (label: string, value: string) => {
    if (isPhone(page) && !(await page.getByRole('combobox', { name: label }).isVisible())) {
      await page.getByRole('button', { name: 'Filter' }).click();
    }
    await page.getByRole('combobox', { name: label }).selectOption(value);
  };
  await choose('Section', 'History and current status');
  await expect(search(page)).toHaveValue('section:history');
  await choose('Type', 'Fill the gap');
  await choose('Tag', 'organisations');
  await expect(search(page)).toHaveValue('section:history type:cloze tag:organisations');
  await page.getByRole('button', { name: 'Flagged' }).click();
  await expect(page.getByText('You have flagged no card')).toBeHidden();
  await expect(page.getByText('No card fits this search.')).toBeVisible();
  await search(page).fill('is:due');
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('due');
  await choose('State', 'New');
  await expect(search(page)).toHaveValue('is:new');
});

test('shows how each card stands, in any order', async ({ page }) => {
  await liveThrough(page, [
    { ago: 40, ratings: [4, 4, 3] },
    { ago: 20, ratings: [1, 4] },
  ]);
  await open(page, '/cards?q=-is:new');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText(/Learning|Due|%/);
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Recall today');
  const recalls = async () =>
    (await rows(page).allInnerTexts()).map((text) => Number(/(\d+)%/.exec(text)![1]));
  const weakest = await recalls();
  expect(weakest).toEqual([...weakest].sort((a, b) => a - b));
  await page.getByRole('button', { name: 'Reverse' }).click();
  await expect.poll(recalls).toEqual([...weakest].reverse());
  await expect(page).toHaveURL('/cards?q=-is%3Anew&sort=recall&down=');
  await page.reload();
  await expect(search(page)).toHaveValue('-is:new');
  expect(await recalls()).toEqual([...weakest].reverse());
});

test('cards are suspended together, taken back at one stroke, and stay so', async ({ page }) => {
  await open(page);
  await startSelecting(page);
  for (const at of [0, 1, 3]) await box(page, at).check();
  await expect(bar(page)).toContainText('3 selected');
  await act(page, 'Suspend');
  await expect(page.getByText('3 cards suspended.')).toBeVisible();
  await expect(rows(page).first()).toContainText('Suspended');
  const suspended = await eventsOf(page, 'suspend');
  expect(new Set(suspended.map(({ batch }) => batch)).size).toBe(1);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(rows(page).first()).not.toContainText('Suspended');
  await page.reload();
  await expect(count(page)).toBeVisible();
  await expect(row(page, 'Suspended')).toHaveCount(0);

  await startSelecting(page);
  await box(page, 0).check();
  await act(page, 'Suspend');
  await expect(page.getByText('1 card suspended.')).toBeVisible();
  await open(page, '/cards?q=is:suspended');
  await expect(rows(page)).toHaveCount(1);
});

test('cards are flagged, tagged and buried, and found by that', async ({ page }) => {
  test.slow();
  await open(page);
  await startSelecting(page);
  for (const at of [0, 2]) await box(page, at).check();
  await act(page, 'Flag');
  await expect(page.getByText('2 cards flagged.')).toBeVisible();
  await act(page, 'Tag…');
  const dialog = page.getByRole('dialog', { name: 'Tag 2 cards' });
  await dialog.getByLabel('Add tags').fill('exam, hard names');
  await dialog.getByRole('button', { name: 'Save tags' }).click();
  await expect(page.getByText('2 cards tagged.')).toBeVisible();
  await search(page).fill('is:flagged tag:"hard names"');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('exam');
  await expect(rows(page).first()).toContainText('Flagged');

  await act(page, 'Tag…');
  await dialog.getByRole('checkbox', { name: 'hard names' }).uncheck();
  await dialog.getByRole('button', { name: 'Save tags' }).click();
  await expect(page.getByText('2 cards untagged.')).toBeVisible();
  await search(page).fill('tag:exam');
  await expect(rows(page)).toHaveCount(2);
  await act(page, 'Bury');
  await expect(rows(page).first()).toContainText('Buried until tomorrow');
  await act(page, 'More');
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('2 cards back in the queue.')).toBeVisible();
  await expect(rows(page).first()).toContainText('New');
});

test('starting over is asked about, and can be taken back', async ({ page }) => {
  await liveThrough(page, [{ ago: 20, ratings: [4, 4] }]);
  await open(page, '/cards?q=is:review');
  await expect(rows(page)).toHaveCount(2);
  await startSelecting(page);
  await box(page, 0).check();
  if (isPhone(page)) await bar(page).getByRole('button', { name: 'Select all 2 cards' }).click();
  else await page.getByRole('checkbox', { name: 'Select all cards found' }).check();
  await act(page, 'More');
  await page.getByRole('button', { name: 'Start over…' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Start 2 cards over?' });
  await expect(dialog).toContainText('as if you had never met them');
  await dialog.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByText('2 cards started over.')).toBeVisible();
  await expect(page.getByText('No card has come so far yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(2);
});

test('a card shows its answer and source; whoever leaves it comes back', async ({
  page,
  context,
}) => {
  await withBank(context);
  await open(page, '/cards?q=town');
  await openCard(page, 'Who was it that founded');
  const main = page.getByRole('main');
  await expect(main.getByRole('region', { name: 'Answer' })).toContainText('Odo Brand');
  await expect(main.getByRole('link', { name: 'Why this interval' })).toHaveAttribute(
    'href',
    '/why?card=velm%2Ffounder',
  );
  await main.getByRole('button', { name: 'Flag', exact: true }).click();
  await expect(page.getByText('1 card flagged.')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Take the flag off' })).toBeVisible();

  await main.getByRole('link', { name: 'Study this card' }).click();
  expect(await asked(page)).toContain('Who was it that founded');
  await page.goBack();
  await expect(main.getByRole('region', { name: 'Answer' })).toContainText('Odo Brand');
  await page.reload();
  await expect(main.getByRole('region', { name: 'Answer' })).toContainText('Odo Brand');
  if (isPhone(page)) await page.getByRole('link', { name: 'All cards' }).click();
  await expect(search(page)).toHaveValue('town');
});

test('a suspended card says what to do first', async ({ page, context }) => {
  await withBank(context);
  await open(page);
  await openCard(page, 'Who was it that founded');
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await expect(page.getByText('Resume it to study it.')).toBeVisible();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await page.getByRole('link', { name: 'Study this card' }).click();
  await expect(showAnswer(page)).toBeVisible();
});

test('the passage opens in the document, and the way back leads to the card', async ({ page }) => {
  await open(page, '/cards?q=sinaloa');
  await rows(page)
    .first()
    .getByRole(isPhone(page) ? 'link' : 'button')
    .click();
  await page.getByRole('link', { name: 'Open in the document' }).click();
  await expect(page.locator('[data-cited]')).toBeInViewport();
  await page.getByRole('button', { name: 'Back to the card' }).click();
  await expect(page.getByRole('region', { name: 'How it stands' })).toBeVisible();
});

test('the list is found where it was left', { tag: '@phone' }, async ({ page }) => {
  await open(page);
  await page.mouse.wheel(0, 9000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(5000);
  const card = rows(page).nth(12);
  await card.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  const words = (await card.innerText()).split('\n')[0]!;
  await card.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Card');
  await page.getByRole('link', { name: 'All cards' }).click();
  await expect(row(page, words).first()).toBeInViewport();
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(3);
  await page.reload();
  await expect(row(page, words).first()).toBeInViewport();
});

test('the table sorts by its headings', { tag: '@desktop' }, async ({ page }) => {
  await liveThrough(page, [{ ago: 20, ratings: [4, 1, 3] }]);
  await open(page);
  const heading = (name: string) => page.getByRole('columnheader', { name });
  await expect(heading('Question')).toHaveAttribute('aria-sort', 'ascending');
  await heading('Recall').getByRole('button').click();
  await expect(heading('Recall')).toHaveAttribute('aria-sort', 'ascending');
  await expect(heading('Question')).not.toHaveAttribute('aria-sort');
  await heading('Recall').getByRole('button').click();
  await expect(heading('Recall')).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).toContainText('%');
});

test('ranges are chosen with Shift and with the keys', { tag: '@desktop' }, async ({ page }) => {
  await open(page);
  await box(page, 1).click();
  await box(page, 4).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('4 selected');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();

  await rows(page).nth(0).getByRole('button').click();
  const pane = page.getByRole('complementary', { name: 'The chosen card' });
  const first = await pane.innerText();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1).getByRole('button')).toBeFocused();
  await expect.poll(() => pane.innerText()).not.toBe(first);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar(page)).toContainText('3 selected');
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText(
    `${(await count(page).innerText()).split(' ')[0]} selected`,
  );
});

test(
  'ten thousand cards: few are drawn, all are found, chosen and taken back',
  { tag: '@phone' },
  async ({ page, context }) => {
    test.slow();
    const bank = smallBank();
    const COUNT = 10_000;
    const questions = Array.from({ length: COUNT }, (_, index) => ({
      ...bank.questions[0]!,
      id: `q${index}`,
      prompt: `Question number ${index} of many`,
    }));
    await withBank(context, { ...bank, questions });
    await open(page);
    await expect(count(page)).toHaveText('10,000 cards');
    expect(await rows(page).count()).toBeLessThan(60);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(row(page, 'Question number 9999 of many')).toBeVisible();
    expect(await rows(page).count()).toBeLessThan(60);

    await search(page).fill('"number 4321"');
    await expect(row(page, 'Question number 4321 of many')).toBeInViewport();
    await search(page).fill('"number 1 of"');
    await expect(rows(page)).toHaveCount(1);
    await search(page).fill('number 1');
    await startSelecting(page);
    await box(page, 0).check();
    if (isPhone(page))
      await bar(page)
        .getByRole('button', { name: /^Select all/ })
        .click();
    else await page.getByRole('checkbox', { name: 'Select all cards found' }).check();
    const found = (await count(page).innerText()).split(' ')[0]!;
    await act(page, 'Suspend');
    await expect(page.getByText(`${found} cards suspended.`)).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Undone.')).toBeVisible({ timeout: 30_000 });
    await open(page, '/cards?q=is:suspended');
    await expect(count(page)).toHaveText('0 cards');
  },
);

test('is accessible in every state, and fits a narrow phone', async ({ page }) => {
  test.slow();
  await liveThrough(page, [
    { ago: 30, ratings: [4, 4, 3, 4, 3, 3, 4, 1, 2] },
    { ago: 2, ratings: [3, 3, 3, 1] },
  ]);
  await open(page, '/cards?q=is:nonsense&sort=recall');
  await expectAccessible(page);
  await startSelecting(page);
  await box(page, 0).check();
  await act(page, 'Flag');
  await expect(page.getByText('1 card flagged.')).toBeVisible();
  if (isPhone(page)) await page.getByRole('button', { name: 'Filter' }).click();
  await expectAccessible(page);
  await act(page, 'Tag…');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Search help' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();
  if (isPhone(page)) await bar(page).getByRole('button', { name: 'Done' }).click();
  await rows(page)
    .first()
    .getByRole(isPhone(page) ? 'link' : 'button')
    .click();
  await expect(page.getByRole('region', { name: 'How it stands' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
  await open(page, '/cards');
  await expectNoSideScroll(page, 320);
});
