import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Locator, type Page } from '@playwright/test';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { CHROMIUM_FLAGS, findChromium } from '../browser.js';
import { photoOf } from '../unit/qr-photo.ts';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { tick } from './support/tick.ts';

test.use({ serviceWorkers: 'block' });

/** Makes a quiz with as many questions to choose from. */
async function make(page: Page, way: 'As a link' | 'With its questions'): Promise<void> {
  await page.goto('/class/handout');
  await page.getByLabel('Questions', { exact: true }).selectOption('5');
  await tick(page.getByRole('radio', { name: way }));
  await page.getByText('All ways to answer').click();
  for (const kind of ['Type in', 'Order and match']) {
    const box = page.getByRole('checkbox', { name: kind });
    if (await box.isChecked()) await tick(box, false);
  }
  await page.getByRole('button', { name: 'Make the quiz' }).click();
  await expect(page.getByRole('img', { name: /Code of the quiz/ })).toBeVisible();
}

/** Answers all questions but the last, and hands in. */
async function take(page: Page, name: string): Promise<string> {
  await page.getByLabel('Your name, or your number').fill(name);
  await page.getByRole('button', { name: 'Begin' }).click();
  for (let at = 1; at < 5; at++) {
    await expect(page.getByRole('heading', { name: `Question ${at} of 5` })).toBeVisible();
    await answer(page);
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await page.getByRole('button', { name: 'To the end' }).click();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: /Hand in/ }).click();
  await expect(page.getByRole('heading', { name: 'Handed in' })).toBeVisible();
  return page.getByLabel('Or send it as text').inputValue();
}

/** Takes as many options as the question wants. */
async function answer(page: Page): Promise<void> {
  const several = page.getByText(/^\d are right\.$/);
  const options = page
    .getByRole('group')
    .getByRole((await several.count()) > 0 ? 'checkbox' : 'radio');
  const take = (await several.count()) > 0 ? parseInt((await several.textContent())!, 10) : 1;
  for (let at = 0; at < take; at++) await tick(options.nth(at));
}

/** The text of a code on screen, read from its squares as a camera would. */
async function textOf(code: Locator): Promise<string> {
  const path = (await code.locator('path').getAttribute('d'))!;
  const size = Number((await code.getAttribute('viewBox'))!.split(' ')[2]);
  const squares = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g)) squares[Number(y)]![Number(x)] = true;
  return decodeQR(photoOf(squares, { size: 480, fill: 0.9 }), { effort: 4, timeLimit: 1000 });
}

/** A film for Chromium's false camera: this code, held a little askew. */
function filmOf(text: string): string {
  const code = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const { width, height, data } = photoOf(code, { size: 480, angle: 9, noise: 0.1 });
  const luma = Buffer.from(Uint8Array.from({ length: width * height }, (_, at) => data[4 * at]!));
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const file = join(mkdtempSync(join(tmpdir(), 'recite-film-')), 'code.y4m');
  writeFileSync(file, Buffer.concat([head, frame, frame]));
  return file;
}

test(
  'a quiz as a link is taken with no network, handed in as a code, and explained by the unlock code',
  { tag: '@phone' },
  async ({ page }) => {
    await make(page, 'As a link');
    await expectAccessible(page);
    const link = await page.getByLabel('Link').inputValue();
    expect(await textOf(page.getByRole('img', { name: 'Code of the quiz' }))).toBe(link);
    await page.getByRole('button', { name: 'Show the unlock code' }).click();
    const unlock = (await page.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}$/).textContent())!;

    await page.goto(link);
    await page.getByLabel('Your name, or your number').fill('Ana');
    await page.getByRole('button', { name: 'Begin' }).click();
    await answer(page);
    await expectAccessible(page);
    // A reload finds it as it was left; also the name.
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Question 1 of 5' })).toBeVisible();
    await expect(
      page
        .getByRole('radio', { checked: true })
        .or(page.getByRole('checkbox', { checked: true }))
        .first(),
    ).toBeVisible();
    await page.getByRole('button', { name: 'All questions' }).click();
    await expect(page.getByText('1 answered, 4 open.')).toBeVisible();
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('button', { name: /Hand in/ }).click();
    const result = await page.getByLabel('Or send it as text').inputValue();
    expect(await textOf(page.getByRole('img', { name: 'Your result as a code' }))).toBe(result);
    await expectAccessible(page);
    await expectNoSideScroll(page, 320);

    // Not even the right code of another quiz opens it.
    await page.getByLabel('Unlock code').fill('AAAA BBBB CCCC');
    await page.getByRole('button', { name: 'Open it' }).click();
    await expect(page.getByRole('alert')).toContainText('does not open this quiz');
    await page.getByLabel('Unlock code').fill(unlock);
    await page.getByRole('button', { name: 'Open it' }).click();
    await expect(page.getByRole('heading', { name: /^\d of 5 right$/ })).toBeVisible();
    await expect(page.getByText('You did not answer.')).toHaveCount(4);
    await expectAccessible(page);

    await page.goto('/class/collect');
    await page.getByText('Paste it instead').click();
    await page.getByLabel('Texts of results').fill(result);
    await page.getByRole('button', { name: 'Take it' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Ana is in.' })).toBeVisible();
    await page.getByLabel('Texts of results').fill(result);
    await page.getByRole('button', { name: 'Take it' }).click();
    await expect(page.getByText('Ana was read before.')).toBeVisible();
    await page
      .getByLabel('Texts of results')
      .fill(result.slice(0, 60) + (result[60] === '0' ? '1' : '0') + result.slice(61));
    await page.getByRole('button', { name: 'Take it' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'It was not taken.' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '1 result', exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Open in the gradebook' }).click();
    await expect(page.getByText('Ana').first()).toBeVisible();
  },
);

test(
  'a loop of codes carries the questions, and another device reads the result with its camera',
  { tag: '@desktop' },
  async ({ page, baseURL }) => {
    await make(page, 'With its questions');
    const code = page.getByRole('img', { name: /Code of the quiz/ });
    await page.getByRole('button', { name: 'Stop here' }).click();
    const count = Number(/of (\d+)$/.exec((await code.getAttribute('aria-label'))!)![1]);
    const frames: string[] = [];
    for (let at = 0; at < count; at++) {
      frames.push(await textOf(code));
      await page.getByRole('button', { name: 'On', exact: true }).click();
    }
    expect(new Set(frames).size).toBe(count);
    await expectAccessible(page);
    await page.getByText('Collect on another device').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);

    await page.goto('/take');
    await page.getByText('Paste it instead').click();
    for (const frame of [...frames].reverse()) {
      await page.getByLabel('Link of the quiz').fill(frame);
      await page.getByRole('button', { name: 'Take it' }).click();
    }
    const result = await take(page, 'Iñaki');

    const executablePath = findChromium();
    const other = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...CHROMIUM_FLAGS,
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${filmOf(result)}`,
      ],
    });
    try {
      const collector = await other.newPage({
        ...(baseURL ? { baseURL } : {}),
        serviceWorkers: 'block',
      });
      await collector.goto('/class/collect');
      await collector.getByText('Bring a quiz over from another device').click();
      await collector.getByLabel('File of the quiz').setInputFiles(await download.path());
      await expect(collector.getByText(/can be collected here now/)).toBeVisible();
      await collector.getByRole('button', { name: 'Start the camera' }).click();
      await expect(collector.getByRole('status').filter({ hasText: 'Iñaki is in.' })).toBeVisible();
      await expect(collector.getByText('1 not answered')).toBeVisible();
    } finally {
      await other.close();
    }
  },
);
