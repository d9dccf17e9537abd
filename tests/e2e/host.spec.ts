import { expect, test, type Page } from '@playwright/test';
import { classServer } from './support/class-server.ts';
import { expectAccessible } from './support/accessible.ts';
import { choose, classPhone, comeIn, expectSaved, send } from './support/classroom.ts';
import { watchFaults } from './support/faults.ts';

/** Leading a class, as the teacher's page and the board show it. */

const server = classServer();

/** Nobody scrolls a projector. */
async function expectAllInSight(board: Page): Promise<void> {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ]) {
    await board.setViewportSize(viewport);
    await expect
      .poll(() => board.evaluate(() => document.documentElement.scrollHeight - innerHeight))
      .toBe(0);
  }
}

test('a teacher leads a class by keyboard, lets two vote twice, and the board shows it all @desktop', async ({
  page: host,
  browser,
}) => {
  // Thirteen looks at whole pages.
  test.slow();
  const faults = await watchFaults(host, server.origin);
  await host.goto(server.host);
  await host.getByRole('radio', { name: 'Typed by students' }).check();
  for (const kind of ['True or false', 'Type in', 'Order and match']) {
    await host.getByRole('checkbox', { name: kind }).uncheck();
  }
  const length = host.getByRole('group', { name: 'How many questions' });
  await length.getByRole('radio', { name: '3' }).check();
  await host.getByText('See the questions').click();
  await expect(host.getByRole('button', { name: /^Not this one/ })).toHaveCount(3);
  await expectAccessible(host);
  await host.getByRole('button', { name: 'Open the room' }).click();

  const link = host.getByRole('link', { name: 'Board for the projector' });
  const address = (await link.getAttribute('href'))!;
  const secret = address.split('.')[2]!;
  const board = await (await browser.newContext()).newPage();
  await board.goto(server.origin + address);
  await expect(board.getByText('Who comes first?')).toBeVisible();

  const [ana, ben] = [await classPhone(browser), await classPhone(browser)];
  await comeIn(ana, `${server.origin}/join#${secret}`, 'Ana');
  await comeIn(ben, `${server.origin}/join#${secret}`, 'Ben');
  await expect(board.getByText('Ana')).toBeHidden();
  await expectAccessible(host);
  await host.getByRole('button', { name: 'Let all in' }).click();
  await expect(board.getByText('Ana')).toBeVisible();
  await expectAllInSight(board);
  await expectAccessible(board);

  await host.getByRole('button', { name: 'Ben' }).click();
  const sheet = host.getByRole('dialog', { name: 'Ben' });
  await sheet.getByLabel('Name', { exact: true }).fill('Benjamin');
  await sheet.getByRole('button', { name: 'Change' }).click();
  await expect(board.getByText('Benjamin')).toBeVisible();
  await host.keyboard.press('Escape');

  // Whatever has the focus, the space bar goes on.
  await host.getByRole('heading', { name: '2 of 2 here' }).click();
  await host.keyboard.press(' ');
  await expect(board.getByText('Question 1 of 3')).toBeVisible();
  for (const phone of [ana, ben]) {
    const several = phone.page.getByRole('checkbox');
    await expect(several.or(phone.page.getByRole('radio')).first()).toBeVisible();
    if ((await several.count()) > 0) for (const at of [0, 1]) await several.nth(at).check();
    else await choose(phone, 0);
    await send(phone);
    await expectSaved(phone);
  }
  await expect(host.getByText('All 2 have answered')).toBeVisible();
  await expectAllInSight(board);
  await expectAccessible(board);
  await host.keyboard.press('ArrowRight');
  await host.getByRole('button', { name: 'Discuss' }).click();
  await expect(board.getByText('Discuss it with your neighbours')).toBeVisible();
  await host.getByRole('button', { name: 'Vote again' }).click();
  await expect(board.getByText('Second vote')).toBeVisible();
  await expect(host.getByText('0 of 2 have answered')).toBeVisible();
  await host.getByRole('button', { name: 'Close the question' }).click();
  await host.getByRole('button', { name: 'Show the answer' }).click();
  await expect(board.getByRole('figure')).toBeVisible();
  await expect(board.getByText(/% missed it/)).toBeVisible();
  await expectAllInSight(board);
  await expectAccessible(board);

  await host.getByRole('button', { name: 'Next question' }).click();
  await host.getByRole('button', { name: 'Skip it' }).click();
  await expect(board.getByText('Question 3 of 3')).toBeVisible();
  await host.getByRole('button', { name: 'End…' }).click();
  await host.getByRole('button', { name: 'End the session' }).click();
  await expect(board.getByText('Thank you!')).toBeVisible();
  await expectAccessible(host);
  await expectAccessible(board);
  await host.getByRole('button', { name: 'Who knows what' }).click();
  await expect(host).toHaveURL(/\/class\/record#/);
  await expect(host.getByText('Benjamin').first()).toBeVisible();
  expect(faults).toEqual({ errors: [], strangers: [], violations: [] });
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-ES' });

  test('the page of the teacher and the board speak it, also what the machine answers @desktop', async ({
    page: host,
    browser,
  }) => {
    await host.goto(server.host);
    await host.getByRole('radio', { name: 'Cada cual a su ritmo' }).check();
    await expectAccessible(host);
    await host.getByRole('button', { name: 'Abrir la sala' }).click();
    const link = host.getByRole('link', { name: 'Pizarra para el proyector' });
    const context = await browser.newContext({ locale: 'es-ES' });
    const board = await context.newPage();
    await board.goto(server.origin + (await link.getAttribute('href'))!);
    await expect(board.getByText('¿Quién llega primero?')).toBeVisible();
    for (const step of [
      'Repartir las preguntas',
      'Cerrar las preguntas',
      'Mostrar los resultados',
    ]) {
      await host.getByRole('button', { name: step }).click();
    }
    await expect(board.getByRole('heading', { level: 2 })).toHaveText(
      'Cuántos han acertado cada pregunta',
    );
    await expectAccessible(host);
    await host.getByRole('button', { name: 'Repasar la pregunta 1' }).click();
    await expect(board.getByText('Pregunta 1 de 5')).toBeVisible();
    await expect(board.getByRole('figure')).toBeVisible();
  });
});
