import { expect, type Page } from '@playwright/test';

/** The pages that a phone shows part by part. */
export const PARTED: readonly string[] = ['/settings', '/progress'];

/** Looks at each part of the page that is open, one after the other, as a phone shows them. */
export async function eachPart(page: Page, look: (part: string) => Promise<void>): Promise<void> {
  const links = page.getByRole('main').locator('nav a[href^="#"]');
  const parts = await links.evaluateAll((all: HTMLAnchorElement[]) => all.map(({ hash }) => hash));
  for (const part of parts) {
    await page.evaluate((hash) => (location.hash = hash), part);
    await expect(page.locator(`[data-part="${part.slice(1)}"] > *`).first()).toBeVisible();
    await look(part);
  }
}
