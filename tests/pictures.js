// `npm run pictures`: takes the screenshots that the README and the app's manifest show, from the
// running app and the shipped article, and draws what iPhones and iPads show while the app starts.
import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { serve } from '../src/server/serve.js';
import { ROOT, ensureBuilt } from '../src/server/setup.js';
import { CHROMIUM_FLAGS, findChromium } from './browser.js';
import { drawLaunchPictures } from './launch-pictures.js';

const folder = join(ROOT, 'static/screenshots');
await ensureBuilt();
const served = await serve({ directory: join(ROOT, 'build'), host: '127.0.0.1', port: 0 });
if (!served.ok) throw new Error(served.error.message);
const server = served.value;
const executablePath = findChromium({ whole: true });
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: CHROMIUM_FLAGS,
});

/** A few answers are given first, so that the pictures show a deck in use. */
const ANSWERS_BEFORE = 4;

for (const { name, width, height, phone } of [
  { name: 'study-phone', width: 390, height: 844, phone: true },
  { name: 'study-wide', width: 1280, height: 800, phone: false },
]) {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: phone ? 2 : 1,
    isMobile: phone,
    hasTouch: phone,
    locale: 'en-GB',
  });
  await page.goto(`http://127.0.0.1:${server.port}/study`);
  for (let answers = 0; answers < ANSWERS_BEFORE; answers++) {
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('button', { name: 'Good', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: 'Good', exact: true }).waitFor();
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}

await drawLaunchPictures(browser);
await browser.close();
await server.close();
