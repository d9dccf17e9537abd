import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expectWhole } from './support/addresses.ts';
import { eventsOf } from './support/journal.ts';
import { BUILD, serveFolder, type Shelf } from './support/server.ts';
import { answer, asked, figure, grade, prompt, showAnswer, undo } from './support/study.ts';
import { findUpdate, nextVersion, runsNextVersion } from './support/version.ts';
import { keptOffline } from './support/workers.ts';

let shelf: Shelf;
let next: Awaited<ReturnType<typeof nextVersion>>;

test.beforeAll(async () => {
  next = await nextVersion();
});
test.afterAll(() => next.remove());
test.beforeEach(async () => {
  shelf = await serveFolder(BUILD);
});
test.afterEach(() => shelf.close());

function updateNow(page: Page) {
  return page.getByRole('button', { name: 'Update now' });
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(shelf.origin + address);
}

/** A page keeps this for as long as it is not loaded anew. */
function leaveMark(page: Page): Promise<void> {
  return page.evaluate(() => void Object.assign(window, { mark: true }));
}

/** It may have to be loaded more than once (see `Updates`). */
async function expectNextVersion(page: Page): Promise<void> {
  await expect.poll(() => runsNextVersion(page).catch(() => false), { timeout: 20_000 }).toBe(true);
}

function hasMark(page: Page): Promise<boolean> {
  return page.evaluate(() => 'mark' in window);
}

test('a new version waits until it is asked for, and keeps the journal', async ({ page }) => {
  await open(page, '/');
  await keptOffline(page);
  await expect(updateNow(page)).toBeHidden();
  await page.getByRole('main').getByRole('link', { name: 'Study', exact: true }).click();
  const first = await answer(page, 'Good');
  const second = await asked(page);
  await leaveMark(page);

  shelf.show(next.directory);
  await findUpdate(page);
  // Not while a card is on the table, asked or answered.
  await showAnswer(page).click();
  await expect(grade(page, 'Good')).toBeVisible();
  await expect(updateNow(page)).toBeHidden();
  await grade(page, 'Good').click();
  await asked(page);
  await expect(updateNow(page)).toBeHidden();

  await page.getByRole('link', { name: 'Close' }).click();
  await expect(updateNow(page)).toBeVisible();
  await expectWhole(page, '/');
  await expectAccessible(page);
  expect(await hasMark(page)).toBe(true);
  expect(await runsNextVersion(page)).toBe(false);

  await updateNow(page).click();
  await expectNextVersion(page);
  await expect(updateNow(page)).toBeHidden();
  await expect(figure(page, 'Done today')).toHaveText('2');
  expect(await eventsOf(page, 'review')).toHaveLength(2);
  await open(page, '/study');
  await asked(page);
  await undo(page).click();
  await expect(prompt(page)).toHaveText(second);
  await undo(page).click();
  await expect(prompt(page)).toHaveText(first);
});

test(
  'a new version comes, though something is fetched just while it is let in',
  { tag: '@phone' },
  async ({ page }) => {
    await open(page, '/');
    await keptOffline(page);
    shelf.show(next.directory);
    await findUpdate(page);
    // The old worker is ended and begun again for it: what a browser makes of that, differs by milliseconds.
    await page.evaluate(() => {
      addEventListener('click', () => {
        for (const wait of [10, 310]) setTimeout(() => void fetch('/favicon.svg'), wait);
      });
    });
    await updateNow(page).click();
    await expectNextVersion(page);
    await expect(updateNow(page)).toBeHidden();
  },
);

test(
  'before the first card is answered there is no notice in its way either',
  { tag: '@phone' },
  async ({ page }) => {
    await open(page, '/study');
    await keptOffline(page);
    await asked(page);
    shelf.show(next.directory);
    await findUpdate(page);
    await page.getByRole('link', { name: 'Close' }).click();
    await expect(updateNow(page)).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Study', exact: true }).click();
    await asked(page);
    await expect(updateNow(page)).toBeHidden();
  },
);

test('can be put off, and comes with the next visit', { tag: '@phone' }, async ({ page }) => {
  await open(page, '/');
  await keptOffline(page);
  shelf.show(next.directory);
  await findUpdate(page);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(updateNow(page)).toBeHidden();
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  expect(await runsNextVersion(page)).toBe(false);
});

test(
  'another tab is not reloaded in the middle of a card, and updates in its own time',
  { tag: '@phone' },
  async ({ page, context }) => {
    await open(page, '/');
    await keptOffline(page);
    const other = await context.newPage();
    await open(other, '/study');
    const first = await asked(other);
    await showAnswer(other).click();
    await leaveMark(other);

    shelf.show(next.directory);
    await findUpdate(page);
    await updateNow(page).click();
    await expectNextVersion(page);

    expect(await hasMark(other)).toBe(true);
    await grade(other, 'Good').click();
    expect(await asked(other)).not.toBe(first);
    expect(await eventsOf(other, 'review')).toHaveLength(1);
    await other.getByRole('link', { name: 'Close' }).click();
    expect(await hasMark(other)).toBe(true);
    await updateNow(other).click();
    await expectNextVersion(other);
    await expect(figure(other, 'Done today')).toHaveText('1');
  },
);
