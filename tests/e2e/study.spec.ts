import { expect, test, type Page } from '@playwright/test';
import { eventsOf, journal, slowDisk } from './support/journal.ts';
import {
  answer,
  asked,
  figure,
  grade,
  GRADES,
  prompt,
  promptText,
  setAside,
  showAnswer,
  sourceLink,
  study,
  undo,
} from './support/study.ts';

test.use({ serviceWorkers: 'block', reducedMotion: 'no-preference' });

const MONDAY = new Date('2026-03-02T10:00:00+01:00');
const TUESDAY = new Date('2026-03-03T10:00:00+01:00');

/** The schedule's clock, moved by the test alone. */
async function atTime(page: Page, time: Date): Promise<void> {
  await page.clock.install({ time });
}

test.describe('a card', () => {
  test('shows its answer, its source and four grades, and makes way for the next', async ({
    page,
  }) => {
    await study(page);
    const first = await promptText(page);
    await expect(sourceLink(page)).toBeHidden();
    await showAnswer(page).click();

    await expect(prompt(page)).toBeVisible();
    const source = page.getByRole('region', { name: 'Source' });
    await expect(source.locator('mark').first()).not.toBeEmpty();
    await expect(sourceLink(page)).toHaveAttribute('href', /^\/read\?mark=\d+-\d+#[\w-]+$/);

    const grades = page.getByRole('group', { name: 'How well did you know it?' });
    await expect(grades.getByRole('button')).toHaveText(GRADES);
    for (const [name, delay] of [
      ['Again', '1 minute'],
      ['Hard', '6 minutes'],
      ['Good', '10 minutes'],
      ['Easy', String.raw`\d+ days`],
    ] as const) {
      await expect(grade(page, name)).toHaveAccessibleDescription(
        new RegExp(`comes again in ${delay}`),
      );
    }

    await grade(page, 'Good').click();
    await expect(showAnswer(page)).toBeVisible();
    await expect(prompt(page)).not.toHaveText(first);
    await expect(page.getByText('20 left')).toBeVisible();
  });

  test('goes only when its grade is on disk, and is graded once however often one taps', async ({
    page,
  }) => {
    const disk = await slowDisk(page);
    await study(page);
    const first = await promptText(page);
    await showAnswer(page).click();
    await disk.hold();
    await grade(page, 'Good').dblclick();
    await page.keyboard.press('3');
    await page.keyboard.press('4');
    await expect.poll(() => disk.begun()).toBe(1);

    await expect(grade(page, 'Good')).toHaveAttribute('aria-disabled', 'true');
    expect(await promptText(page)).toBe(first);
    await expect(showAnswer(page)).toBeHidden();

    await disk.release();
    await expect(showAnswer(page)).toBeVisible();
    const { events, cards, days } = await journal(page);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'review', rating: 3, card: cards[0]!.card });
    expect(cards).toHaveLength(1);
    expect(days).toMatchObject([{ fresh: 1, ratings: [0, 0, 1, 0] }]);
    expect(await promptText(page)).not.toBe(first);
  });
});

test.describe('a session', () => {
  test('ends a day after twenty new cards', { tag: '@phone' }, async ({ page }) => {
    await study(page);
    const seen = new Set<string>();
    for (let count = 0; count < 20; count++) seen.add(await answer(page, 'Easy'));
    await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
    expect(seen.size).toBe(20);
    await page.getByRole('link', { name: 'Back to Today' }).click();
    await expect(figure(page, 'New cards')).toHaveText('0');
    await expect(figure(page, 'Done today')).toHaveText('20');
  });

  test(
    'brings a card answered Again back when its minute is over',
    { tag: '@phone' },
    async ({ page }) => {
      await atTime(page, MONDAY);
      await study(page);
      const first = await answer(page, 'Again');
      expect(await asked(page)).not.toBe(first);
      await page.clock.fastForward('01:05');
      await answer(page, 'Good');
      expect(await asked(page)).toBe(first);
      await expect(page.getByText('Learning', { exact: true })).toBeVisible();
      await showAnswer(page).click();
      await expect(grade(page, 'Good')).toHaveAccessibleDescription(/10 minutes/);
    },
  );

  test('has tomorrow what was learned today', { tag: '@phone' }, async ({ page }) => {
    await atTime(page, MONDAY);
    await study(page);
    const first = await answer(page, 'Good');
    await asked(page);
    await page.clock.setSystemTime(TUESDAY);
    await page.reload();
    // What was being learned comes first; the limit of new cards has begun anew.
    expect(await asked(page)).toBe(first);
    await expect(page.getByText('21 left')).toBeVisible();
  });

  test(
    'loses nothing when the tab is closed in the middle',
    { tag: '@phone' },
    async ({ page, context }) => {
      await study(page);
      const first = await answer(page, 'Good');
      const second = await asked(page);
      await showAnswer(page).click();
      await page.close();

      const again = await context.newPage();
      await again.goto('/study');
      expect(await asked(again)).toBe(second);
      expect(await eventsOf(again, 'review')).toHaveLength(1);
      await undo(again).click();
      await expect(prompt(again)).toHaveText(first);
    },
  );

  test(
    'grades a card once where two tabs have it and one hears nothing of the other',
    { tag: '@desktop' },
    async ({ page, context }) => {
      await study(page);
      const other = await context.newPage();
      // As a tab that slept through the message: usually it is told, see tabs.spec.ts.
      await other.addInitScript(() => {
        BroadcastChannel.prototype.addEventListener = () => {};
        Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} });
      });
      await other.goto('/study');
      const first = await asked(page);
      expect(await asked(other)).toBe(first);

      await showAnswer(other).click();
      await answer(page, 'Good');
      await grade(other, 'Easy').click();
      await expect(other.getByRole('alert')).toContainText('This card was already answered');
      expect(await asked(other)).not.toBe(first);
      expect(await eventsOf(other, 'review')).toMatchObject([{ rating: 3 }]);

      // What was said is over with the next grade.
      await answer(other, 'Good');
      await expect(other.getByRole('alert')).toBeHidden();
      expect(await eventsOf(other, 'review')).toHaveLength(2);
    },
  );
});

test.describe('undo', () => {
  test(
    'takes back one answer after the other, after a reload too',
    { tag: '@phone' },
    async ({ page }) => {
      await page.goto('/study');
      await asked(page);
      await expect(undo(page)).toBeDisabled();
      const first = await answer(page, 'Again');
      const second = await answer(page, 'Easy');
      const third = await asked(page);

      await undo(page).click();
      await expect(prompt(page)).toHaveText(second);
      await expect(showAnswer(page)).toBeVisible();
      await page.reload();
      await asked(page);
      await undo(page).click();
      await expect(prompt(page)).toHaveText(first);
      await expect(undo(page)).toBeDisabled();

      expect(await eventsOf(page, 'review')).toHaveLength(2);
      expect(await eventsOf(page, 'undo')).toHaveLength(2);
      const { cards, days } = await journal(page);
      expect(cards.map(({ schedule }) => schedule)).toEqual([null, null]);
      expect(days).toEqual([]);

      // As if nothing had been: the same cards in the same order.
      expect(await answer(page, 'Good')).toBe(first);
      expect(await answer(page, 'Good')).toBe(second);
      expect(await asked(page)).toBe(third);
    },
  );

  test('brings back what was buried or suspended', { tag: '@phone' }, async ({ page }) => {
    await study(page);
    const first = await asked(page);
    await setAside(page, 'Bury until tomorrow');
    const second = await asked(page);
    await setAside(page, 'Suspend');
    await undo(page).click();
    await expect(prompt(page)).toHaveText(second);
    await undo(page).click();
    await expect(prompt(page)).toHaveText(first);
  });
});

test(
  'a buried card is back tomorrow, a suspended one is not',
  { tag: '@desktop' },
  async ({ page }) => {
    await atTime(page, MONDAY);
    await study(page);
    const buried = await asked(page);
    await setAside(page, 'Bury until tomorrow');
    const suspended = await asked(page);
    await setAside(page, 'Suspend');
    await page.reload();
    const third = await asked(page);
    expect([buried, suspended]).not.toContain(third);

    await page.clock.setSystemTime(TUESDAY);
    await page.reload();
    expect(await answer(page, 'Easy')).toBe(buried);
    expect(await asked(page)).toBe(third);
  },
);

test(
  'by keyboard: space shows, 1 to 4 grade, z takes back',
  { tag: '@desktop' },
  async ({ page }) => {
    await study(page);
    const first = await asked(page);
    await page.keyboard.press('Space');
    await expect(grade(page, 'Good')).toBeVisible();
    await page.keyboard.press('1');
    await expect(showAnswer(page)).toBeVisible();
    const second = await asked(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('4');
    await expect(showAnswer(page)).toBeVisible();
    expect((await eventsOf(page, 'review')).map(({ rating }) => rating)).toEqual([1, 4]);
    await page.keyboard.press('z');
    await expect(prompt(page)).toHaveText(second);
    await page.keyboard.press('z');
    await expect(prompt(page)).toHaveText(first);
    // A grade before the answer is none.
    await page.keyboard.press('3');
    await page.keyboard.press('Space');
    await expect(grade(page, 'Good')).toBeVisible();
    expect(await promptText(page)).toBe(first);
  },
);

test(
  'by swiping: any way shows the answer, left is Again, right is Good',
  { tag: '@phone' },
  async ({ page }) => {
    await study(page);
    const first = await asked(page);
    await swipe(page, 'left');
    await expect(grade(page, 'Good')).toBeVisible();
    expect(await promptText(page)).toBe(first);
    await swipe(page, 'left');
    await expect(showAnswer(page)).toBeVisible();
    await swipe(page, 'right');
    await expect(grade(page, 'Good')).toBeVisible();
    await swipe(page, 'right');
    await expect(showAnswer(page)).toBeVisible();
    await expect
      .poll(async () => (await eventsOf(page, 'review')).map(({ rating }) => rating))
      .toEqual([1, 3]);

    // Too short, or down the page: nothing.
    const third = await asked(page);
    await swipe(page, 'right', 40);
    await swipe(page, 'up');
    await showAnswer(page).click();
    expect(await promptText(page)).toBe(third);
    await swipe(page, 'left', 40);
    await swipe(page, 'up');
    await expect(grade(page, 'Good')).toBeVisible();
    expect(await eventsOf(page, 'review')).toHaveLength(2);
  },
);

/** A finger on the card: real touches, which the browser turns into pointers and scrolling. */
async function swipe(page: Page, way: 'left' | 'right' | 'up', far = 150): Promise<void> {
  const box = (await prompt(page).boundingBox())!;
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const [across, down] = { left: [-1, 0], right: [1, 0], up: [0, -1] }[way] as [number, number];
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', along: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: start.x + across * along, y: start.y + down * along }],
    });
  await touch('touchStart', 0);
  for (let step = 1; step <= 6; step++) await touch('touchMove', (far * step) / 6);
  await touch('touchEnd', far);
  await session.detach();
}
