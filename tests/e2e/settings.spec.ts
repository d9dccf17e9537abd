import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { liveThrough } from './support/history.ts';
import { eventsOf } from './support/journal.ts';
import { eachPart } from './support/parts.ts';
import { figure } from './support/study.ts';
import { tick } from './support/tick.ts';

test.use({ serviceWorkers: 'block' });

async function open(page: Page, part = 'amount', title = 'How much a day'): Promise<void> {
  await page.goto(`/settings#${part}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

function study(page: Page) {
  return page.getByRole('region', { name: 'How much a day' });
}

async function saved(page: Page): Promise<void> {
  await expect(study(page).getByRole('status')).toHaveText('Saved');
}

test('a change is saved at once and Today goes by it', async ({ page }) => {
  await open(page);
  await page.getByLabel('New cards a day').fill('7');
  await page.getByLabel('New cards a day').blur();
  await saved(page);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(figure(page, 'New cards')).toHaveText('7');
  // The list of the parts says how each stands; a part leads back to it, and so does the browser.
  await page.getByRole('link', { name: 'Settings' }).click();
  const row = page.getByRole('link', { name: 'How much a day 7 new, 200 reviews, at 90%' });
  await row.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('How much a day · Recite');
  await page.goBack();
  await expect(row).toBeFocused();
  await row.click();
  await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await expect(row).toBeFocused();
  await row.click();
  await expect(page.getByLabel('New cards a day')).toHaveValue('7');
  expect(await eventsOf(page, 'settings')).toMatchObject([{ changes: { newPerDay: 7 } }]);
});

test('leaving right after a change does not lose it', async ({ page }) => {
  await open(page);
  await page.getByLabel('Reviews a day').fill('55');
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await expect
    .poll(async () => eventsOf(page, 'settings'))
    .toMatchObject([{ changes: { reviewsPerDay: 55 } }]);
});

test('what cannot be taken is refused with a reason and nothing is saved', async ({ page }) => {
  await open(page);
  const cards = page.getByLabel('New cards a day');
  await cards.fill('1000');
  await cards.blur();
  await expect(page.getByText('Not saved. Enter a whole number from 0 to 200.')).toBeVisible();
  await expect(cards).toHaveAttribute('aria-invalid', 'true');
  await expect(cards).toHaveAccessibleDescription(/Enter a whole number from 0 to 200/);
  await expectAccessible(page);
  await cards.fill('100');
  await expect(page.getByText('Not saved.')).toHaveCount(0);

  await page.getByText('Fine-tune').click();
  const steps = page.getByLabel('Learning steps');
  await steps.fill('10, 1');
  await steps.press('Enter');
  await expect(page.getByText('Each step is to be longer than the one before')).toBeVisible();
  await steps.fill('2, 20');
  await steps.press('Enter');
  const limits = page.getByRole('region', { name: 'Steps and limits' });
  await expect(limits.getByRole('status')).toHaveText('Saved');
  const changes = (await eventsOf(page, 'settings')).map((event) => event.changes);
  // One event or two: that hangs on how long the person took.
  expect(Object.assign({}, ...changes)).toEqual({ newPerDay: 100, learningSteps: [2, 20] });
});

test('a drag of the slider is one event, and its meaning is in words', async ({ page }) => {
  await open(page);
  const slider = page.getByRole('slider', { name: 'Desired retention' });
  await expect(slider).toHaveAttribute('aria-valuetext', '90%');
  await expect(page.getByText('About one card in 10 will be forgotten')).toBeVisible();
  await slider.focus();
  for (let press = 0; press < 5; press++) await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '95%');
  await expect(page.getByText('More reviews, less forgotten. About one card in 20')).toBeVisible();
  await saved(page);
  expect(await eventsOf(page, 'settings')).toMatchObject([{ changes: { desiredRetention: 0.95 } }]);
});

test('back to the defaults, and mine put back', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByRole('button', { name: 'Back to defaults' })).toBeDisabled();
  const row = page.getByRole('link', { name: /^How much a day/ });
  await row.click();
  await page.getByLabel('New cards a day').fill('6');
  await page.getByLabel('New cards a day').blur();
  await saved(page);
  await page.goBack();
  await expect(row).toContainText('6 new');
  await page.getByRole('button', { name: 'Back to defaults' }).click();
  await expect(row).toContainText('20 new');
  await page.getByRole('button', { name: 'Put mine back' }).click();
  await expect(row).toContainText('6 new');
});

test('theme and text size change what one sees, and stay', async ({ page }) => {
  await open(page, 'look', 'Look');
  const root = page.locator('html');
  const sample = page.getByText('What you read twice');
  const before = await sample.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  await tick(page.getByRole('radio', { name: 'Dark' }));
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('slider', { name: 'Text size' }).press('End');
  await expect(page.getByText('Largest')).toBeVisible();
  const after = await sample.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(after).toBeGreaterThan(before * 1.5);
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.getByRole('slider', { name: 'Text size' })).toHaveValue('4');
  await tick(page.getByRole('radio', { name: 'As the device' }));
  await expect(root).not.toHaveAttribute('data-theme');
});

test('says what is stored and asks the browser to keep it', async ({ page }) => {
  await open(page, 'storage', 'Storage');
  const storage = page.getByRole('region', { name: 'Storage' });
  await expect(storage).toContainText(/(Less than 1 MB|About \d+ MB) on this device/);
  await storage.getByRole('button', { name: 'Ask the browser to keep it' }).click();
  await expect(storage).toContainText(
    /The browser (was asked and said no for now|has promised not to clear what Recite keeps here)/,
  );
});

test('a rebuild says what it did', async ({ page }) => {
  await open(page, 'storage', 'Storage');
  const rebuild = page.getByRole('button', { name: 'Rebuild from my history' });
  await rebuild.click();
  await expect(page.getByText('Your history holds no cards yet')).toBeVisible();
  await liveThrough(page, [{ ago: 3, ratings: [3, 4, 1] }]);
  await expect(
    page.getByText('Rebuilt 3 cards from your history; 3 of them were corrected.'),
  ).toBeVisible();
  await rebuild.click();
  await expect(
    page.getByText('Rebuilt 3 cards from your history; all of them were right already.'),
  ).toBeVisible();
});

test('says which version it is and what it asks of the world', async ({ page }) => {
  await open(page, 'about', 'About');
  const about = page.getByRole('region', { name: 'About' });
  await expect(about).toContainText(/Version\s*\d+\.\d+\.\d+/);
  await expect(about).toContainText('MIT licence');
  await expect(about).toContainText('asks nothing of any other site');
});

test.describe('offline', () => {
  test.use({ serviceWorkers: 'allow' });

  test('says when Recite is ready without a network', async ({ page }) => {
    await open(page, 'about', 'About');
    await expect(page.getByText('Ready: Recite starts and works here')).toBeVisible({
      timeout: 20_000,
    });
  });
});

test('is accessible, in high contrast too, and fits a narrow phone', async ({ page }) => {
  test.slow();
  await open(page);
  await page.getByLabel('New cards a day').fill('x');
  await page.getByLabel('New cards a day').blur();
  await expectAccessible(page);
  await page.goto('/settings#look');
  await tick(page.getByRole('radio', { name: 'High contrast' }));
  await page.goto('/settings');
  await expect(page.getByRole('button', { name: 'Back to defaults' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
  await eachPart(page, () => expectNoSideScroll(page));
  // At a desk they stand below each other, beside the list.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('navigation', { name: 'What can be set' }).getByText('Storage').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Storage' })).toBeInViewport();
  await expectAccessible(page);
});
