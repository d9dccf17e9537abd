import { expect, test, type Page } from '@playwright/test';

test.use({ serviceWorkers: 'block' });

/** The app itself does not come: what is there is what the page was made with. */
const APP = /\/_app\/immutable\/.*\.js$/;

const asked = (page: Page) => page.locator('.prompt:visible');

test(
  'a first launch can be read before the app is there, and stays as it is when it comes',
  {
    tag: '@phone',
  },
  async ({ page }) => {
    await page.route(APP, (route) => route.abort());
    await page.goto('/');
    await expect(page.getByText(/Make the article something you know/)).toBeVisible();
    await expect(page.getByText(/Why Mexico’s Cartels Remain/)).toBeVisible();
    await page.goto('/study');
    await expect(asked(page)).toBeVisible();
    const first = await asked(page).innerText();
    const place = await asked(page).boundingBox();

    await page.unroute(APP);
    await page.goto('/study');
    await page.getByRole('button', { name: 'Show answer' }).waitFor();
    await expect(asked(page)).toHaveText(first);
    expect(await asked(page).boundingBox()).toEqual(place);
  },
);

test(
  'what is about a part of the document, or on a device with sessions on its record, is no first launch',
  {
    tag: '@phone',
  },
  async ({ page }) => {
    await page.route(APP, (route) => route.abort());
    await page.goto('/study?section=summary');
    await expect(page.getByText('Opening your cards …')).toBeVisible();
    await expect(asked(page)).toBeHidden();
    await page.evaluate(() => localStorage.setItem('recite-beginnings', '{"begun":1}'));
    await page.goto('/study');
    await expect(page.getByText('Opening your cards …')).toBeVisible();
    await expect(asked(page)).toBeHidden();
  },
);

test('a page is painted before the app is asked for', { tag: '@phone' }, async ({ page }) => {
  for (const address of ['/', '/study', '/read', '/quiz']) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const [painted, scripts] = await page.evaluate(
      () =>
        [
          performance.getEntriesByType('paint')[0]!.startTime,
          performance
            .getEntriesByType('resource')
            .filter(({ name }) => name.endsWith('.js'))
            .map(({ startTime }) => startTime),
        ] as const,
    );
    expect(scripts.length, address).toBeGreaterThan(5);
    expect(Math.min(...scripts), address).toBeGreaterThan(painted);
  }
});

test(
  'what is pressed before the app is there is done once it is',
  { tag: '@phone' },
  async ({ page }) => {
    let come = () => {};
    const coming = new Promise<void>((resolve) => (come = resolve));
    await page.route(APP, async (route) => {
      await coming;
      await route.continue();
    });
    await page.goto('/read', { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Contents' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    come();
    await expect(page.getByRole('dialog', { name: 'Contents' })).toBeVisible();
  },
);

test.describe('the reading serif', { tag: '@phone' }, () => {
  test.use({ serviceWorkers: 'allow' });

  test('comes with the second page, and from then on at once', async ({ page }) => {
    const face = (name: string) =>
      page
        .getByRole('heading', { name })
        .evaluate((element) => getComputedStyle(element).fontFamily);
    await page.goto('/');
    expect(await face('Today')).not.toContain('Literata Variable');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      await document.fonts.load('1em "Literata Variable"');
    });
    await page.getByRole('link', { name: 'Progress' }).click();
    expect(await face('Progress')).toContain('Literata Variable');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto('/read');
    expect(await page.evaluate(() => document.documentElement.dataset.serif)).toBe('');
  });
});
