import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../browser.js';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { smallBank, withBank } from './support/bank.ts';
import { classFile, classRecord } from './support/class-record.ts';
import { film } from './support/fake-camera.ts';
import { watchFaults, NO_FAULTS } from './support/faults.ts';
import { readPdf } from './support/pdf.ts';
import { bankOf } from './support/quiz.ts';

const NAMES = ['Ana Almeida', 'Bruno Díaz', 'Cleo Marsh', 'Dmitri Orlov', 'Evelyn Hart', 'Farid'];
const HELD = [
  [
    [1, 'A'],
    [2, 'B'],
    [3, 'A'],
  ],
  [
    [4, 'B'],
    [5, 'A'],
    // Held by somebody who is not in the class.
    [99, 'A'],
  ],
] as const;

const FILM = film(HELD);
const executablePath = findChromium();
test.use({
  serviceWorkers: 'block',
  launchOptions: {
    args: [
      ...CHROMIUM_FLAGS,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${FILM}`,
    ],
    ...(executablePath && { executablePath }),
  },
});

test.afterAll(() => rmSync(dirname(FILM), { recursive: true, force: true }));

async function writeClass(page: Page): Promise<void> {
  await page.goto('/class/cards');
  await page.getByRole('button', { name: 'New class' }).click();
  await page.getByLabel('Name of the class').fill('7b');
  await page.getByLabel('Students, one on each line').fill(NAMES.join('\n'));
  await expect(page.getByText('6 students, cards 1 to 6.')).toBeVisible();
  await page.getByRole('button', { name: 'Save the class' }).click();
  await expect(page.getByText('6 students, kept on this device.')).toBeVisible();
}

async function begin(page: Page): Promise<void> {
  await page.goto('/class/sweep');
  await page.getByRole('radio', { name: '3' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Ask the first question' }).click();
  await expect(page.getByText('Question 1 of 3')).toBeVisible();
}

const roll = (page: Page) => page.getByRole('list', { name: 'Who has been read' });

test('the camera sweeps over a class: who is read, how it answered, and the record @desktop', async ({
  page,
  baseURL,
}) => {
  const faults = await watchFaults(page, baseURL!);
  await writeClass(page);
  await begin(page);
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await expect(page.getByText('5 of 6 read')).toBeVisible();
  await expect(roll(page).getByRole('button', { name: 'Farid' })).toContainText('not read yet');
  // What each says is seen only when the teacher asks for it.
  await expect(roll(page).getByText('A', { exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Letters of each student' }).click();
  for (const [card, letter] of HELD.flat().filter(([card]) => card !== 99)) {
    const student = roll(page).getByRole('button', { name: NAMES[card - 1]! });
    await expect(student.getByText(letter, { exact: true })).toBeVisible();
  }

  await page.reload();
  await expect(page.getByText('5 of 6 read')).toBeVisible();
  await roll(page).getByRole('button', { name: 'Farid' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'B', exact: true }).click();
  await expect(page.getByText('6 of 6 read')).toBeVisible();
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await expect(page.getByText(/^\d+% missed it$/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Question' }).getByRole('figure')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(page.getByText('0 of 6 read')).toBeVisible();
  await page.getByRole('button', { name: 'End the session' }).click();
  await expect(
    page.getByText('The answers of 6 students are in your class records.'),
  ).toBeVisible();
  await page.getByRole('link', { name: 'See the report' }).click();
  await expect(page.getByRole('main')).toContainText('Ana Almeida');
  expect(faults).toEqual(NO_FAULTS);
});

test('cards that are printed are read from a photo of them @desktop', async ({ page }) => {
  await writeClass(page);
  await expectAccessible(page);
  const [front] = await page.getByRole('article', { name: 'Sheet 1, fronts' }).all();
  const photo = await front!.screenshot();
  const file = await page.pdf({ preferCSSPageSize: true });
  const pages = readPdf(file);
  // Two on a page, both sides, and nothing but paper; drawn, not painted.
  expect(pages).toHaveLength(6);
  expect(Math.abs(pages[0]!.width - 595.3)).toBeLessThan(1);
  expect(pages[0]!.text).toMatch(/^[ABCD12]+$/);
  expect(pages[1]!.text).toContain('AnaAlmeida');
  expect(file.toString('latin1')).not.toContain('/Subtype /Image');

  await begin(page);
  await page.getByLabel('Take a photo').setInputFiles({
    name: 'class.png',
    mimeType: 'image/png',
    buffer: photo,
  });
  await expect(page.getByText('2 of 6 read')).toBeVisible();
  await expect(page.getByText('In the photo: 2 cards, of which 2 new.')).toBeVisible();
  await page.getByRole('button', { name: 'Letters of each student' }).click();
  await expect(roll(page).getByText('A', { exact: true })).toHaveCount(2);
});

test('paper cards add to the record of a live class, and to another one at the end @desktop', async ({
  page,
}) => {
  const life = { students: NAMES.slice(0, 2), length: 6, at: Date.UTC(2026, 4, 4), seed: 'live' };
  const record = classRecord(await bankOf(page), { ...life, title: 'Live 7b' });
  await page.goto('/class');
  for (const one of [record, { ...record, id: 'class-other', title: 'Live 7c' }]) {
    await page.getByLabel('Class file').setInputFiles(classFile(one));
    await expect(page.getByText(`“${one.title}” is in the gradebook.`)).toBeVisible();
  }
  await writeClass(page);
  await page.goto('/class/sweep');
  await page.getByLabel('Questions', { exact: true }).selectOption('Live 7b');
  await page.getByRole('button', { name: 'Ask the first question' }).click();
  for (const name of ['Ana Almeida', 'Farid']) {
    await roll(page).getByRole('button', { name }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'A', exact: true }).click();
  }
  await page.getByRole('button', { name: 'End the session' }).click();
  const kept = page.getByText('The answers of 2 students are in your class records.');
  await expect(kept).toBeVisible();
  await page.getByLabel('Class record').selectOption('Live 7c');
  await expect(kept).toBeVisible();
  await expectAccessible(page);
  const report = page.getByRole('link', { name: 'See the report' });
  await expect(report).toHaveAttribute('href', '/class/record#class-other');
  await report.click();
  const answers = page.getByRole('grid', { name: 'Answers' });
  await expect(answers.getByRole('button', { name: 'Farid' })).toBeVisible();
  await answers.getByRole('button', { name: 'Ana Almeida' }).click();
  await expect(page.getByRole('dialog')).toContainText('Handed in live and on a paper card.');
  await page.goto(`/class/record#${record.id}`);
  await expect(answers.getByRole('button', { name: 'Bruno Díaz' })).toBeVisible();
  await expect(answers.getByRole('button', { name: 'Farid' })).toHaveCount(0);
});

test('on a phone the cards and the session fit, without a camera too @phone', async ({ page }) => {
  await page.addInitScript(() => {
    // As on an address of the local network without https.
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
  });
  await page.goto('/class/sweep');
  await expect(page.getByRole('link', { name: 'Make cards for a class' })).toBeVisible();
  await writeClass(page);
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await begin(page);
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await expect(page.getByText('Over this address the browser gives no camera')).toBeVisible();
  await expect(page.getByLabel('Take a photo')).toBeAttached();
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
});

test('answer sheets of a printed quiz are typed in, a student a line @phone', async ({
  page,
  context,
}) => {
  await writeClass(page);
  // Of questions with options alone, so that every one has an A.
  const bank = smallBank();
  const questions = bank.questions.filter(({ type }) => type === 'choice');
  await withBank(context, { ...bank, questions });
  await page.goto('/print?seed=PAPER');
  await page.getByRole('link', { name: 'Type in the answers of a class' }).click();
  const ana = page.getByRole('textbox', { name: NAMES[0]! });
  await ana.fill('Z');
  await expect(page.getByText(/^No such letter in question \d+\.$/)).toBeVisible();
  await ana.fill('A');
  await expect(page.getByText(/^No such letter/)).toBeHidden();
  await ana.press('Enter');
  await expect(page.getByRole('textbox', { name: NAMES[1]! })).toBeFocused();
  await page.keyboard.type('-');
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
  await page.reload();
  await expect(page.getByText('2 of 6 typed')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the answers' }).click();
  await page.getByRole('link', { name: 'See the report' }).click();
  await expect(page.getByRole('main')).toContainText('Bruno Díaz');
});
