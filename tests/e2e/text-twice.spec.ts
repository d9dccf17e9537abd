import { expect, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../browser.js';
import { expectNoSideScroll } from './support/accessible.ts';
import { ADDRESSES, expectWhole } from './support/addresses.ts';
import { liveThrough } from './support/history.ts';
import { eachPart, PARTED } from './support/parts.ts';
import { inSpanish } from './support/spanish.ts';

const executablePath = findChromium();

// As somebody sets it in their browser: it goes for the widths at which a page changes, too.
test.use({
  serviceWorkers: 'block',
  launchOptions: {
    args: [...CHROMIUM_FLAGS, '--blink-settings=defaultFontSize=32'],
    ...(executablePath && { executablePath }),
  },
});

test(
  'text of twice its size stays on a phone’s screen, and nothing peeks in',
  { tag: '@phone' },
  async ({ page }) => {
    await liveThrough(page, [
      { ago: 9, ratings: [3, 3, 1, 3, 2, 3, 4, 3] },
      { ago: 2, ratings: [3, 1, 3, 3] },
    ]);
    for (const address of ['/', '/study', '/read', '/quiz', '/progress', '/settings'] as const) {
      await test.step(address, async () => {
        await page.goto(address);
        await expectWhole(page, address);
        await expectNoSideScroll(page);
        await expect(page.getByRole('link', { name: 'Skip to the content' })).not.toBeInViewport();
        if (PARTED.includes(address)) await eachPart(page, () => expectNoSideScroll(page));
      });
    }
  },
);

test(
  'nor is anything lost in Spanish, whose words are longer, on the narrowest screen',
  { tag: '@phone' },
  async ({ page }) => {
    test.slow();
    await page.addInitScript(() =>
      localStorage.setItem('recite-display', JSON.stringify({ language: 'es' })),
    );
    for (const address of ADDRESSES) {
      await test.step(address, async () => {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(address);
        await expectWhole(page, address, inSpanish);
        await expectNoSideScroll(page);
        await expectNoSideScroll(page, 320);
        if (PARTED.includes(address)) await eachPart(page, () => expectNoSideScroll(page));
      });
    }
  },
);
