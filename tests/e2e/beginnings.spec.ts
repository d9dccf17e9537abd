import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { smallBank, withBank } from './support/bank.ts';
import { answer, asked } from './support/study.ts';
import { tick } from './support/tick.ts';

test.use({ serviceWorkers: 'block' });

const MONDAY = new Date('2026-03-02T10:00:00+01:00').getTime();
const YEAR_MS = 365 * 86_400_000;

/** A session of two cards. */
async function session(page: Page): Promise<void> {
  await page.goto('/study');
  await answer(page, 'Easy');
  await answer(page, 'Easy');
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
}

async function twoCards(page: Page): Promise<void> {
  const bank = smallBank();
  await withBank(page.context(), { ...bank, questions: bank.questions.slice(0, 2) });
}

/** The browser offers to install the app; what the person chooses is `accepted`. */
function offerInstalling(page: Page): Promise<void> {
  return page.evaluate(() => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    const userChoice = Promise.resolve({ outcome: 'accepted' });
    dispatchEvent(Object.assign(event, { prompt: () => Promise.resolve(), userChoice }));
    // Else the browser shows a bar of its own.
    if (!event.defaultPrevented) throw new Error('the offer was not kept');
  });
}

const lesson = (page: Page) => page.getByRole('complementary', { name: 'Good to know' });
const hint = (page: Page) => page.getByRole('region', { name: 'Recite on your home screen' });

test(
  'the second session teaches one thing, and after it installing is offered',
  { tag: '@phone' },
  async ({ page }) => {
    await twoCards(page);
    await page.clock.install({ time: MONDAY });
    await session(page);
    await expect(page.getByText('That was your first session.')).toBeVisible();
    await offerInstalling(page);
    await expect(hint(page)).toBeHidden();

    await page.clock.setSystemTime(MONDAY + YEAR_MS);
    await page.goto('/study');
    await asked(page);
    await expect(lesson(page)).toContainText('Again is for what you did not recall.');
    await expectAccessible(page);
    await expectNoSideScroll(page, 320);
    await lesson(page).getByRole('button', { name: 'Got it' }).click();
    await expect(lesson(page)).toBeHidden();
    await page.reload();
    await asked(page);
    await offerInstalling(page);
    await answer(page, 'Easy');
    await answer(page, 'Easy');
    await expect(hint(page)).toBeVisible();
    await expect(lesson(page)).toBeHidden();
    await expectAccessible(page);
    await hint(page).getByRole('button', { name: 'Put it on my home screen' }).click();
    await expect(page.getByText('Recite is among your apps from now on.')).toBeVisible();
  },
);

test(
  'an iPhone is told how, once, and again in Settings as long as it is not done',
  { tag: '@phone' },
  async ({ page }) => {
    await page.addInitScript(() => {
      const standalone = sessionStorage.getItem('installed') === 'yes';
      Object.defineProperty(navigator, 'standalone', { value: standalone });
    });
    await twoCards(page);
    await page.clock.install({ time: MONDAY });
    await session(page);
    await expect(hint(page)).toContainText('Add to Home Screen');
    await expect(hint(page).getByRole('button', { name: /home screen/ })).toBeHidden();
    await expectAccessible(page);
    await hint(page).getByRole('button', { name: 'No, thanks' }).click();
    await expect(hint(page)).toBeHidden();

    await page.goto('/settings#home');
    const steps = page.getByRole('region', { name: 'On your home screen' });
    await expect(steps).toContainText('Add to Home Screen');
    await page.evaluate(() => sessionStorage.setItem('installed', 'yes'));
    await page.reload();
    await expect(page.getByRole('link', { name: /^Reminders/ })).toBeVisible();
    await expect(steps).toBeHidden();
  },
);

test(
  'reminders are off until asked for: a number on the icon, a calendar file',
  { tag: '@phone' },
  async ({ page }) => {
    await page.addInitScript(() => {
      const set = (count: number | null) => {
        sessionStorage.setItem('badge', String(count));
        return Promise.resolve();
      };
      Object.assign(navigator, {
        setAppBadge: (count: number) => set(count),
        clearAppBadge: () => set(null),
      });
    });
    const badge = () => page.evaluate(() => sessionStorage.getItem('badge'));
    await twoCards(page);
    await page.goto('/study');
    await answer(page, 'Again');
    expect(await badge()).toBeNull();

    await page.goto('/settings#reminders');
    const group = page.getByRole('region', { name: 'Reminders' });
    const number = group.getByRole('group', { name: 'Number on the app’s icon' });
    await expect(number.getByRole('radio', { name: 'Off' })).toBeChecked();
    await tick(number.getByRole('radio', { name: 'On' }));
    await expect.poll(badge).toBe('1');
    await expectAccessible(page);
    await expectNoSideScroll(page, 320);

    await group.getByLabel('Time').fill('07:30');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      group.getByRole('button', { name: 'Add to my calendar' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('recite-reminder.ics');
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toMatch(/DTSTART:\d{8}T073000\r\n[^]*RRULE:FREQ=DAILY/);

    // It stays on, and follows what is answered.
    await page.goto('/study');
    await answer(page, 'Again');
    await expect.poll(badge).toBe('2');
    await page.goto('/settings#reminders');
    await tick(number.getByRole('radio', { name: 'Off' }));
    await expect.poll(badge).toBe('null');
  },
);
