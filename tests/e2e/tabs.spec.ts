import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { eventsOf } from './support/journal.ts';
import {
  answer,
  asked,
  figure,
  grade,
  promptText,
  setAside,
  showAnswer,
  study,
  undo,
} from './support/study.ts';

/** Two tabs of one browser, with one journal. */
test.use({ serviceWorkers: 'block' });

const ELSEWHERE = 'This card was answered in another tab, so here is the next one.';

async function twoTabs(context: BrowserContext): Promise<[Page, Page]> {
  return [await context.newPage(), await context.newPage()];
}

test('what is answered in one tab shows on Today in the other by itself', async ({ context }) => {
  const [one, other] = await twoTabs(context);
  await other.goto('/');
  await expect(figure(other, 'Done today')).toHaveText('0');
  await study(one);
  await answer(one, 'Easy');
  await expect(figure(other, 'Done today')).toHaveText('1');
  await expect(figure(other, 'New cards')).toHaveText('19');
  await undo(one).click();
  await expect(figure(other, 'Done today')).toHaveText('0');
});

test('a card that was answered in another tab is not asked again, and the learner is told', async ({
  context,
}) => {
  test.slow();
  const [one, other] = await twoTabs(context);
  await study(one);
  await study(other);
  const first = await asked(one);
  expect(await asked(other)).toBe(first);
  await showAnswer(other).click();
  await expect(grade(other, 'Good')).toBeVisible();

  await answer(one, 'Easy');
  const second = await asked(one);
  // The answer shown in the other tab is gone with its card: nothing can be graded on an old view.
  await expect(other.getByText(ELSEWHERE)).toBeVisible();
  expect(await asked(other)).toBe(second);
  await expectAccessible(other);

  await answer(other, 'Easy');
  await expect(other.getByText(ELSEWHERE)).toBeHidden();
  await expect(one.getByText(ELSEWHERE)).toBeVisible();
  expect(await asked(one)).toBe(await asked(other));
  const reviews = await eventsOf(one, 'review');
  expect(new Set(reviews.map(({ card }) => card)).size).toBe(2);
  expect(reviews).toHaveLength(2);
});

test('the card on the table stays where another one was set aside elsewhere @phone', async ({
  context,
}) => {
  const [one, other] = await twoTabs(context);
  await study(one);
  const first = await promptText(one);
  await setAside(one, 'Bury until tomorrow');
  await study(other);
  const second = await asked(other);
  await showAnswer(other).click();
  // Back comes the first; the other tab's own card lies as it lay.
  await undo(one).click();
  await expect.poll(() => promptText(one)).toBe(first);
  await expect(grade(other, 'Good')).toBeVisible();
  expect(await promptText(other)).toBe(second);
  await expect(other.getByText(ELSEWHERE)).toBeHidden();
});

test('settings that were changed in one tab hold in the other', async ({ context }) => {
  test.slow();
  const [one, other] = await twoTabs(context);
  const today = await context.newPage();
  await today.goto('/');
  await expect(figure(today, 'New cards')).toHaveText('20');
  await one.goto('/settings#amount');
  await other.goto('/settings#amount');
  await expect(other.getByLabel('New cards a day')).toHaveValue('20');
  await one.getByLabel('New cards a day').fill('7');
  await one.getByLabel('New cards a day').blur();
  await expect(other.getByLabel('New cards a day')).toHaveValue('7');
  await expect(figure(today, 'New cards')).toHaveText('7');
});
