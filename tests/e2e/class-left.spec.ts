import { expect, test, type Locator, type Page } from '@playwright/test';
import { classServer } from './support/class-server.ts';
import { expectAccessible } from './support/accessible.ts';
import { classPhone } from './support/classroom.ts';

const server = classServer();

/** Something, whatever the question is. */
async function answer(page: Page, send: Locator): Promise<void> {
  const main = page.getByRole('main');
  for (const option of await main.getByRole('radio').or(main.getByRole('checkbox')).all()) {
    if (await send.isDisabled()) await option.check();
  }
  for (const field of await main.getByRole('textbox').all()) await field.fill('1');
  for (const choice of await main.getByRole('combobox').all()) {
    if (await send.isDisabled()) await choice.selectOption({ index: 1 });
  }
}

test(
  'a live connection that dies for good: the phone hands its answers in as a code, into the same record',
  { tag: '@desktop' },
  async ({ page: host, browser }) => {
    test.setTimeout(90_000);
    await host.goto(server.host);
    await host.getByRole('button', { name: 'Open the room' }).click();
    const code = await host.getByText(/^Code: /).innerText();

    const phone = await classPhone(browser);
    const { page } = phone;
    await page.clock.install();
    await page.goto(`${server.origin}/join`);
    await page.getByLabel('Code on the board').fill(code.replace('Code: ', ''));
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('button', { name: 'Come in' }).click();
    await expect(page.getByText('You are in.')).toBeVisible();
    const name = (await page.getByRole('main').locator('strong').first().textContent())!;
    await host.getByRole('button', { name: 'Ask the first question' }).click();
    const send = page.getByRole('button', { name: 'Send answer' });
    await expect(send).toBeVisible();
    await answer(page, send);

    await server.kill();
    await expect(page.getByText('No connection. Trying again …')).toBeVisible();
    await send.click();
    await expect(page.getByText('Does the connection not come back?')).toBeHidden();
    await page.clock.fastForward(20_000);
    await page.getByRole('button', { name: 'Show my answers as a code' }).click();
    await expect(page.getByRole('img', { name: 'Your answers as a code' })).toBeVisible();
    await expectAccessible(page);
    const text = await page.getByLabel('Or send it as text').inputValue();
    await page.context().close();

    await server.startAgain();
    await host.goto(`${server.origin}/class/collect`);
    await host.getByText('Paste it instead').click();
    await host.getByLabel('Texts of results').fill(text);
    await host.getByRole('button', { name: 'Take it' }).click();
    await expect(host.getByRole('status').filter({ hasText: `${name} is in.` })).toBeVisible();
    await host.getByRole('link', { name: 'Open in the gradebook' }).click();
    await expect(host.getByText(name).first()).toBeVisible();
  },
);
