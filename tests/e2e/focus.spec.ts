import { expect, test, type Page } from '@playwright/test';
import { expectNoSideScroll } from './support/accessible.ts';
import { ADDRESSES, expectWhole } from './support/addresses.ts';

test.use({
  serviceWorkers: 'block',
  viewport: { width: 320, height: 640 },
  reducedMotion: 'reduce',
});

/** Beyond them a page repeats itself: cards, sections, paragraphs. */
const STOPS = 45;

test(
  'on 320 pixels, whatever has the focus is to be seen, and as large as a thumb',
  { tag: '@phone' },
  async ({ page }) => {
    // Every address, stop by stop.
    test.slow();
    for (const address of ADDRESSES) {
      await page.goto(address);
      await expectWhole(page, address);
      await expectNoSideScroll(page);
      const found = [];
      for (let count = 0; count < STOPS; count++) {
        await page.keyboard.press('Tab');
        const stop = await looked(page);
        if (stop === null) break;
        if (stop.faults.length > 0) found.push(`${stop.name}: ${stop.faults.join(', ')}`);
      }
      expect(found, address).toEqual([]);
    }
  },
);

/** What is wrong with what has the focus; null at the end of the page. */
function looked(page: Page): Promise<{ name: string; faults: string[] } | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    // A field that lies unseen over its label shows what it is on that.
    const owner = focused.closest('label') ?? focused;
    const box = owner.getClientRects()[0]!;
    const faults: string[] = [];

    const points = [0.5, 0.1, 0.9].flatMap((x) =>
      [0.5, 0.1, 0.9].map((y) => [box.left + x * box.width, box.top + y * box.height] as const),
    );
    const seen = points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (owner.contains(there) || there.contains(focused));
    });
    if (!seen) faults.push('covered or out of sight');

    const rung = [focused, owner, ...owner.querySelectorAll('*')].some((element) =>
      [null, '::before', '::after'].some((pseudo) => {
        const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element, pseudo);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && opacity !== '0';
      }),
    );
    // Within a date's or a time's field the ring is about the part that has the focus, by the browser.
    const dated = focused.matches('[type="date"], [type="time"]');
    if (!rung && !dated) faults.push('no ring');

    // Named exceptions: a link within a sentence (2.5.8), and what scrolls and is no control.
    const within = focused.matches('a') && getComputedStyle(focused).display === 'inline';
    const spread = getComputedStyle(focused, '::after').position === 'absolute';
    const control = focused.matches('a, button, input, select, textarea, summary');
    const large = box.width >= 43.5 && box.height >= 43.5;
    if (control && !within && !spread && !large) {
      faults.push(`${Math.round(box.width)} × ${Math.round(box.height)}`);
    }
    const name = focused.getAttribute('aria-label') ?? owner.innerText;
    return { name: `${focused.tagName} ${name.trim().slice(0, 60)}`, faults };
  });
}
