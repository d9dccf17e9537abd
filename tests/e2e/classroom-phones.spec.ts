import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { begin, teacher } from '../unit/live.ts';
import { classServer } from './support/class-server.ts';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import {
  choose,
  classPhone,
  comeIn,
  expectSaved,
  phonePage,
  send,
  shippedPlan,
} from './support/classroom.ts';

const server = classServer();

const portOf = () => Number(new URL(server.origin).port);

test('a board and five phones: asleep, flat, offline, late, thrown out; and the server is killed in mid-answer @desktop', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const plan = shippedPlan(['choice', 'truefalse']);
  const begun = await begin(portOf(), server.secret, { names: 'typed' }, plan);
  const host = teacher(begun);
  const link = `${server.origin}/join#${begun.secret}`;
  const seats = () =>
    host.news.flatMap((news) => (news.t === 'seats' ? (news.seats as Seat[]) : []));
  const seatOf = (name: string, status: string) =>
    seats().findLast((seat) => seat.name === name && seat.status === status)!.id;

  const board = await (await browser.newContext()).newPage();
  await board.goto(`${server.origin}/board#${begun.session}.${begun.board}`);
  const phones = await Promise.all(Array.from({ length: 5 }, () => classPhone(browser)));
  const [ana, ben, cleo, dan, eve] = phones as [Phone, Phone, Phone, Phone, Phone];
  const scriptName = '<img src=x onerror=alert(1)>';
  await comeIn(ana, link, 'Ana');
  await Promise.all([
    comeIn(ben, link, 'Ben'),
    comeIn(cleo, link, 'Cleo'),
    comeIn(dan, link, scriptName),
  ]);
  expect(await host.tap({ do: 'admit-all' })).toBeNull();
  for (const { page } of [ana, ben, cleo, dan]) {
    await expect(page.getByText('You are in.')).toBeVisible();
  }
  await expect(dan.page.getByText('img src=x onerror=alert(1)')).toBeVisible();
  expect(await dan.page.locator('img').count()).toBe(0);

  await host.tap({ do: 'open', place: 0 });
  const { prompt, explanation } = plan[0]!.question;
  await expect(board.getByText(prompt)).toBeVisible();
  for (const one of [ana, ben, cleo, dan]) await choose(one, 0);
  await send(ana);
  await expectSaved(ana);

  // Ben's line is cut, Cleo's battery is flat, Dan's phone sleeps with the answer on its way.
  await ben.page.context().setOffline(true);
  await send(ben);
  await expect(ben.page.getByText('Not saved yet.')).toBeVisible();
  await cleo.page.close();
  const lifecycle = await dan.page.context().newCDPSession(dan.page);
  await send(dan);
  await server.kill();
  await lifecycle.send('Page.setWebLifecycleState', { state: 'frozen' });
  await expect(ana.page.getByText('No connection.')).toBeVisible();
  const before = server.origin;
  await server.startAgain();
  expect(server.origin).toBe(before);
  await ben.page.context().setOffline(false);
  await lifecycle.send('Page.setWebLifecycleState', { state: 'active' });
  const cleoAgain = phonePage(await cleo.page.context().newPage());
  await cleoAgain.page.goto(`${server.origin}/join`);
  await choose(cleoAgain, 1);
  await send(cleoAgain);

  // Eve comes late, into the open question.
  await comeIn(eve, link, 'Eve');
  await expect.poll(() => seats().some((seat) => seat.name === 'Eve')).toBe(true);
  expect(await host.tap({ do: 'admit', seat: seatOf('Eve', 'waiting') })).toBeNull();
  await choose(eve, 1);
  await send(eve);
  const all = [ana, ben, cleoAgain, dan, eve];
  for (const one of all) await expectSaved(one);
  await ana.page.reload();
  await expectSaved(ana);

  // Nothing of the key is on the wire before it is shown, nor what others answered.
  const { text, start, end } = plan[0]!.passage;
  const key = text.slice(start, end);
  await host.tap({ do: 'close', place: 0 });
  await expect(eve.page.getByText('The question is closed.')).toBeVisible();
  for (const { heard } of [...all, cleo]) {
    expect(heard.length).toBeGreaterThan(0);
    for (const frame of heard) {
      for (const secret of [explanation, key, plan[0]!.question.id]) {
        expect(frame).not.toContain(secret);
      }
    }
  }
  await host.tap({ do: 'reveal', place: 0 });
  for (const { page } of all) {
    await expect(page.getByRole('figure').locator('mark')).toHaveText(key);
    await expect(page.getByText(/^(Right|Not right)$/).first()).toBeVisible();
  }
  await expect(board.getByText(explanation)).toBeVisible();

  // Ben goes on with another phone, by the teacher's nod; his first one is out.
  const second = await classPhone(browser);
  await second.page.goto(link);
  await second.page.getByText('I was here already, with another phone').click();
  await second.page.getByLabel('The name you had').fill('ben');
  await second.page.getByRole('button', { name: 'Ask to come back' }).click();
  await expect(second.page.getByText('Your teacher will let you in.')).toBeVisible();
  await expect.poll(() => seats().some((seat) => seat.like !== null)).toBe(true);
  const [from, seat] = [seatOf('Ben', 'waiting'), seatOf('Ben', 'in')];
  expect(await host.tap({ do: 'hand-over', seat, from })).toBeNull();
  await expect(second.page.getByRole('figure')).toBeVisible();
  await expect(ben.page.getByText('This phone has no place in the class now')).toBeVisible();

  // Cleo is sent out, and let in again.
  const cleoSeat = seatOf('Cleo', 'in');
  await host.tap({ do: 'remove', seat: cleoSeat });
  await expect(cleoAgain.page.getByText('Your teacher has taken you out')).toBeVisible();
  await host.tap({ do: 'open', place: 1 });
  await host.tap({ do: 'admit', seat: cleoSeat });
  const still = [ana, second, cleoAgain, dan, eve];
  for (const one of still) {
    await choose(one, 0);
    await send(one);
  }
  for (const one of still) await expectSaved(one);

  const log = readFileSync(join(server.data, 'sessions', `${begun.session}.jsonl`), 'utf8');
  expect(log.match(/"kind":"answered"/g)).toHaveLength(10);
  host.transport.close();
  for (const { page } of [...phones, second]) await page.context().close();
  await board.context().close();
});

interface Seat {
  id: string;
  name: string;
  status: string;
  like: string | null;
}
type Phone = Awaited<ReturnType<typeof classPhone>>;

const HEARD = {
  question: `
    - heading "Join a class" [level=1]
    - group:
      - heading "Question 1 of 7" [level=2]
      - paragraph
      - group:
        - group "Your answer":
          - radio
      - group "How sure are you? optional"
      - status:
        - paragraph: Choose one
      - button "Send answer" [disabled]
  `,
  reveal: `
    - heading "Join a class" [level=1]
    - group:
      - heading "Question 1 of 7" [level=2]
      - article:
        - paragraph:
          - strong: /Right|Not right/
        - paragraph
        - group "Your answer":
          - radio /This one|Right/ [disabled]
        - figure:
          - blockquote:
            - mark
        - heading "Why not the others" [level=3]
  `,
};

test('a phone through all that a class asks of it, and the missed questions as cards that are there offline @phone', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const types = ['choice', 'multi', 'truefalse', 'cloze', 'number', 'order', 'match'] as const;
  const plan = shippedPlan(types);
  const settings = { names: 'generated', teams: ['Red', 'Blue'], confidence: true };
  const begun = await begin(portOf(), server.secret, settings, plan);
  const host = teacher(begun);
  await page.goto(`${server.origin}/join`);
  await expectAccessible(page);
  await page.getByLabel('Code on the board').fill(begun.code.toLowerCase());
  await page.getByRole('button', { name: 'Join' }).click();
  const name = page.getByRole('status').first();
  const offered = await name.innerText();
  await page.getByRole('button', { name: 'Another one' }).click();
  await expect(name).not.toHaveText(offered);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Come in' }).click();
  await expect(page.getByText('You are in.')).toBeVisible();
  await expectAccessible(page);

  for (const [place, { question }] of plan.entries()) {
    await host.tap({ do: 'open', place });
    await expect(page.getByText(`${place + 1} of ${plan.length}`)).toBeVisible();
    if (place === 0) await expectHeard('question', question.prompt);
    await expectAccessible(page);
    await expectNoSideScroll(page);
    await answerWrongly();
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
    await host.tap({ do: 'close', place });
    await host.tap({ do: 'reveal', place });
    await expect(page.getByText(question.explanation)).toBeVisible();
    if (place === 0) await expectHeard('reveal', /^(Right|Not right)/);
    if (['multi', 'cloze', 'order'].includes(question.type)) await expectAccessible(page);
    await expectNoSideScroll(page);
  }

  await host.tap({ do: 'end' });
  await page.getByRole('button', { name: /^Keep the/ }).click();
  await expect(page.getByText(/cards? kept\./)).toBeVisible();
  await expectAccessible(page);
  const study = await page.getByRole('link', { name: 'Study them now' }).getAttribute('href');
  // What is here is secure: so it opens without a network, too.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.context().setOffline(true);
  await page.goto(`${server.origin}${study}`);
  await page.getByRole('button', { name: 'Show answer' }).click();
  await expect(page.getByRole('figure').first().locator('mark')).toBeVisible();
  await page.context().setOffline(false);
  host.transport.close();

  /** What a screen reader comes upon; the focus is put at the name of it. */
  async function expectHeard(state: keyof typeof HEARD, name: string | RegExp): Promise<void> {
    await expect(page.locator(':focus')).toHaveAccessibleName(name);
    await expect(page.getByRole('main')).toMatchAriaSnapshot(HEARD[state]);
  }

  /** Something that makes an answer, and is seldom right. */
  async function answerWrongly(): Promise<void> {
    const button = page.getByRole('button', { name: 'Send answer' });
    const main = page.getByRole('main');
    await expect(button).toBeVisible();
    await page.getByRole('radio', { name: 'A guess' }).check();
    const options = await main.locator('.option').all();
    for (const option of options.reverse()) if (await button.isDisabled()) await option.click();
    for (const field of await main.getByRole('textbox').all()) await field.fill('1');
    for (const choice of await main.getByRole('combobox').all()) {
      if (await button.isDisabled()) await choice.selectOption({ index: 1 });
    }
    await button.click();
  }
});
