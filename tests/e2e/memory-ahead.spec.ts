import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { liveThrough } from './support/history.ts';
import { asked } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

const GOOD = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? 1 : 3));

test(
  'a slider shows how the map fades, and what has faded is a tap from being studied',
  { tag: '@phone' },
  async ({ page }) => {
    await liveThrough(page, [
      { ago: 60, ratings: GOOD },
      { ago: 58, ratings: GOOD.slice(0, 20) },
    ]);
    await page.goto('/');
    const slider = page.getByRole('slider', { name: 'On a day' });
    await expect(slider).toHaveAttribute('aria-valuetext', /^today, .*: \d+% recalled$/);
    const recalled = async () =>
      Number(/(\d+)%/.exec((await slider.getAttribute('aria-valuetext'))!)![1]);
    const strip = page.getByRole('link', { name: /Open the document/ });
    const bright = () => strip.locator('[data-memory="3"], [data-memory="4"], [data-memory="5"]');
    const [today, brightToday] = [await recalled(), await bright().count()];

    await slider.focus();
    await page.keyboard.press('End');
    await expect(slider).toHaveAttribute('aria-valuetext', /^in a year, .* \d{4}: /);
    expect(await recalled()).toBeLessThan(today);
    expect(await bright().count()).toBeLessThanOrEqual(brightToday);
    await expect(strip).toHaveAccessibleName(/recall of those in a year: \d+%/);
    await expectAccessible(page);
    await expectNoSideScroll(page, 320);
    await page.keyboard.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', /^today/);
    expect(await recalled()).toBe(today);

    // Where all colours are the system's, by how thick its strokes are.
    await page.emulateMedia({ forcedColors: 'active' });
    const edges = await strip
      .locator('[data-memory]')
      .evaluateAll((all) =>
        all.map((each) => [each.dataset.memory, getComputedStyle(each).borderBlockEndWidth]),
      );
    const THICK = ['2px', '4px', '4px', '8px', '8px', '12px'];
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.map(([, edge]) => edge)).toEqual(edges.map(([level]) => THICK[Number(level)]));
    await page.emulateMedia({ forcedColors: 'none' });

    const faded = page.getByRole('link', { name: /Study this passage/ });
    await expect(faded.first()).toBeVisible();
    const stroke = strip.locator('[data-memory="0"], [data-memory="1"], [data-memory="2"]').first();
    const paragraph = await stroke.getAttribute('data-paragraph');
    await stroke.click();
    await expect(page).toHaveURL(`/study?paragraph=${paragraph}`);
    await asked(page);

    await page.goto('/');
    await strip.locator('[data-paragraph]:not([data-memory])').first().click();
    await expect(page).toHaveURL(/\/read#/);
    // The same in the reader, over the words themselves.
    const onDay = page.getByRole('slider', { name: 'On a day' });
    const shades = () =>
      page
        .locator('p [data-memory]')
        .evaluateAll((all) => all.reduce((sum, each) => sum + Number(each.dataset.memory), 0));
    await expect(onDay).toHaveAttribute('aria-valuetext', /^today: \d+% recalled$/);
    const shadesToday = await shades();
    expect(shadesToday).toBeGreaterThan(0);
    await onDay.focus();
    await page.keyboard.press('End');
    await expect(onDay).toHaveAttribute('aria-valuetext', /^in a year: \d+% recalled$/);
    await expect.poll(shades).toBeLessThan(shadesToday);
    await page.keyboard.press('Home');
    // What the shade says is said of each paragraph, too; a tap on a faded one is for studying it.
    const words = page.locator('p .faded').first();
    const passage = page.locator('[data-paragraph]', { has: page.locator('.faded') }).first();
    await expect(passage.getByRole('button')).toHaveAccessibleName(
      /^\d+ questions? on this paragraph, recall \d+%$/,
    );
    await words.click();
    const sheet = page.getByRole('dialog', { name: 'This paragraph' });
    await expect(sheet.getByRole('link', { name: 'Study these' })).toHaveAttribute(
      'href',
      `/study?paragraph=${await passage.getAttribute('data-paragraph')}`,
    );
    await page.keyboard.press('Escape');
    // In the column beside the text, too.
    for (const width of [320, 1280]) await expectNoSideScroll(page, width);

    await page.goto('/');
    await faded.first().click();
    await expect(page).toHaveURL(/\/study\?paragraph=/);
    await asked(page);
  },
);
