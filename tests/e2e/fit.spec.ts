import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { liveThrough } from './support/history.ts';
import { eventsOf } from './support/journal.ts';
import { livedBy } from './support/learner.ts';
import { keptOffline } from './support/workers.ts';
import { tick } from './support/tick.ts';

function panel(page: Page) {
  return page.getByRole('region', { name: 'Your memory, measured' });
}

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('says how many reviews it takes, and how many there are', async ({ page }) => {
    await liveThrough(page, [
      { ago: 9, ratings: [3, 3, 3] },
      { ago: 9, ratings: [4, 4, 4] },
      { ago: 2, ratings: [3, 1] },
    ]);
    await page.goto('/settings#memory');
    await page.reload();
    await expect(panel(page)).toContainText('2 of 400 reviews');
    await expect(panel(page)).toContainText('Next: after 400 more reviews; 2 so far.');
    await expect(panel(page).getByRole('button', { name: 'Fit now' })).toHaveCount(0);
    await expectAccessible(page);
  });

  test('a fit that foretells better is adopted, says so in figures, and can be taken back', async ({
    page,
  }) => {
    test.slow();
    await livedBy(page, { cards: 150, days: 100 });
    await page.goto('/settings#memory');
    await page.reload();
    await expect(panel(page)).toContainText('As for most people');
    await panel(page).getByRole('button', { name: 'Fit now' }).click();
    await expect(panel(page).getByText('Better, and adopted')).toBeVisible();

    const [adopted] = await eventsOf(page, 'settings');
    const { parameters, fit } = adopted!.changes;
    expect(parameters).toHaveLength(21);
    expect(fit!.after.logLoss).toBeLessThan(fit!.before.logLoss);
    // Both figures, before and after, beside those of a constant; of reviews that the fit did not see.
    const figures = panel(page).getByRole('table', { name: /How far the forecast was off/ });
    for (const [name, of] of [
      ['Fitted to you', fit!.after],
      ['As it was before', fit!.before],
      ['Always your average', fit!.constant],
    ] as const) {
      const row = figures.getByRole('row', { name });
      await expect(row).toContainText((of.rmseBins * 100).toFixed(1));
      await expect(row).toContainText(of.logLoss.toFixed(3));
    }
    await expect(panel(page)).toContainText(`the latest ${fit!.heldOut}`);
    await expect(panel(page)).toContainText('Fitted to you');
    await panel(page).getByText('What these figures are').click();
    await expectAccessible(page);
    await expectNoSideScroll(page, 320);

    // It stays, and a second fit is no better than the first.
    await page.reload();
    await panel(page).getByRole('button', { name: 'Fit now' }).click();
    await expect(panel(page).getByText('No better, so nothing was changed')).toBeVisible();
    expect(await eventsOf(page, 'settings')).toHaveLength(1);

    await panel(page).getByRole('button', { name: 'Back to the standard model' }).click();
    await expect(panel(page)).toContainText('As for most people');
    expect((await eventsOf(page, 'settings')).at(-1)!.changes).toEqual({
      parameters: null,
      fit: null,
    });
    await panel(page).getByRole('button', { name: 'Take the fitted model again' }).click();
    await expect(panel(page).getByRole('heading', { name: 'Fitted to you' })).toBeVisible();
    expect((await eventsOf(page, 'settings')).at(-1)!.changes).toEqual({ parameters, fit });
  });

  test('after a session it fits by itself, unless told not to', async ({ page }) => {
    test.slow();
    await livedBy(page, { cards: 150, days: 100 });
    await page.goto('/settings#memory');
    await page.reload();
    await tick(panel(page).getByRole('radio', { name: 'Only when I ask' }));
    // Whoever leaves within the same moment may be faster than the disk.
    await expect.poll(() => eventsOf(page, 'settings')).toHaveLength(1);
    const session = async () => {
      await page.goto('/study');
      await page.getByRole('button', { name: 'Show answer' }).click();
      await page.getByRole('button', { name: 'Good', exact: true }).click();
      await page.getByRole('button', { name: 'Show answer' }).waitFor();
      await page.getByRole('link', { name: 'Close' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
    };
    await session();
    await page.waitForTimeout(4000);
    expect((await eventsOf(page, 'settings')).map(({ changes }) => changes)).toEqual([
      { fitsItself: false },
    ]);

    await page.goto('/settings#memory');
    await tick(panel(page).getByRole('radio', { name: 'By itself' }));
    await expect(panel(page)).toContainText('Next: after your next session.');
    await session();
    await expect
      .poll(async () => (await eventsOf(page, 'settings')).at(-1)!.changes.parameters?.length)
      .toBe(21);
  });
});

test('fits offline too', async ({ page, context }) => {
  test.slow();
  await livedBy(page, { cards: 150, days: 100 });
  await keptOffline(page);
  await context.setOffline(true);
  await page.goto('/settings#memory');
  await page.reload();
  await panel(page).getByRole('button', { name: 'Fit now' }).click();
  await expect(panel(page).getByText('Better, and adopted')).toBeVisible();
});
