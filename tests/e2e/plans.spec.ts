import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { liveThrough, type PastDay } from './support/history.ts';
import { eventsOf } from './support/journal.ts';
import { asked, figure } from './support/study.ts';
import { tick } from './support/tick.ts';

test.use({ serviceWorkers: 'block' });

const DAY_MS = 86_400_000;

/** As a date field takes it. */
function dateIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

/** Eighty cards learned well long ago, and nothing since. */
const AWAY: readonly PastDay[] = [{ ago: 40, ratings: Array.from({ length: 80 }, () => 4) }];

async function today(page: Page): Promise<void> {
  await page.goto('/');
  await expect(figure(page, 'To review')).not.toHaveText('–');
}

async function settings(page: Page, part: 'days' | 'exam'): Promise<void> {
  await page.goto(`/settings#${part}`);
  await expect(page.getByRole('link', { name: 'Settings' }).first()).toBeVisible();
}

test.describe('much that waits', () => {
  test('can be caught up over some days, and that can be stopped', async ({ page }) => {
    await liveThrough(page, AWAY);
    await today(page);
    await expect(figure(page, 'To review')).toHaveText('80');
    const offer = page.getByRole('region', { name: 'Catch up in peace' });
    await expect(offer).toContainText(
      'You were away for 39 days, and 80 cards are waiting. They need not all come today.',
    );
    const slider = offer.getByRole('slider', { name: 'Over how many days' });
    await slider.fill('4');
    await expect(offer).toContainText('20 reviews a day for 4 days');
    await offer.getByText('Show as a table').click();
    await expect(offer.getByRole('row')).toHaveCount(5);
    await expectAccessible(page);
    await offer.getByRole('button', { name: 'Catch up over 4 days' }).click();

    const course = page.getByRole('region', { name: 'Catching up' });
    await expect(course).toContainText('Day 1 of 4. 60 overdue cards wait for the days to come.');
    await expect(figure(page, 'To review')).toHaveText('20');
    await page.reload();
    await expect(figure(page, 'To review')).toHaveText('20');
    await expectAccessible(page);
    await course.getByRole('button', { name: 'Stop catching up' }).click();
    await expect(figure(page, 'To review')).toHaveText('80');
    await expect(offer).toBeVisible();
  });

  test('is no matter of a usual day', async ({ page }) => {
    await liveThrough(page, [{ ago: 1, ratings: [4, 4, 3] }]);
    await today(page);
    await expect(page.getByRole('heading', { name: 'The next two weeks' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Catch up in peace' })).toHaveCount(0);
  });
});

test.describe('a break', () => {
  test('has nothing due; one may study all the same, or end it', async ({ page }) => {
    await settings(page, 'days');
    await page.getByText('Breaks', { exact: true }).click();
    await page.getByRole('button', { name: 'Add break' }).click();
    await expect(page.getByText('Choose the first and the last day.')).toBeVisible();
    await page.getByLabel('First day').fill(dateIn(3));
    await page.getByLabel('Last day').fill(dateIn(1));
    await page.getByRole('button', { name: 'Add break' }).click();
    await expect(page.getByText('The last day lies before the first.')).toBeVisible();
    await page.getByLabel('First day').fill(dateIn(-1));
    await page.getByLabel('Last day').fill(dateIn(5));
    await page.getByRole('button', { name: 'Add break' }).click();
    const days = page.getByRole('region', { name: 'Easy days and breaks' });
    await expect(days.getByRole('status')).toHaveText('Saved');
    await expectAccessible(page);

    await today(page);
    await expect(page.getByText('A day off. Nothing is due until it is over.')).toBeVisible();
    await expect(figure(page, 'New cards')).toHaveText('0');
    await expect(page.getByRole('region', { name: 'Your break' })).toContainText('Until');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Study anyway' }).click();
    await asked(page);

    await settings(page, 'days');
    await page.getByText('Breaks', { exact: true }).click();
    await page.getByRole('button', { name: /^Remove/ }).click();
    await expect(days.getByRole('status')).toHaveText('Saved');
    await today(page);
    await expect(figure(page, 'New cards')).toHaveText('20');
  });

  test('on a weekday every week', async ({ page }) => {
    await settings(page, 'days');
    await page.getByText('Easy days', { exact: true }).click();
    // The learner's day, which begins at four in the morning where the browser is.
    const day = new Date(Date.now() - 4 * 3_600_000).toLocaleDateString('en-GB', {
      weekday: 'long',
      timeZone: 'Europe/Madrid',
    });
    const row = page.getByRole('group', { name: day });
    await tick(row.getByRole('radio', { name: 'None' }));
    const days = page.getByRole('region', { name: 'Easy days and breaks' });
    await expect(days).toContainText(`${day.slice(0, 3)} none`);
    await expect(days.getByRole('status')).toHaveText('Saved');
    await today(page);
    await expect(page.getByText('A day off.')).toBeVisible();
  });
});

test.describe('an exam', () => {
  test('is worked out, set, followed on Today and given up', async ({ page }) => {
    await settings(page, 'exam');
    const exam = page.getByRole('region', { name: 'Exam' });
    await exam.getByLabel('Know this by').fill(dateIn(30));
    await expect(exam).toContainText(/Expected on .*: 9\d%\./);
    await expect(exam).toContainText(/It takes \d+ new cards a day and about \d+ minutes a day/);
    await expectAccessible(page);
    await exam.getByRole('button', { name: 'Set the exam' }).click();
    await expect(exam).toContainText('The exam is set. Today goes by its plan.');
    expect(await eventsOf(page, 'settings')).toMatchObject([
      { changes: { exam: { bank: 'mexico-cartels', target: 0.9, sections: [] } } },
    ]);

    await today(page);
    const progress = page.getByRole('region', { name: 'to the exam' });
    await expect(progress).toContainText('0% of 90%');
    await expect(progress).toContainText(/With the plan you reach 9\d%/);
    const fresh = Number(await figure(page, 'New cards').innerText());
    expect(fresh).toBeLessThan(20);
    expect(fresh).toBeGreaterThan(10);
    await expectAccessible(page);
    await progress.getByRole('link', { name: 'Change it' }).click();
    await exam.getByRole('button', { name: 'Remove the exam' }).click();
    // It is taken out of the journal, not only off the screen.
    await expect(exam.getByRole('button', { name: 'Set the exam' })).toBeVisible();
    await today(page);
    await expect(figure(page, 'New cards')).toHaveText('20');
  });

  test('that the limits do not reach says what it takes, and what cannot be', async ({ page }) => {
    await settings(page, 'exam');
    const exam = page.getByRole('region', { name: 'Exam' });
    await exam.getByLabel('Know this by').fill(dateIn(5));
    await expect(exam).toContainText(/Your limits lead to \d+%\. 90% takes more\./);
    await expect(exam).toContainText(/\d+ new cards and up to \d+ reviews a day/);
    await exam.getByLabel('Know this by').fill(dateIn(1));
    await exam.getByRole('slider', { name: 'How much of it' }).fill('0.97');
    await expect(exam).toContainText(/97% cannot be reached by then: \d\d% at most\./);
    await exam.getByRole('button', { name: /^Aim at \d\d%$/ }).click();
    await exam.getByRole('button', { name: 'Raise my limits and set it' }).click();
    await expect(exam).toContainText('The exam is set.');
    const [last] = (await eventsOf(page, 'settings')).slice(-1);
    expect(last!.changes.newPerDay).toBeGreaterThan(20);
    await expectNoSideScroll(page, 320);
  });

  test('may be about some sections', async ({ page }) => {
    await settings(page, 'exam');
    const exam = page.getByRole('region', { name: 'Exam' });
    await exam.getByText('Of what').click();
    const boxes = exam.getByRole('checkbox');
    const count = await boxes.count();
    await boxes.first().uncheck();
    await expect(exam).toContainText(`${count - 1} sections`);
    await boxes.first().check();
    await expect(exam).toContainText('The whole document');
  });
});

test('a document may have a desired retention of its own', async ({ page }) => {
  await page.goto('/library');
  const part = page.getByRole('region', { name: 'How well to know it' });
  await expect(part).toContainText('It goes by the 90% of your settings.');
  const slider = part.getByRole('slider', { name: 'Desired retention of this document' });
  await slider.fill('0.8');
  await expect(part.getByRole('status')).toHaveText(/^Saved\./);
  expect(await eventsOf(page, 'settings')).toMatchObject([
    { changes: { perBank: { 'mexico-cartels': 0.8 } } },
  ]);
  await expectAccessible(page);
  await part.getByRole('button', { name: 'As in my settings' }).click();
  await expect(part).toContainText('It goes by the 90% of your settings.');
});
