import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { smallBank, withBank } from './support/bank.ts';
import { answer, asked, undo } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

declare global {
  interface Window {
    /** How often the browser was asked to keep what is stored. */
    askedToKeep: number;
  }
}

/** A browser that promises to keep what is stored, or does not; and a bank of two cards. */
async function browser(page: Page, { promises = false, promised = false } = {}): Promise<void> {
  await page.addInitScript(
    ([yes, already]) => {
      window.askedToKeep = 0;
      navigator.storage.persisted = () =>
        Promise.resolve(already || sessionStorage.getItem('kept') === 'yes');
      navigator.storage.persist = () => {
        window.askedToKeep++;
        if (yes) sessionStorage.setItem('kept', 'yes');
        return Promise.resolve(yes);
      };
    },
    [promises, promised] as const,
  );
  const bank = smallBank();
  await withBank(page.context(), { ...bank, questions: bank.questions.slice(0, 2) });
}

async function session(page: Page): Promise<void> {
  await page.goto('/study');
  await answer(page, 'Easy');
  await answer(page, 'Easy');
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
}

const offer = (page: Page) =>
  page.getByRole('button', { name: 'Keep my progress safe on this device' });

const storage = (page: Page) => page.getByRole('region', { name: 'Storage' });

test('after the first session, with the reason before it is asked, and once', async ({ page }) => {
  await browser(page);
  await session(page);
  await expect(offer(page)).toBeVisible();
  await expect(page.getByText('is kept in this browser and nowhere else')).toBeVisible();
  expect(await page.evaluate(() => window.askedToKeep)).toBe(0);
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);

  await undo(page).click();
  await asked(page);
  await answer(page, 'Easy');
  await expect(offer(page)).toBeVisible();

  // Not taken up: it is not offered again.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Nothing is due now' })).toBeVisible();
  await undo(page).click();
  await answer(page, 'Easy');
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(offer(page)).toBeHidden();
});

test('a promise is told, and shown in Settings with the space used', async ({ page }) => {
  await browser(page, { promises: true });
  await session(page);
  await offer(page).click();
  await expect(page.getByText('Done. The browser has promised not to clear it.')).toBeVisible();
  await expect(offer(page)).toBeHidden();

  await page.goto('/settings#storage');
  await expect(storage(page).getByText('Yes: the browser has promised')).toBeVisible();
  await expect(storage(page).getByText('on this device, the app itself included')).toBeVisible();
  await expect(storage(page).getByRole('button', { name: /^Ask the browser/ })).toBeHidden();
});

test('a refusal is told, and in Settings it can be asked again', async ({ page }) => {
  await browser(page);
  await session(page);
  await offer(page).click();
  await expect(page.getByText('The browser says not yet.')).toBeVisible();
  await expect(offer(page)).toBeHidden();
  await expectAccessible(page);

  await page.goto('/settings#storage');
  await expect(storage(page).getByText('said no for now')).toBeVisible();
  await page.evaluate(() => {
    navigator.storage.persist = () => Promise.resolve(true);
  });
  await storage(page).getByRole('button', { name: 'Ask the browser again' }).click();
  await expect(storage(page).getByText('Yes: the browser has promised')).toBeVisible();
});

test('nothing is said where the browser keeps it already @phone', async ({ page }) => {
  await browser(page, { promised: true });
  await session(page);
  await page.waitForLoadState('networkidle');
  await expect(offer(page)).toBeHidden();
});
