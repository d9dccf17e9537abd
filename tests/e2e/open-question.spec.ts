import { expect, test } from '@playwright/test';
import { classServer } from './support/class-server.ts';
import { expectAccessible } from './support/accessible.ts';
import { classPhone, comeIn, expectSaved, send } from './support/classroom.ts';
import { watchFaults } from './support/faults.ts';

/** A question that a class answers in its own words. */

const server = classServer();

test('a class answers in its own words; the teacher picks for the board and marks @desktop', async ({
  page: host,
  browser,
}) => {
  test.slow();
  const faults = await watchFaults(host, server.origin);
  await host.goto(server.host);
  await host.getByRole('radio', { name: 'Typed by students' }).check();
  await host.getByRole('checkbox', { name: 'In their own words' }).check();
  for (const kind of ['Choose', 'True or false', 'Type in', 'Order and match']) {
    await host.getByRole('checkbox', { name: kind, exact: true }).uncheck();
  }
  await expect(host.getByText(/pointing at a passage are not asked live/)).toBeVisible();
  await host.getByRole('button', { name: 'Open the room' }).click();
  const link = host.getByRole('link', { name: 'Board for the projector' });
  const address = (await link.getAttribute('href'))!;
  const board = await host.context().newPage();
  await board.goto(server.origin + address);
  const [ana, ben] = [await classPhone(browser), await classPhone(browser)];
  const door = `${server.origin}/join#${address.split('.')[2]}`;
  await comeIn(ana, door, 'Ana');
  await comeIn(ben, door, 'Ben');
  await host.getByRole('button', { name: 'Let all in' }).click();
  await host.getByRole('button', { name: 'Ask the first question' }).click();

  const WEAK = 'Because the state was weak';
  const SCRIPT = '<img src=x onerror=alert(1)> because of the money';
  for (const [phone, words] of [
    [ana, WEAK],
    [ben, SCRIPT],
  ] as const) {
    await phone.page.getByLabel('Your answer', { exact: true }).fill(words);
    await send(phone);
    await expectSaved(phone);
  }
  await expectAccessible(ana.page);
  await expect(host.getByText(WEAK)).toBeHidden();
  await host.getByRole('button', { name: 'Close the question' }).click();
  const written = host.getByRole('region', { name: 'What they wrote' });
  await expect(written.getByRole('listitem')).toHaveCount(2);
  await expect(written.getByText(SCRIPT)).toBeVisible();
  await expect(written.getByText(/Ana|Ben/)).toHaveCount(0);
  await expectAccessible(host);
  await expect(board.getByText('because of the money')).toBeHidden();
  await written.getByRole('button', { name: 'On the board' }).last().click();
  await expect(board.getByText(SCRIPT)).toBeVisible();
  await expectAccessible(board);
  await host.getByRole('button', { name: 'Show the answer' }).click();

  await expect(board.getByText('Mark your answer on your phone')).toBeVisible();
  await expectAccessible(board);
  const own = ana.page.getByRole('group', { name: /Does yours say this/ });
  await expect(ana.page.getByText(WEAK)).toBeVisible();
  await own.getByRole('button', { name: 'Partly' }).click();
  await expect(ana.page.getByText('You marked it: partly right')).toBeVisible();
  await expectAccessible(ana.page);
  const marks = written.getByRole('listitem').filter({ hasText: SCRIPT });
  await marks.getByRole('button', { name: 'Right', exact: true }).click();
  await expect(ben.page.getByText('Your teacher marked it: right')).toBeVisible();
  await expect(board.getByText('1 of 2 marked as right')).toBeVisible();
  // Neither was sent what the other wrote.
  expect(ana.heard.filter((frame) => frame.includes('because of the money'))).toEqual([]);
  expect(ben.heard.filter((frame) => frame.includes(WEAK))).toEqual([]);

  await host.getByRole('button', { name: 'End…' }).click();
  await host.getByRole('button', { name: 'End the session' }).click();
  await host.getByRole('button', { name: 'Who knows what' }).click();
  await host.getByRole('button', { name: /Ana/ }).first().click();
  const sheet = host.getByRole('dialog', { name: 'Ana' });
  await sheet.getByRole('listitem').getByRole('button').click();
  await expect(host.getByRole('dialog').getByText(/Because the state was weak/)).toBeVisible();
  expect(faults).toEqual({ errors: [], strangers: [], violations: [] });
});
