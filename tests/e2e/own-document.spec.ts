import { expect, test } from '@playwright/test';
import { classServer } from './support/class-server.ts';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { choose, classPhone, comeIn, expectSaved, send } from './support/classroom.ts';
import { watchFaults } from './support/faults.ts';

/** A class that is asked about a document of the teacher's own, written from right to left. */

const TEXT = '---\nlanguage: ar\n---\n# كتاب الطيور\n\n## البوم {#owls}\n\nتصطاد البومة ليلا.\n';
const BANK = `section: owls
questions:
  - id: when
    type: choice
    prompt: متى تصطاد البومة؟
    answer: ليلا
    distractors:
      - { text: نهارا, why: يقول النص ليلا }
      - { text: صباحا, why: يقول النص ليلا }
    explanation: هكذا يقول النص.
    stance: fact
    level: remember
    tags: [figures]
    cite:
      - { paragraph: owls-1, quote: تصطاد البومة ليلا }
`;
const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

const server = classServer();

test('a teacher adds a document and leads a class with it; its record outlives it @phone', async ({
  page: host,
  browser,
}) => {
  test.slow();
  const faults = await watchFaults(host, server.origin);
  await host.goto(server.host);
  await host.getByRole('link', { name: 'Use a document of your own…' }).click();
  const files = host.getByLabel('Files of a document');
  await files.setInputFiles([file('document.md', TEXT), file('owls.yaml', 'section: nothing')]);
  await expect(host.getByRole('alert')).toContainText('owls.yaml:1');
  await files.setInputFiles([file('document.md', TEXT), file('owls.yaml', BANK)]);
  await expect(host.getByRole('radio', { name: 'كتاب الطيور' })).toBeChecked();
  await expectAccessible(host);
  await expectNoSideScroll(host);

  await host.getByRole('link', { name: 'Ask it live' }).click();
  await expect(host.getByLabel('Document', { exact: true })).toContainText('كتاب الطيور');
  await host.getByRole('radio', { name: 'Typed by students' }).check();
  await host.getByRole('button', { name: 'Open the room' }).click();
  const board = await host.context().newPage();
  const link = host.getByRole('link', { name: 'Board for the projector' });
  const address = (await link.getAttribute('href'))!;
  await board.goto(server.origin + address);
  const ana = await classPhone(browser);
  await comeIn(ana, `${server.origin}/join#${address.split('.')[2]}`, 'Ana');
  await host.getByRole('button', { name: 'Let in', exact: true }).click();
  await host.getByRole('button', { name: 'Ask the first question' }).click();
  for (const page of [ana.page, board]) {
    const prompt = page.getByText('متى تصطاد البومة؟');
    await expect(prompt).toBeVisible();
    expect(await prompt.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
    await expect(
      page
        .locator('[lang="ar"]', { has: page.getByText('متى') })
        .or(prompt)
        .first(),
    ).toHaveAttribute('lang', 'ar');
  }
  await choose(ana, 0);
  await send(ana);
  await expectSaved(ana);
  await host.getByRole('button', { name: 'Close the question' }).click();
  await host.getByRole('button', { name: 'Show the answer' }).click();
  for (const page of [ana.page, board]) {
    await expect(page.getByText('تصطاد البومة ليلا', { exact: true })).toBeVisible();
  }
  await host.getByRole('button', { name: 'End the session' }).click();
  await host.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
  await host.getByRole('button', { name: 'Who knows what' }).click();
  const missing = host.getByText('is not on this device');
  await expect(host.getByRole('heading', { name: 'البوم' })).toBeVisible();
  await expect(missing).toBeHidden();
  const record = host.url();

  await host.goto(`${server.origin}/class/documents`);
  await host.getByRole('button', { name: /^Remove/ }).click();
  await expect(host.getByText(/is removed from this device/)).toBeVisible();
  await host.goto(record);
  await expect(missing).toBeVisible();
  expect(faults).toEqual({ errors: [], strangers: [], violations: [] });
});
