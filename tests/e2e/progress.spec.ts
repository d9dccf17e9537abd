import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { liveThrough } from './support/history.ts';
import { eventsOf } from './support/journal.ts';
import { lived, remember, type Life } from './support/months.ts';
import { eachPart } from './support/parts.ts';
import { bankOf } from './support/quiz.ts';
import { quizzed } from './support/quizzes.ts';

test.use({ serviceWorkers: 'block' });

// Noon, so that no answer below falls on another day than it says.
const MONDAY = new Date('2026-03-02T12:00:00+01:00');
const MONTHS: Life = { days: 100, fresh: 3, offset: 60, seed: 'progress' };

async function open(page: Page): Promise<void> {
  await page.goto('/progress');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Progress');
  await expect(page.getByRole('heading', { name: 'What you know now' })).toBeVisible();
}

/** A phone shows one part at a time; elsewhere they are all there. */
async function part(page: Page, name: string): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Parts of your progress' });
  if (await list.isHidden()) await page.goBack();
  await list.getByRole('link', { name }).click();
  await expect(page.getByRole('region', { name })).toBeVisible();
}

/** Some months of study, up to the Monday. */
async function liveForMonths(page: Page): Promise<number> {
  await page.clock.setFixedTime(MONDAY);
  const events = lived(await bankOf(page), MONDAY.getTime(), MONTHS);
  await remember(page, events);
  return events.length;
}

async function table(page: Page, caption: string) {
  await page.getByLabel(`Show as a table: ${caption}`, { exact: true }).click();
  return page.getByRole('table', { name: caption, exact: true });
}

function figure(page: Page, name: string) {
  return page.getByRole('figure', { name });
}

test('before the first answer it claims nothing and leads to the first card', async ({ page }) => {
  await open(page);
  await expect(
    page.getByText('You have met none of the 103 paragraphs yet.').first(),
  ).toBeVisible();
  const { questions } = await bankOf(page);
  await expect(page.getByRole('link', { name: 'How it has been going' })).toBeHidden();
  await expectNoSideScroll(page);
  await part(page, 'Your cards');
  await expect(figure(page, 'Cards by state')).toContainText(
    `0 of ${questions.length} cards begun`,
  );
  await page.goBack();
  await page.getByRole('link', { name: 'Start studying' }).click();
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
});

test('after a few answers it shows what they tell, and says what needs more', async ({ page }) => {
  await page.clock.setFixedTime(MONDAY);
  // Easy lifts a new card into review at once; three of the four come back and one is forgotten.
  await liveThrough(page, [
    { ago: 10, ratings: [4, 4, 4, 4] },
    { ago: 1, ratings: [3, 3, 3, 1] },
  ]);
  await open(page);

  await part(page, 'Your cards');
  const states = await table(page, 'Cards by state');
  await expect(states.getByRole('row', { name: /^Learning/ })).toHaveText(/1$/);
  const cells = await states.getByRole('cell').allInnerTexts();
  const { questions } = await bankOf(page);
  expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(questions.length);

  await part(page, 'How it has been going');
  await expect(figure(page, 'How much you recall')).toContainText(
    'After 20 reviews, this compares how much you recall with what was predicted. You have given 4 so far.',
  );
  const answers = await table(page, 'Answers, by day');
  await expect(answers.getByRole('row', { name: 'Fri 20 Feb' })).toHaveText(/0\s*0\s*4$/);
  await expect(answers.getByRole('row', { name: 'Sun 1 Mar' })).toHaveText(/4\s*0\s*0$/);
  const days = await table(page, 'Answers, by day; days without any are left out');
  await expect(days.getByRole('row')).toHaveCount(3);
  await expect(days.getByRole('row').nth(1)).toHaveText(/Fri 20 Feb\s*4\s*24 seconds/);

  await part(page, 'What is coming');
  const ahead = await table(page, 'Cards due, by day');
  await expect(ahead.getByRole('row')).toHaveCount(31);
  await expect(ahead.getByRole('row').nth(1)).toHaveText(/1$/);
});

test('some months of study: true and predicted retention, and figures to take along', async ({
  page,
}) => {
  const events = await liveForMonths(page);
  await open(page);
  await part(page, 'In detail');
  await page.getByRole('radio', { name: 'All' }).check();
  await expect(figure(page, 'Is the prediction right?')).toContainText('Mature cards');
  await part(page, 'How it has been going');

  const recall = figure(page, 'How much you recall');
  await expect(recall).toContainText(/You recalled 8\d% of [\d,]+ reviews/);
  const retention = await table(page, 'Recalled and predicted, by week');
  expect(await retention.getByRole('row').count()).toBeGreaterThan(8);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV: save Answers, by week', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('recite-answers.csv');
  const [header, ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(header).toBe('\uFEFFfrom,to,reviews,learning,new');
  const counted = lines.map((line) => line.split(','));
  expect(counted[0]![0]).toMatch(/^2025-\d\d-\d\d$/);
  const sum = counted.reduce((all, [, , ...counts]) => {
    return all + counts.reduce((row, count) => row + Number(count), 0);
  }, 0);
  expect(sum).toBe(events);
});

test('a section alone, and the memory on a day to come', async ({ page }) => {
  await liveForMonths(page);
  await open(page);
  await page.getByRole('combobox', { name: 'As it stands' }).selectOption('In a month');
  await expect(page.getByText(/^Without another review, you would still recall/)).toBeVisible();
  await page.getByRole('combobox', { name: 'As it stands' }).selectOption('Today');

  await page.getByRole('combobox', { name: 'Show' }).selectOption('Executive Summary');
  const { questions } = await bankOf(page);
  const own = questions.filter(({ cites }) => cites[0].section === 'summary').length;
  await expect(page.getByRole('link', { name: 'Section by section' })).toBeHidden();
  await part(page, 'Your cards');
  await expect(figure(page, 'Cards by state')).toContainText(`of ${own} cards`);
  const states = await table(page, 'Cards by state');
  const cells = await states.getByRole('cell').allInnerTexts();
  expect(cells.reduce((total, cell) => total + Number(cell), 0)).toBe(own);
});

test('the pictures are read with the keyboard', { tag: '@desktop' }, async ({ page }) => {
  await liveForMonths(page);
  await open(page);
  const probe = page.getByRole('slider', { name: 'Cards coming back: read the picture' });
  await probe.focus();
  await page.keyboard.press('Home');
  await expect(probe).toHaveAttribute('aria-valuetext', /^Today: \d+ cards?/);
  await expect(figure(page, 'Cards coming back')).toContainText(/Today: \d+ cards?/);
  await page.keyboard.press('ArrowRight');
  await expect(probe).toHaveAttribute('aria-valuetext', /^Tue 3 Mar: \d+ cards?/);
});

test('what if: another goal is played through, adopted, and taken back', async ({ page }) => {
  await liveForMonths(page);
  await open(page);
  await part(page, 'What if you aimed elsewhere?');
  const goal = page.getByRole('slider', { name: 'Aim at' });
  await expect(
    page.getByText(/^Aiming at 85% instead of 90%: about \d+% fewer reviews/),
  ).toBeVisible();
  await goal.fill('0.95');
  await expect(
    page.getByText(/^Aiming at 95% instead of 90%: about \d+% more reviews/),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Aim at 95% from now on' }).click();
  await expect(page.getByText(/^Saved\. The schedule aims at 95%/)).toBeVisible();
  expect((await eventsOf(page, 'settings')).map(({ changes }) => changes)).toEqual([
    { desiredRetention: 0.95 },
  ]);
  await page.getByRole('button', { name: 'Back to 90%' }).click();
  await expect(page.getByRole('button', { name: 'Aim at 95% from now on' })).toBeVisible();
});

test('are you ready: a score with its range, ahead too, and held against real ones @phone', async ({
  page,
}) => {
  await page.clock.setFixedTime(MONDAY);
  const bank = await bankOf(page);
  const quizzes = { count: 12, length: 15, every: 4, pool: 60, offset: 60, seed: 'ready' };
  await remember(page, [
    ...lived(bank, MONDAY.getTime(), MONTHS),
    ...quizzed(bank, MONDAY.getTime(), quizzes),
  ]);
  await open(page);
  await part(page, 'Are you ready?');
  const ready = page.getByRole('region', { name: 'Are you ready?' });
  await expect(ready).toContainText(
    /Asked all \d+ questions today, you would get about \d+% right: between \d+% and \d+%\./,
  );
  await expect(ready).toContainText('questions of these you have never studied');
  await ready.getByLabel('Look ahead to').fill('2026-06-01');
  await ready.getByLabel('Look ahead to').blur();
  await expect(ready.getByText('On Mon 1 Jun, if you go on studying')).toBeVisible();
  await expect(ready.getByText('Working it out')).toBeHidden();
  await expect(figure(page, 'Were the predictions right?')).toContainText('Over 12 quizzes');
  const checks = await table(page, 'Predicted scores and real ones, by quiz');
  await expect(checks.getByRole('row')).toHaveCount(13);
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
});

test('every section says what was seen of it and leads to its text', async ({ page }) => {
  await page.clock.setFixedTime(MONDAY);
  await liveThrough(page, [{ ago: 1, ratings: [3, 3, 3] }]);
  await open(page);
  await part(page, 'Section by section');
  const section = page
    .getByRole('region', { name: 'Section by section' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Executive Summary' }) });
  await expect(section).toContainText('3 of ');
  await expect(section).toContainText('Recall today: ');

  await section.getByRole('link', { name: 'Study Executive Summary' }).click();
  await expect(page).toHaveURL('/study?section=summary');
  await page.goBack();
  await section.getByRole('link', { name: 'Read Executive Summary' }).click();
  await expect(page).toHaveURL('/read#summary');
});

test('an answer given meanwhile is there on return', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: 'Start studying' }).click();
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: 'Good', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Good', exact: true })).toBeHidden();
  await open(page);
  await part(page, 'How it has been going');
  await expect(figure(page, 'Answers a day')).toContainText('1 answer on 1 day of 30');
});

test('is accessible, with and without a history, and fits a narrow phone', async ({ page }) => {
  test.slow();
  await open(page);
  await expectAccessible(page);
  await liveForMonths(page);
  await open(page);
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);
  await eachPart(page, async () => {
    for (const summary of await page.getByText(/^Show as a table/).all()) await summary.click();
    await expectNoSideScroll(page);
  });
  // All of it at once.
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByText(/^Aiming at/)).toBeVisible();
  for (const summary of await page.getByText(/^Show as a table/).all()) await summary.click();
  await expectAccessible(page);
});
