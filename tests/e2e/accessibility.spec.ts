import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectContrastForced } from './support/accessible.ts';
import { ADDRESSES, expectWhole } from './support/addresses.ts';
import { smallBank, withBank } from './support/bank.ts';
import {
  answer,
  asked,
  figure,
  grade,
  GRADES,
  prompt,
  showAnswer,
  sourceLink,
  study,
  undo,
} from './support/study.ts';

test.use({ serviceWorkers: 'block' });

test('every address has one main part and one first heading, and is read in forced colours @phone', async ({
  page,
}) => {
  test.slow();
  const headings = new Set<string>();
  for (const address of [...ADDRESSES, '/no/such/page'] as const) {
    await page.goto(address);
    if (address !== '/no/such/page') await expectWhole(page, address);
    await expect(page.getByRole('main')).toHaveCount(1);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveCount(1);
    await expect(heading).not.toBeEmpty();
    headings.add(await heading.innerText());
    await expect(page).toHaveTitle(/ · Recite$/);
    await expectContrastForced(page);
  }
  // That there is no such page.
  await expectAccessible(page);
  expect(headings.size).toBe(ADDRESSES.length + 1);
});

test('Today passes axe, on the first day and after a session', async ({ page }) => {
  await page.goto('/');
  await expectWhole(page, '/');
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Study', exact: true }).click();
  await answer(page, 'Good');
  await asked(page);
  await page.getByRole('link', { name: 'Close' }).click();
  await expect(figure(page, 'Done today')).toHaveText('1');
  await page.getByText('Show as a table').click();
  await expectAccessible(page);
});

test('Study passes axe, asking, answered and done', async ({ page, context }) => {
  test.slow();
  const bank = smallBank();
  const types = ['choice', 'match'];
  const questions = types.map((type) => bank.questions.find((one) => one.type === type)!);
  await withBank(context, { ...bank, questions });
  await page.goto('/study');

  await asked(page);
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Karl Amund' }).click();
  await expect(grade(page, 'Again')).toBeVisible();
  await expectAccessible(page);
  await grade(page, 'Easy').click();
  await asked(page);
  await expect(page.getByRole('list', { name: 'To match' })).toBeVisible();
  await expectAccessible(page);
  await answer(page, 'Easy');
  const done = page.getByRole('heading', { name: 'Done for now' });
  await expect(done).toBeVisible();
  await expect(page.locator('[tabindex="-1"]', { has: done }).last()).toBeFocused();
  await expectAccessible(page);
});

test('what is pressed is as large as a thumb', async ({ page, context }) => {
  await withBank(context);
  await page.goto('/');
  await expectWhole(page, '/');
  await expectLarge(page.locator('nav a, main a, main button, main summary'));
  await page.goto('/study');
  await asked(page);
  await expectLarge(page.locator('main a, main button, main label'));
  await page.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('button', { name: 'Suspend' })).toBeVisible();
  await expectLarge(page.locator('main button'));
  await page.keyboard.press('Escape');
  await showAnswer(page).click();
  await expectLarge(page.locator('main a, main button, main label'));
});

test('nothing moves under the thumb, and the question stays where it was', async ({ page }) => {
  await study(page);
  await page.evaluate(() => document.fonts.ready);
  let places: unknown;
  for (let count = 0; count < 4; count++) {
    await asked(page);
    const question = await prompt(page).boundingBox();
    const shown = await showAnswer(page).boundingBox();
    await showAnswer(page).click();
    await expect(grade(page, 'Good')).toBeVisible();
    // The filling of a gap may be shorter or longer than the gap, so a line may go or come.
    const { x, y, width } = (await prompt(page).boundingBox())!;
    expect({ x, y, width }).toEqual({ x: question!.x, y: question!.y, width: question!.width });

    const boxes = await Promise.all(GRADES.map((name) => grade(page, name).boundingBox()));
    const [again, , , easy] = boxes;
    expect(again!.x).toBe(shown!.x);
    expect(again!.y).toBe(shown!.y);
    expect(easy!.x + easy!.width).toBeCloseTo(shown!.x + shown!.width, 1);
    expect(again!.height).toBe(shown!.height);
    places ??= boxes;
    expect(boxes).toEqual(places);
    await grade(page, GRADES[count]!).click();
  }
});

test(
  'a session by keyboard alone, and always to be seen where one is',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/');
    await expectWhole(page, '/');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await expectFocusSeen(page);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Study', exact: true }));
    await page.keyboard.press('Enter');

    const question = await asked(page);
    await tabTo(page, showAnswer(page));
    await page.keyboard.press('Enter');
    const stops = [sourceLink(page), ...GRADES.map((name) => grade(page, name))];
    for (const stop of stops) await tabTo(page, stop);
    await page.keyboard.press('Shift+Tab');
    await expect(grade(page, 'Good')).toBeFocused();
    await page.keyboard.press('Enter');

    await expect(prompt(page)).not.toHaveText(question);
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: 'More' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Bury until tomorrow' }));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Bury until tomorrow' })).toBeHidden();
    await page.keyboard.press('Shift+Tab');
    await expect(undo(page)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(prompt(page)).toHaveText(question);
    await page.keyboard.press('Space');
    await tabTo(page, sourceLink(page));
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-cited]')).toBeInViewport();
  },
);

test(
  'the document by keyboard alone: sought, its contents, a passage, and to its study',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/read');
    await expectWhole(page, '/read');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const field = page.getByRole('searchbox', { name: 'Search in the document' });
    await tabTo(page, field);
    await page.keyboard.type('cartel');
    await expect(page.getByText(/^1 of \d+ places$/)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^2 of \d+ places$/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('');

    await tabTo(
      page,
      page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Conclusion' }),
    );
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Conclusion' })).toBeInViewport();
    const passage = page.locator('[data-paragraph="conclusion-1"]').getByRole('button');
    await tabTo(page, passage);
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'This paragraph' });
    await expect(sheet).toBeVisible();
    await tabTo(page, sheet.getByRole('button', { name: 'Share a link' }));
    await page.keyboard.press('Escape');
    await expect(passage).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet).toBeVisible();
    await tabTo(page, sheet.getByRole('link', { name: 'Study these' }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/study?paragraph=conclusion-1');
    await asked(page);
  },
);

/** Presses Tab until it is there; on the way every stop is to be seen. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let count = 0; count < 30; count++) {
    await page.keyboard.press('Tab');
    await expectFocusSeen(page);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(wanted).toBeFocused();
}

async function expectFocusSeen(page: Page): Promise<void> {
  const focused = page.locator(':focus-visible').last();
  await expect(focused).toBeInViewport();
  const outline = await focused.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
  });
  expect(
    outline,
    await focused.evaluate((element) => element.outerHTML.slice(0, 120)),
  ).toBeGreaterThanOrEqual(2);
}

async function expectLarge(controls: Locator): Promise<void> {
  const small = await controls.evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      // Rounded: a device's pixels are no whole numbers of ours.
      const fits = Math.round(width * 10) / 10 >= 44 && Math.round(height * 10) / 10 >= 44;
      return fits || !element.checkVisibility()
        ? []
        : [`${element.textContent} ${width}×${height}`];
    }),
  );
  expect(small).toEqual([]);
}
