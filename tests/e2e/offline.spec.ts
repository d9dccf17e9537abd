import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ADDRESSES, expectWhole } from './support/addresses.ts';
import { watchFaults } from './support/faults.ts';
import { eventsOf } from './support/journal.ts';
import { startServer, type OwnServer } from './support/server.ts';
import { answer, asked, figure, prompt, showAnswer, sourceLink, undo } from './support/study.ts';
import { keptOffline } from './support/workers.ts';

/** The first visit, at an address that is not the first one needed later; then no server any more. */
async function visitOnce(page: Page, server: OwnServer): Promise<void> {
  await page.goto(`${server.origin}/`);
  await keptOffline(page);
  expect(await server.stop()).toBe(0);
}

test('after one visit every address opens with the server stopped', async ({ page, context }) => {
  const server = await startServer();
  await visitOnce(page, server);
  await page.close();
  // Twice over: the server is gone, and so is the network.
  await context.setOffline(true);
  for (const address of ADDRESSES) {
    await test.step(address, async () => {
      const cold = await context.newPage();
      const faults = await watchFaults(cold, server.origin);
      await cold.goto(server.origin + address);
      await expectWhole(cold, address);
      // The teacher's page asks the machine that it comes from, which is the one that is gone.
      const asksHome = address === '/host' ? /Failed to load resource/ : /^$/;
      expect(faults.errors.filter((error) => !asksHome.test(error))).toEqual([]);
      await cold.close();
    });
  }
});

test(
  'studies offline, keeps it, and finds the words of the source',
  { tag: '@phone' },
  async ({ page, context }) => {
    const server = await startServer();
    await visitOnce(page, server);
    // Only the server is gone: the browser believes that it has a network.
    await page.getByRole('main').getByRole('link', { name: 'Study', exact: true }).click();
    const first = await answer(page, 'Good');
    const second = await asked(page);
    await showAnswer(page).click();
    const href = (await sourceLink(page).getAttribute('href'))!;
    await page.close();

    await context.setOffline(true);
    const again = await context.newPage();
    await again.goto(`${server.origin}/`);
    await expect(figure(again, 'Done today')).toHaveText('1');
    await again.goto(`${server.origin}/study`);
    expect(await asked(again)).toBe(second);
    await undo(again).click();
    await expect(prompt(again)).toHaveText(first);
    expect(await eventsOf(again, 'review')).toHaveLength(1);

    const source = await context.newPage();
    await source.goto(server.origin + href);
    await expect(source.locator('[data-cited]')).toHaveAttribute('id', href.split('#')[1]!);
    await expect(source.locator('[data-cited]')).toBeInViewport();
  },
);

test(
  'says offline that an address does not exist, and leads back',
  { tag: '@desktop' },
  async ({ page, context }) => {
    const server = await startServer();
    await visitOnce(page, server);
    await context.setOffline(true);
    await page.goto(`${server.origin}/no/such/page`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page');
    await expect(page.getByRole('main')).toHaveCount(1);
    await page.getByRole('link', { name: 'Back to Today' }).click();
    await expectWhole(page, '/');
  },
);

test(
  'is there when the whole browser was closed and the network is gone',
  { tag: '@phone' },
  async ({ playwright, viewport, launchOptions }) => {
    const profile = await mkdtemp(join(tmpdir(), 'recite-profile-'));
    const server = await startServer();
    const open = () =>
      playwright.chromium.launchPersistentContext(profile, { ...launchOptions, viewport });
    try {
      const first = await open();
      const page = first.pages()[0]!;
      await page.goto(`${server.origin}/study`);
      const question = await answer(page, 'Easy');
      const next = await asked(page);
      await keptOffline(page);
      await first.close();
      await server.stop();

      const second = await open();
      await second.setOffline(true);
      const later = second.pages()[0]!;
      await later.goto(`${server.origin}/study`);
      expect(await asked(later)).toBe(next);
      await undo(later).click();
      await expect(prompt(later)).toHaveText(question);
      await second.close();
    } finally {
      await server.stop();
      await rm(profile, { recursive: true, force: true });
    }
  },
);
