import { expect, test, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../browser.js';
import { expectWhole, type Address } from './support/addresses.ts';

/**
 * The screens at every width, upright and on their side, light and dark, beside pictures that were looked
 * at. What is compared is the make-up of a page, not its pixels: letters are drawn a little otherwise on
 * every machine. `npx playwright test widths --update-snapshots` takes them anew.
 */

test.use({ serviceWorkers: 'block', reducedMotion: 'reduce' });

// The pictures were taken with one that has windows, whose letters stand otherwise by a hair.
const executablePath = findChromium({ whole: true });
test.use({ launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) } });

/** A Monday: the cards of a day, and what a page says of it, hang on the date. */
const MONDAY = new Date('2026-11-23T10:00:00+01:00');

const SIZES = [
  { name: '320', width: 320, height: 640 },
  { name: '390', width: 390, height: 844 },
  { name: '768', width: 768, height: 1024 },
  { name: '844-on-its-side', width: 844, height: 390 },
  { name: '1280-dark', width: 1280, height: 800, dark: true },
  { name: '1920', width: 1920, height: 1080 },
] as const;

const PAGES = [
  ['/', 'today'],
  ['/study', 'study'],
  ['/read', 'read'],
  ['/quiz', 'quiz'],
] as const satisfies readonly (readonly [Address, string])[];

/** Of a page's dots, and by how much: an icon that moved is more, letters of another machine less. */
const TOLERANCE = { maxDiffPixelRatio: 0.04, threshold: 0.3 };

async function opened(page: Page, address: Address): Promise<void> {
  await page.goto(address);
  await expectWhole(page, address);
  // A first visit is read in the system's serif, which another machine has not.
  await page.evaluate(async () => {
    document.documentElement.dataset.serif = '';
    await document.fonts.load('1em "Literata Variable"');
    await document.fonts.ready;
  });
}

test.describe('looks as it did', { tag: '@desktop' }, () => {
  for (const size of SIZES) {
    test(`at ${size.name}`, async ({ page }) => {
      await page.clock.setFixedTime(MONDAY);
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: 'dark' in size ? 'dark' : 'light' });
      for (const [address, name] of PAGES) {
        await opened(page, address);
        // Where the card has a pane beside it, the map comes into it after the card.
        const paired = size.width >= 960 || size.height <= 480;
        if (name === 'study' && paired) await expect(page.getByRole('figure')).toBeVisible();
        await expect(page).toHaveScreenshot(`${name}-${size.name}.png`, TOLERANCE);
      }
      await opened(page, '/study');
      await page.getByRole('button', { name: 'Show answer' }).click();
      await expect(page.getByRole('button', { name: 'Good' })).toBeVisible();
      await expect(page).toHaveScreenshot(`answer-${size.name}.png`, TOLERANCE);
    });
  }
});
