import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { readPdf, squeezed, type PdfPage } from './support/pdf.ts';
import { tick } from './support/tick.ts';

test.use({ serviceWorkers: 'block' });

const SIZES = { A4: [595.3, 841.9], Letter: [612, 792] } as const;
type Size = keyof typeof SIZES;

/** A quiz with every type of question, always the same one. */
const EVERY_TYPE = '/print#1&bank=mexico-cartels&of=x&n=30&seed=PAPER1&mode=practice';

function sheets(page: Page): Locator {
  return page.getByRole('region', { name: 'Preview' }).getByRole('article');
}

async function pick(page: Page, group: string, choice: string): Promise<void> {
  await tick(
    page.getByRole('group', { name: group, exact: true }).getByRole('radio', {
      name: choice,
      exact: true,
    }),
  );
}

async function printed(page: Page): Promise<PdfPage[]> {
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

function expectSize(pages: readonly PdfPage[], size: Size): void {
  for (const { width, height } of pages) {
    expect(Math.abs(width - SIZES[size][0])).toBeLessThan(1);
    expect(Math.abs(height - SIZES[size][1])).toBeLessThan(1);
  }
}

/** What stands on each sheet of the preview: the words of its questions, and whether all lies on it. */
function shown(page: Page) {
  return sheets(page).evaluateAll((all) =>
    all.map((sheet) => {
      const edge = sheet.querySelector('footer')!.getBoundingClientRect().top;
      const blocks = [...sheet.querySelectorAll<HTMLElement>('[data-question], [data-key]')];
      return {
        name: sheet.getAttribute('aria-label')!,
        within: blocks.every((block) => block.getBoundingClientRect().bottom <= edge),
        numbers: blocks.map(({ dataset }) => Number(dataset.question ?? dataset.key)),
        words: blocks.flatMap((block) =>
          [...block.querySelectorAll('p, li, q')].flatMap((part) =>
            [...part.childNodes]
              .filter((node) => node.nodeType === Node.TEXT_NODE)
              .map((node) => node.textContent ?? ''),
          ),
        ),
      };
    }),
  );
}

for (const size of ['A4', 'Letter'] as const) {
  test(
    `a quiz in three versions comes out on ${size} as it is shown, no question divided`,
    {
      tag: '@desktop',
    },
    async ({ page }) => {
      await page.goto(EVERY_TYPE);
      await pick(page, 'Versions', 'A, B, C');
      await pick(page, 'Paper', size);
      await tick(page.getByRole('checkbox', { name: 'An answer sheet' }));
      await tick(page.getByRole('checkbox', { name: 'A list of words for the gaps' }));
      await expect(sheets(page).first()).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await expect(
        page.getByRole('status').filter({ hasText: `· ${size} · 3 versions` }),
      ).toBeVisible();

      const pages = await printed(page);
      const previews = await shown(page);
      expectSize(pages, size);
      expect(pages).toHaveLength(previews.length);
      for (const [place, preview] of previews.entries()) {
        expect(preview.within, preview.name).toBe(true);
        for (const words of preview.words) expect(pages[place]!.text).toContain(squeezed(words));
        // Nothing but paper: neither the navigation nor the controls.
        expect(pages[place]!.text).not.toMatch(/Settings|Drawothers/);
      }
      for (const version of ['Version A', 'Version B', 'Version C', 'Key to version B']) {
        const own = previews.filter(({ name }) => name.startsWith(`${version}, page`));
        expect(own.flatMap(({ numbers }) => numbers)).toEqual(
          Array.from({ length: 30 }, (_, index) => index + 1),
        );
      }
      expect(previews.filter(({ name }) => name.startsWith('Answer sheet'))).toHaveLength(3);
    },
  );
}

test(
  'the key of a version has the letters of that version; the address is the paper',
  {
    tag: '@desktop',
  },
  async ({ page, browser }) => {
    await page.goto(EVERY_TYPE);
    await pick(page, 'Versions', 'A, B');
    await expect(sheets(page).filter({ hasText: 'Key' }).first()).toBeAttached();
    const paper = sheets(page).and(page.locator('[aria-label^="Version B"]'));
    const key = sheets(page).and(page.locator('[aria-label^="Key to version B"]'));
    const answers = await key.locator('[data-key]').evaluateAll((entries) =>
      entries.map((entry) => ({
        number: (entry as HTMLElement).dataset.key!,
        mark: entry.querySelector('.mark')?.textContent ?? '',
        answer: entry.querySelector('.answer div p')!.textContent,
      })),
    );
    const ticked = answers.filter(({ mark }) => /^[A-Z]$/.test(mark));
    expect(ticked.length).toBeGreaterThan(3);
    for (const { number, mark, answer } of ticked) {
      const option = paper
        .locator(`[data-question="${number}"] li`)
        .filter({ has: page.getByText(mark, { exact: true }) });
      await expect(option.locator('span').last()).toHaveText(answer);
    }
    await expectAccessible(page);

    const other = await browser.newContext({ serviceWorkers: 'block' });
    const elsewhere = await other.newPage();
    await elsewhere.goto(page.url());
    await pick(elsewhere, 'Versions', 'A, B');
    await expect(sheets(elsewhere)).toHaveCount(await sheets(page).count());
    expect(await sheets(elsewhere).allInnerTexts()).toEqual(await sheets(page).allInnerTexts());
    await other.close();
  },
);

test(
  'flashcards: every card holds its words, and each back lies behind its front',
  {
    tag: '@desktop',
  },
  async ({ page }) => {
    await page.goto('/library');
    await page.getByRole('link', { name: 'Print flashcards' }).click();
    await expect(sheets(page)).toHaveCount(2);
    await expectAccessible(page);
    await pick(page, 'Paper', 'Letter');
    await pick(page, 'How many cards', 'All');
    const cards = page.locator('[data-side="front"][data-card]');
    await expect.poll(() => cards.count()).toBeGreaterThan(370);
    await page.evaluate(() => document.fonts.ready);

    const crowded = await page.locator('[data-face]').evaluateAll((faces) =>
      faces
        .filter((face) => {
          const words = face.firstElementChild as HTMLElement;
          return words.scrollHeight > face.clientHeight || words.scrollWidth > face.clientWidth;
        })
        .map(({ textContent }) => textContent),
    );
    expect(crowded).toEqual([]);
    expect(await apart(page, 'long')).toEqual([]);
    await pick(page, 'Two-sided, turned along', 'The short edge');
    await expect.poll(() => apart(page, 'short')).toEqual([]);

    // On the paper itself: what is left on the front is right on the back.
    await pick(page, 'Two-sided, turned along', 'The long edge');
    await pick(page, 'How many cards', '16');
    await expect(sheets(page)).toHaveCount(4);
    const pages = await printed(page);
    expectSize(pages, 'Letter');
    expect(pages).toHaveLength(4);
    const [front, back] = pages as [PdfPage, PdfPage];
    const at = ({ runs }: PdfPage) => runs.find(({ text }) => text === '1')!;
    expect(at(front).x).toBeLessThan(front.width / 2);
    expect(at(back).x).toBeGreaterThan(back.width / 2);
    expect(at(back).y).toBeCloseTo(at(front).y, 0);
  },
);

/** The cards whose back is not behind their front, where the sheet is turned along that edge. */
function apart(page: Page, edge: 'long' | 'short'): Promise<string[]> {
  return page.locator('[data-card]').evaluateAll((sides, long) => {
    const centre = (side: Element) => {
      const sheet = side.closest('article')!.getBoundingClientRect();
      const { left, top, width, height } = side.getBoundingClientRect();
      return {
        x: (left + width / 2 - sheet.left) / sheet.width,
        y: (top + height / 2 - sheet.top) / sheet.height,
      };
    };
    const name = (side: Element) => (side as HTMLElement).dataset.card!;
    const backs = new Map(
      sides.filter((side) => side.matches('[data-side="back"]')).map((side) => [name(side), side]),
    );
    const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
    return sides
      .filter((side) => side.matches('[data-side="front"]'))
      .filter((front) => {
        const [here, there] = [centre(front), centre(backs.get(name(front))!)];
        return long
          ? !near(here.x, 1 - there.x) || !near(here.y, there.y)
          : !near(here.x, there.x) || !near(here.y, 1 - there.y);
      })
      .map(name);
  }, edge === 'long');
}

test(
  'what is chosen for a quiz can be printed, on a phone too',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('/quiz');
    await page
      .getByRole('group', { name: 'How many questions' })
      .getByRole('radio', { name: '5' })
      .focus();
    await page.keyboard.press('Space');
    await page.getByRole('link', { name: 'Print it…' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Print' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print…' })).toBeEnabled();
    await expect(page.getByRole('status').filter({ hasText: '5 questions' })).toBeVisible();
    await expect(sheets(page).first()).toBeVisible();
    await page.getByRole('textbox', { name: 'Title' }).fill('Mid-term');
    await expect(sheets(page).first().getByRole('heading')).toHaveText('Mid-term');
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await expectNoSideScroll(page, 320);
  },
);
