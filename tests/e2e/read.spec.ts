import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { BANK_URL } from './support/bank.ts';
import { liveThrough } from './support/history.ts';
import { keptOffline } from './support/workers.ts';

const TITLE =
  'Why Mexico’s Cartels Remain Untouchable: Sheinbaum’s Sovereignty Versus Trump’s Military Ambitions in Venezuela - Part II';

/** A sentence in the middle of the text, and where it stands. */
const PASSAGE = {
  paragraph: 'history-6',
  start: 288,
  end: 537,
  words: 'His arrest on July 25, 2024',
};
const CITED = `/read?mark=${PASSAGE.start}-${PASSAGE.end}#${PASSAGE.paragraph}`;

test.describe('the text', () => {
  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false, serviceWorkers: 'block' });

    test('is all there, every paragraph at its address', async ({ page }) => {
      await page.goto('/read');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
      await expect(page.getByRole('heading', { level: 2 })).toHaveCount(9);
      await expect(page.locator('article p[id]')).toHaveCount(103);
      await expect(page.getByRole('region', { name: 'History and current status' })).toBeVisible();
      await page.getByRole('link', { name: 'Conclusion' }).click();
      await expect(page.locator('#conclusion-1')).toBeInViewport();
      // What needs scripts does not pretend to be there.
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    });

    test('opens at a cited paragraph', async ({ page }) => {
      await page.goto(CITED);
      await expect(page.locator('#history-6')).toBeInViewport();
    });
  });

  test('is read without the questions, when they cannot be loaded', async ({ page, context }) => {
    await context.route(BANK_URL, (route) => route.abort());
    await page.goto(CITED);
    await expect(page.getByRole('alert')).toContainText('The questions could not be loaded');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
    await expect(citedWords(page)).toContainText(PASSAGE.words);
  });

  test('prints without the app around it', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/read');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('#conclusion-8')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(0);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
  });
});

test.describe('cited words', () => {
  test.use({ serviceWorkers: 'block' });

  test('are marked, in the middle of the screen, and have the focus', async ({ page }) => {
    await page.goto(CITED);
    await expect(page.locator('[data-cited]')).toHaveId(PASSAGE.paragraph);
    await expect(citedWords(page)).toContainText(PASSAGE.words);
    await expect(page.locator('#history-6')).toBeFocused();
    const bar = page.getByRole('region', { name: 'Cited passage' });
    await expect(bar).toContainText('The passage behind your answer');
    await expect(bar).toContainText(PASSAGE.words);
    await expect.poll(() => distanceFromMiddle(page)).toBeLessThan(0.2);

    await bar.getByRole('button', { name: 'Clear' }).click();
    await expect(bar).toBeHidden();
    await expect(page.locator('[data-cited]')).toHaveCount(0);
    await expect(citedWords(page)).toHaveCount(0);
    await expect(page.locator('#history-6')).toContainText(PASSAGE.words);
    await expect(page).toHaveURL('/read#history-6');
  });

  test('lead back to where one came from', async ({ page }) => {
    await page.goto('/study');
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('link', { name: 'Open in the document' }).click();
    await expect(page.locator('[data-cited]')).toBeFocused();
    await expect(citedWords(page)).toHaveText(/.{10}/);
    await page.getByRole('button', { name: 'Back to the card' }).click();
    await expect(page).toHaveURL('/study');
  });

  test('may be studied, by those who come from outside', async ({ page }) => {
    await page.goto(CITED);
    await page.getByRole('link', { name: 'Study this paragraph' }).click();
    await expect(page).toHaveURL('/study?paragraph=history-6');
  });

  for (const address of [
    '/read?mark=5-2#history-6',
    '/read?mark=0-99999#history-6',
    '/read?mark=x#history-6',
    '/read?mark=0-5#nowhere',
    '/read?mark=0-5',
    '/read?mark=0-5#%E0%A4%A',
  ]) {
    test(`are none in ${address}`, { tag: '@desktop' }, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(address);
      await ready(page);
      await expect(page.locator('[data-cited]')).toHaveCount(0);
      await expect(page.getByRole('region', { name: 'Cited passage' })).toBeHidden();
      if (address.endsWith('#history-6')) {
        await expect(page.locator('#history-6')).toBeInViewport();
      }
      expect(errors).toEqual([]);
    });
  }
});

test('opens a cited passage with no network', async ({ page, context }) => {
  await page.goto('/');
  await keptOffline(page);
  await context.setOffline(true);
  const reader = await context.newPage();
  await reader.goto(CITED);
  await expect(reader.locator('[data-cited]')).toHaveId(PASSAGE.paragraph);
  await expect(citedWords(reader)).toContainText(PASSAGE.words);
});

test.describe('the contents', () => {
  test.use({ serviceWorkers: 'block' });

  test('stand beside the text and say where one is', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/read');
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await expect(contents.getByRole('link')).toHaveCount(9);
    await contents.getByRole('link', { name: 'Future Outlook' }).click();
    await expect(page).toHaveURL('/read#outlook');
    await expect(page.getByRole('heading', { name: 'Future Outlook' })).toBeInViewport();
    await expect(contents.getByRole('link', { name: 'Future Outlook' })).toHaveAttribute(
      'aria-current',
      'location',
    );
    await page.locator('#summary-3').scrollIntoViewIfNeeded();
    await expect(contents.locator('[aria-current]')).toHaveText('Executive Summary');
  });

  test('open from the bar and close when one has chosen', { tag: '@phone' }, async ({ page }) => {
    await page.goto('/read');
    await ready(page);
    await page.getByRole('button', { name: 'Contents' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Contents' });
    await dialog.getByRole('link', { name: 'Key developments' }).tap();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Key developments' })).toBeInViewport();

    await page.getByRole('button', { name: 'Contents' }).tap();
    await expect(dialog.locator('[aria-current]')).toContainText('Key developments');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Contents' })).toBeFocused();
  });
});

test.describe('the questions', () => {
  test.use({ serviceWorkers: 'block' });

  test('of a paragraph are listed, and lead to studying them', async ({ page }) => {
    await page.goto('/read#history-6');
    await ready(page);
    const button = questionsOf(page, 'history-6');
    await expect(button).toHaveAccessibleName('9 questions on this paragraph');
    const box = (await button.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    await button.click();
    const dialog = page.getByRole('dialog', { name: 'This paragraph' });
    await expect(dialog.getByRole('listitem')).toHaveCount(9);
    await expect(dialog.getByRole('link', { name: /^New/ })).toHaveCount(9);
    await expect(dialog.getByText('Multiple choice').first()).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('link', { name: 'Study these' }).click();
    await expect(page).toHaveURL('/study?paragraph=history-6');
  });

  test('of a section are one tap from its end', async ({ page }) => {
    await page.goto('/read');
    const section = page.getByRole('region', { name: 'History and current status' });
    await expect(section.getByRole('link', { name: 'Study this section' })).toHaveAttribute(
      'href',
      '/study?section=history',
    );
    await section.getByRole('link', { name: 'Quiz me on this section' }).click();
    await expect(page).toHaveURL('/quiz?section=history');
  });
});

test.describe('a paragraph', () => {
  test.use({ serviceWorkers: 'block' });

  test(
    'is quoted and shared, the words selected in it alone',
    { tag: '@phone' },
    async ({ page }) => {
      await page.addInitScript(() => {
        const copied: string[] = [];
        const writeText = (text: string) => Promise.resolve(void copied.push(text));
        Object.assign(window, { copied });
        Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
        Object.defineProperty(navigator, 'share', { value: undefined });
      });
      const copied = () => page.evaluate(() => (window as unknown as { copied: string[] }).copied);
      await page.goto('/read#history-6');
      await ready(page);
      await questionsOf(page, 'history-6').tap();
      const dialog = page.getByRole('dialog', { name: 'This paragraph' });
      await dialog.getByRole('button', { name: 'Copy with citation' }).tap();
      await expect(dialog.getByRole('status')).toHaveText('Copied, with its source.');
      expect((await copied())[0]).toMatch(
        /” *\n— Why Mexico.*“History and current status”, paragraph 6\nhttp.*\/read#history-6$/,
      );
      await dialog.getByRole('button', { name: 'Close' }).tap();

      await select(page, PASSAGE.paragraph, PASSAGE.start, PASSAGE.start + 27);
      await questionsOf(page, 'history-6').tap();
      const words = page.getByRole('dialog', { name: 'The words you selected' });
      await expect(words.getByRole('blockquote')).toHaveText('His arrest on July 25, 2024');
      await words.getByRole('button', { name: 'Share a link' }).tap();
      await expect(words.getByRole('status')).toHaveText('Link copied.');
      const address = (await copied())[1]!;
      expect(address).toMatch(/#history-6:~:text=His%20arrest%20on%20July%2025%2C%202024$/);
      await expectAccessible(page);
      await words.getByRole('button', { name: 'Ask about this' }).tap();
      await expect(page.getByRole('form', { name: 'Write a question' })).toContainText(
        'His arrest on July 25, 2024',
      );
      // Where the link is opened, the browser marks the words, and the page is that paragraph.
      await page.goto(address);
      await expect(page.locator('#history-6')).toBeInViewport();
    },
  );
});

test.describe('the memory map', () => {
  test.use({ serviceWorkers: 'block' });

  test('is not there before anything was studied', async ({ page }) => {
    await page.goto('/read');
    await expect(
      page.getByText('Study a few cards, and what you know will glow here.').filter(visible),
    ).toHaveCount(1);
    await expect(page.locator('article p [data-memory]')).toHaveCount(0);
  });

  test('shows what is known, in colour and in words, and can be switched off', async ({ page }) => {
    test.slow();
    await liveThrough(page, [{ ago: 0, ratings: new Array<4>(12).fill(4) }]);
    await page.goto('/read');
    const map = page.getByRole('switch', { name: 'Memory map' }).filter(visible);
    await expect(map).toBeChecked();
    await expect(map).toHaveAccessibleDescription(/how likely you are to recall it today/);
    await expect(page.locator('#summary-1 [data-memory="5"]')).toHaveCount(1);
    await expect(page.locator('#conclusion-8 [data-memory]')).toHaveCount(0);
    await expectAccessible(page);

    // Cited words are not to be looked for among other marks.
    await page.goto(CITED);
    await ready(page);
    await expect(page.locator('article p [data-memory]')).toHaveCount(0);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(page.locator('#summary-1 [data-memory]')).toHaveCount(1);

    await questionsOf(page, 'summary-1').click();
    await expect(
      page
        .getByRole('dialog')
        .getByText(/recall \d+%|Comes again today/)
        .first(),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();

    if (!(await contentsBeside(page))) await page.getByRole('button', { name: 'Contents' }).click();
    await expect(
      page.getByRole('link', { name: /Executive Summary known \d+%/ }).filter(visible),
    ).toBeVisible();
    await page.getByRole('switch', { name: 'Memory map' }).filter(visible).last().uncheck();
    await expect(page.locator('article p [data-memory]')).toHaveCount(0);
    await page.reload();
    await expect(map.first()).not.toBeChecked();
  });
});

test.describe('the look', () => {
  test.use({ serviceWorkers: 'block', viewport: { width: 1920, height: 1080 } });

  test(
    'of lines and theme is chosen beside the text, and kept',
    { tag: '@desktop' },
    async ({ page }) => {
      await page.goto('/read#history-6');
      await ready(page);
      const width = () => page.locator('article').evaluate((article) => article.clientWidth);
      const medium = await width();
      await page.getByRole('button', { name: 'Text and theme' }).filter(visible).click();
      await page.getByRole('radio', { name: 'Short' }).check({ force: true });
      expect(await width()).toBeLessThan(medium * 0.9);
      await page.getByRole('radio', { name: 'Long' }).check({ force: true });
      expect(await width()).toBeGreaterThan(medium * 1.1);
      await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
      await expectAccessible(page);
      await page.reload();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      expect(await width()).toBeGreaterThan(medium * 1.1);
    },
  );
});

test.describe('the search', () => {
  test.use({ serviceWorkers: 'block' });

  test('finds words whatever their case and accents, one after the other', async ({ page }) => {
    await page.goto('/read');
    await ready(page);
    const field = await openSearch(page);
    const status = page.getByRole('search').filter(visible).getByRole('status');
    await field.fill("MEXICO'S");
    await expect(status).toHaveText(/^1 of \d+ places$/);
    await field.fill('nicolas maduro');
    await expect(status).toHaveText(/^\d+ of \d+ places$/);
    expect(await highlighted(page, 'found-now')).toBe('Nicolás Maduro');
    await expect.poll(() => inSight(page, 'found-now')).toBe(true);

    const first = await status.innerText();
    await page.getByRole('button', { name: 'Next' }).filter(visible).click();
    await expect(status).not.toHaveText(first);
    await expect.poll(() => inSight(page, 'found-now')).toBe(true);
    await field.press('Shift+Enter');
    await expect(status).toHaveText(first);
    await field.fill('nothing of the kind');
    await expect(status).toHaveText('Nothing found');
    await field.press('Escape');
    expect(await highlighted(page, 'found')).toBe('');
    await expect(page.getByText('Nothing found')).toBeHidden();
  });

  test('gives the focus back when it is done', { tag: '@phone' }, async ({ page }) => {
    await page.goto('/read');
    await ready(page);
    await (await openSearch(page)).fill('cartel');
    await page.getByRole('button', { name: 'Done' }).tap();
    await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
  });

  test(
    'outlines the paragraph where the browser cannot highlight',
    { tag: '@desktop' },
    async ({ page }) => {
      await page.addInitScript(() => {
        Object.defineProperty(CSS, 'highlights', { value: undefined });
      });
      await page.goto('/read');
      await ready(page);
      await (await openSearch(page)).fill('protégé Joaquín');
      await expect(page.locator('.found p')).toHaveId('history-6');
      await expect(page.locator('#history-6')).toBeInViewport();
    },
  );
});

test.describe('the place', () => {
  test.use({ serviceWorkers: 'block' });

  test('where one stopped is offered when one comes back', async ({ page }) => {
    await page.goto('/read');
    await ready(page);
    await expect(page.getByText('9 sections, about 30 minutes')).toBeVisible();
    await page.locator('#developments-5').evaluate((paragraph) => {
      paragraph.scrollIntoView({ block: 'start' });
    });
    await expect
      .poll(() => page.evaluate(() => Object.values(localStorage).join()))
      .toMatch(/developments-[56]/);
    // Looking a passage up is not reading on.
    await page.goto(CITED);
    await expect(page.locator('#history-6')).toBeFocused();
    await page.goto('/read');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.getByRole('link', { name: 'Continue reading: Key developments' }).click();
    await expect(page.locator('#developments-5')).toBeInViewport();
  });

  test('holds while the text grows, and the size is kept', async ({ page }) => {
    await page.goto('/read');
    await ready(page);
    // Where the eye is taken to be: three tenths down the screen.
    await page.locator('#causes-4').evaluate((paragraph) => {
      const { top } = paragraph.getBoundingClientRect();
      window.scrollBy({ top: top - 0.27 * window.innerHeight, behavior: 'instant' });
    });
    await expect
      .poll(() => page.evaluate(() => Object.values(localStorage).join()))
      .toContain('causes-4');
    const top = () => page.locator('#causes-4').evaluate((p) => p.getBoundingClientRect().top);
    const size = () => page.locator('#causes-4').evaluate((p) => getComputedStyle(p).fontSize);
    const [before, small] = [await top(), await size()];
    const larger = page.getByRole('button', { name: 'Larger text' });
    const look = page.getByRole('button', { name: 'Text and theme' }).filter(visible);
    await look.click();
    await larger.click();
    await larger.click();
    expect(parseFloat(await size())).toBeGreaterThan(1.3 * parseFloat(small));
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    await larger.click();
    await expect(larger).toHaveAttribute('aria-disabled', 'true');
    await page.reload();
    await ready(page);
    await look.click();
    await expect(larger).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Smaller text' }).click();
    await expect(larger).toHaveAttribute('aria-disabled', 'false');
  });
});

test.describe('everyone', () => {
  test.use({ serviceWorkers: 'block' });
  // A hundred paragraphs, each with its button, take the checker its time.
  test.slow();

  test('can read it', async ({ page }) => {
    await page.goto('/read');
    await ready(page);
    await expectAccessible(page);
  });

  test('can use it while words are cited and sought', { tag: '@desktop' }, async ({ page }) => {
    await page.goto(CITED);
    await expect(page.locator('#history-6')).toBeFocused();
    await (await openSearch(page)).fill('cartel');
    await expectAccessible(page);
  });

  test('can use it at the width of a small phone', { tag: '@phone' }, async ({ page }) => {
    await page.goto(CITED);
    await expect(page.locator('#history-6')).toBeFocused();
    await expectNoSideScroll(page, 320);
    await page.getByRole('button', { name: 'Contents' }).tap();
    await expectAccessible(page);
    await expectNoSideScroll(page, 320);
  });
});

const visible = { visible: true } as const;

/** The app has started: the map's place says something. */
async function ready(page: Page): Promise<void> {
  await expect(
    page
      .getByText('Study a few cards, and what')
      .or(page.getByRole('switch', { name: 'Memory map' }))
      .first(),
  ).toBeAttached();
}

function questionsOf(page: Page, paragraph: string): Locator {
  return page.locator(`[data-paragraph="${paragraph}"]`).getByRole('button');
}

/** Selects characters of a paragraph, as a finger does. */
function select(page: Page, paragraph: string, start: number, end: number): Promise<void> {
  return page.locator(`#${paragraph} span`).evaluate(
    (words, [from, to]) => {
      // Beside it stand comments, by which the framework finds its way.
      const text = [...words.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)!;
      getSelection()!.setBaseAndExtent(text, from, text, to);
    },
    [start, end] as const,
  );
}

function contentsBeside(page: Page): Promise<boolean> {
  return page.getByRole('navigation', { name: 'Contents' }).isVisible();
}

/** The field, which on a phone comes with the button. */
async function openSearch(page: Page): Promise<Locator> {
  const field = page.getByRole('searchbox', { name: 'Search in the document' }).filter(visible);
  if (!(await contentsBeside(page))) await page.getByRole('button', { name: 'Search' }).click();
  await expect(field).toBeVisible();
  return field;
}

function highlighted(page: Page, name: string): Promise<string> {
  return page.evaluate(
    (key) =>
      [...(CSS.highlights.get(key) ?? [])].map((range) => (range as Range).toString()).join('|'),
    name,
  );
}

function citedWords(page: Page): Locator {
  return page.locator('article mark');
}

function inSight(page: Page, name: string): Promise<boolean> {
  return page.evaluate((key) => {
    const range = [...(CSS.highlights.get(key) ?? [])][0] as Range;
    const { top, bottom } = range.getBoundingClientRect();
    return top > 0 && bottom < window.innerHeight;
  }, name);
}

/** How far the cited words are from the middle of the screen, as a share of it. */
function distanceFromMiddle(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { top, bottom } = document.querySelector('[data-cited] mark')!.getBoundingClientRect();
    return Math.abs((top + bottom) / 2 / window.innerHeight - 0.5);
  });
}
