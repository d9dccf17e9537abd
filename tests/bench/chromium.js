import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../browser.js';

/** What is measured is measured on the screen of a phone. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Does something with a page of a fresh browser, whose cache and storage are empty. Without service
 * workers: they would fetch the whole app while we measure a part of it.
 *
 * @template T
 * @param {string} executablePath
 * @param {(page: Page) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPage(executablePath, work) {
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const context = await browser.newContext({
      ...PHONE,
      serviceWorkers: 'block',
      timezoneId: 'UTC',
    });
    return await work(await context.newPage());
  } finally {
    await browser.close();
  }
}
