import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ADDRESSES, expectWhole } from './support/addresses.ts';
import { NO_FAULTS, watchFaults } from './support/faults.ts';
import { answer, asked, grade, showAnswer, sourceLink, study } from './support/study.ts';
import { keptOffline } from './support/workers.ts';

interface Manifest {
  name: string;
  short_name: string;
  start_url: string;
  scope: string;
  display: string;
  theme_color: string;
  background_color: string;
  icons: { src: string; sizes: string; type: string; purpose: string }[];
  shortcuts: { url: string }[];
}

test(
  'the manifest names the app, and icons of the sizes that it says',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('/');
    const link = page.locator('link[rel="manifest"]');
    const response = await page.request.get((await link.getAttribute('href'))!);
    expect(response.headers()['content-type']).toMatch(/^application\/manifest\+json/);
    const manifest = (await response.json()) as Manifest;
    expect(manifest).toMatchObject({
      name: 'Recite',
      short_name: 'Recite',
      start_url: '/',
      scope: '/',
      display: 'standalone',
    });

    const raster = manifest.icons.filter(({ type }) => type === 'image/png');
    expect(raster.map(({ sizes, purpose }) => `${sizes} ${purpose}`).sort()).toEqual([
      '192x192 any',
      '192x192 maskable',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await page.request.get(src);
      expect(icon.ok(), src).toBe(true);
      expect(icon.headers()['content-type']).toBe(type);
      if (sizes === 'any') continue;
      const size = await page.evaluate(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, src);
      expect(size, src).toBe(sizes);
    }
    for (const { url } of manifest.shortcuts) expect(ADDRESSES).toContain(url);
  },
);

test(
  'there is an icon for the tab and one for the home screen',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('/');
    const icons = page.locator('link[rel~="icon"], link[rel="apple-touch-icon"]');
    const addresses = await icons.evaluateAll((links) =>
      links.map((link) => (link as HTMLLinkElement).href),
    );
    expect(addresses.length).toBeGreaterThanOrEqual(3);
    for (const address of [...addresses, '/favicon.ico']) {
      const icon = await page.request.get(address);
      expect(icon.ok(), address).toBe(true);
      expect(icon.headers()['content-type'], address).toMatch(/^image\//);
    }
  },
);

test(
  'Chromium would install it',
  { tag: '@desktop' },
  async ({ playwright, launchOptions, baseURL }) => {
    // A profile of its own: in a private window nothing can be installed.
    const profile = await mkdtemp(join(tmpdir(), 'recite-install-'));
    const context = await playwright.chromium.launchPersistentContext(profile, launchOptions);
    try {
      const page = context.pages()[0]!;
      await page.goto(baseURL!);
      await keptOffline(page);
      const session = await context.newCDPSession(page);
      const manifest = await session.send('Page.getAppManifest');
      expect(manifest.errors).toEqual([]);
      expect(manifest.url).toBe(`${baseURL}/manifest.webmanifest`);
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      expect(installabilityErrors).toEqual([]);
    } finally {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    }
  },
);

test('no page says an error, asks another host or breaks its own policy', async ({
  page,
  baseURL,
}) => {
  const faults = await watchFaults(page, baseURL!);
  for (const address of ADDRESSES) {
    await test.step(address, async () => {
      await page.goto(address);
      await expectWhole(page, address);
      const policy = page.locator('meta[http-equiv="content-security-policy" i]');
      const content = (await policy.getAttribute('content')) ?? '';
      for (const directive of [
        "default-src 'self'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
      ]) {
        expect(content).toContain(directive);
      }
      expect(content).not.toContain("'unsafe-inline'");
      expect(content).not.toContain("'unsafe-eval'");
      expect(faults).toEqual(NO_FAULTS);
    });
  }
  await keptOffline(page);
  expect(faults).toEqual(NO_FAULTS);
});

test('nor does a session, from the first card to its source and back', async ({
  page,
  baseURL,
}) => {
  const faults = await watchFaults(page, baseURL!);
  await study(page);
  await answer(page, 'Again');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Bury until tomorrow' }).click();
  await asked(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await asked(page);
  await showAnswer(page).click();
  await sourceLink(page).click();
  await expect(page.locator('[data-cited]')).toBeInViewport();
  await page.goBack();
  await grade(page, 'Easy').click();
  await asked(page);
  await page.getByRole('link', { name: 'Close' }).click();
  await expectWhole(page, '/');
  expect(faults).toEqual(NO_FAULTS);
});

test(
  'the server sends its headers, and a missing file is missing',
  { tag: '@desktop' },
  async ({ request }) => {
    const page = await request.get('/study');
    expect(page.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "frame-ancestors 'none'",
    });
    expect((await request.get('/_app/immutable/no-such-chunk.js')).status()).toBe(404);
  },
);
