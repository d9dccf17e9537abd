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
    expect(await violations(page, colorScheme === 'light' ? 'all' : 'contrast')).toEqual([]);
  }
}

/** The same of the colours alone, where the system has forced its own on the page. */
export async function expectContrastForced(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await violations(page, 'contrast')).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
}

async function violations(page: Page, what: 'all' | 'contrast'): Promise<unknown[]> {
  // In one page, without frames, nothing is to be put together in a second one.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const looked = what === 'all' ? axe.withTags(WCAG) : axe.withRules('color-contrast');
  return (await looked.analyze()).violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
}

/** Nothing is to be reached by scrolling sideways only, at a width of 320 pixels too. */
export async function expectNoSideScroll(page: Page, width?: number): Promise<void> {
  if (width !== undefined) await page.setViewportSize({ width, height: 700 });
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
}
