import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Checks the page as it stands against WCAG 2.2 AA, in light and in dark. Only the colours can differ
 * between the two, so the second look is at them alone.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // In one page, without frames, nothing is to be put together in a second one.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const looked = colorScheme === 'light' ? axe.withTags(WCAG) : axe.withRules('color-contrast');
    const { violations } = await looked.analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      colorScheme,
      where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }));
    expect(found).toEqual([]);
  }
}

/** Nothing is to be reached by scrolling sideways only, at a width of 320 pixels too. */
export async function expectNoSideScroll(page: Page, width?: number): Promise<void> {
  if (width !== undefined) await page.setViewportSize({ width, height: 700 });
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
}
