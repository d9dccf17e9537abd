import { expect, test, type Page } from '@playwright/test';
import { ADDRESSES, expectWhole, type Address } from './support/addresses.ts';
import { liveThrough } from './support/history.ts';

test.use({ serviceWorkers: 'block', reducedMotion: 'no-preference' });

/** The pages that look otherwise to who has a history. */
const READERS = [
  '/',
  '/study',
  '/read',
  '/quiz',
  '/progress',
  '/library',
  '/settings',
  '/cards',
] as const;

/** What moves less than this nobody sees: a tenth of the screen by a hundredth of its height. */
const UNSEEN = 0.001;

/** How much of the screen moved by itself since the page was opened, with what moved. */
function shifts(page: Page): Promise<{ sum: number; moved: string[] }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        interface Shift extends PerformanceEntry {
          readonly value: number;
          readonly sources: readonly { readonly node: Node | null }[];
        }
        new PerformanceObserver((list) => {
          // Nobody touched the page, so also what the browser excuses by the size of a phone that
          // was set just before.
          const all = list.getEntries() as Shift[];
          const moved = all.flatMap(({ value, sources }) =>
            sources.map(({ node }) => {
              const words = node?.textContent?.trim().slice(0, 40) ?? '';
              return `${value.toFixed(4)} ${node?.nodeName ?? ''} ${words}`;
            }),
          );
          resolve({ sum: all.reduce((sum, { value }) => sum + value, 0), moved });
        }).observe({ type: 'layout-shift', buffered: true });
        // Where nothing moved, the observer is never called; what did comes with the next task.
        setTimeout(() => resolve({ sum: 0, moved: [] }), 200);
      }),
  );
}

async function expectStill(page: Page, address: Address): Promise<void> {
  await page.goto(address);
  await expectWhole(page, address);
  await page.waitForLoadState('networkidle');
  const { sum, moved } = await shifts(page);
  expect(sum, `${address}: ${moved.join('; ')}`).toBeLessThan(UNSEEN);
}

test.describe('nothing moves by itself while a page comes up', () => {
  // Every address, one after the other, each until it is quiet.
  test.slow();

  test('for a new reader', { tag: '@phone' }, async ({ page }) => {
    for (const address of READERS) await expectStill(page, address);
  });

  test('for a reader with a history and a backlog', async ({ page }) => {
    await liveThrough(page, [
      { ago: 40, ratings: Array.from({ length: 80 }, (_, at) => (at % 7 === 0 ? 1 : 4)) },
    ]);
    for (const address of ADDRESSES) await expectStill(page, address);
  });

  test(
    'for a reader whose history came from another device',
    { tag: '@phone' },
    async ({ page }) => {
      await liveThrough(page, [{ ago: 9, ratings: [3, 3, 1, 3, 2, 3, 4, 3] }]);
      await page.evaluate(() => localStorage.removeItem('recite-beginnings'));
      await expectStill(page, '/');
      // Taken for a first launch once, and not again.
      await page.reload();
      await expectWhole(page, '/');
      await expect(page.locator('html[data-first]')).toHaveCount(0);
    },
  );

  test('for who is taught something in the second session', { tag: '@phone' }, async ({ page }) => {
    await page.goto('/settings');
    await page.evaluate(() => localStorage.setItem('recite-beginnings', '{"begun":1}'));
    await page.goto('/study');
    await expect(page.getByRole('complementary', { name: 'Good to know' })).toBeVisible();
    const { sum, moved } = await shifts(page);
    expect(sum, moved.join('; ')).toBeLessThan(UNSEEN);
  });
});
