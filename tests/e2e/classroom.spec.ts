import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { watchFaults } from './support/faults.ts';
import { startServer, type OwnServer } from './support/server.ts';

let data: string;
let server: OwnServer;

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'recite-class-'));
  server = await startServer({ RECITE_DATA: data });
});

test.afterAll(async () => {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});

/** A phone of its own: another browser context is another device. */
async function phone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  return context.newPage();
}

/** Something, whatever the question is. */
async function answer(page: Page): Promise<void> {
  const send = page.getByRole('button', { name: 'Send answer' });
  const main = page.getByRole('main');
  await expect(send).toBeVisible();
  if ((await main.getByRole('radio').count()) > 0) await main.getByRole('radio').first().check();
  for (const box of await main.getByRole('checkbox').all()) {
    if (await send.isDisabled()) await box.check();
  }
  for (const field of await main.getByRole('textbox').all()) await field.fill('1');
  for (const choice of await main.getByRole('combobox').all()) {
    if (await send.isDisabled()) await choice.selectOption({ index: 1 });
  }
  await send.click();
  await expect(page.getByText('Saved.')).toBeVisible();
}

test('a class: the teacher asks, two phones answer, one of them after it was reloaded @desktop', async ({
  page: host,
  browser,
}) => {
  const faults = await watchFaults(host, server.origin);
  const secret = readFileSync(join(data, 'host-secret'), 'utf8').trim();
  await host.goto(`${server.origin}/host#${secret}`);
  const length = host.getByRole('group', { name: 'How many questions' });
  await length.getByRole('radio', { name: '3' }).check();
  await host.getByRole('button', { name: 'Open the room' }).click();
  const code = await host.getByText(/^Code: /).innerText();
  expect(host.url()).not.toContain(secret);

  const [ana, ben] = [await phone(browser), await phone(browser)];
  for (const one of [ana, ben]) {
    await one.goto(`${server.origin}/join`);
    await one.getByLabel('Code on the board').fill(code.replace('Code: ', '').toLowerCase());
    await one.getByRole('button', { name: 'Join' }).click();
    await one.getByRole('button', { name: 'Come in' }).click();
    await expect(one.getByText('You are in.')).toBeVisible();
  }
  await expect(host.getByRole('heading', { name: '2 of 2 here' })).toBeVisible();

  await host.getByRole('button', { name: 'Ask the first question' }).click();
  await expectAccessible(ana);
  await answer(ana);
  await expect(host.getByText('1 of 2 have answered')).toBeVisible();
  await ana.reload();
  await expect(ana.getByText('Saved.')).toBeVisible();
  await ben.context().setOffline(true);
  await ben.context().setOffline(false);
  await answer(ben);

  await host.getByRole('button', { name: 'Close the question' }).click();
  await host.getByRole('button', { name: 'Show the answer' }).click();
  for (const one of [ana, ben, host]) await expect(one.getByRole('figure')).toBeVisible();
  await expect(ana.getByText(/^(Right|Partly right|Not right)$/).first()).toBeVisible();
  await expectAccessible(host);
  expect(faults).toEqual({ errors: [], strangers: [], violations: [] });
  for (const one of [ana, ben]) await one.context().close();
});
