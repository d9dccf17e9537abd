import { expect, test } from '@playwright/test';

test.use({ serviceWorkers: 'block' });

/** Each page that belongs to another → the address and title of that one. */
const PARENTS = {
  '/cards': ['/library', 'Library'],
  '/print': ['/library', 'Library'],
  '/class': ['/library', 'Library'],
  '/class/handout': ['/class', 'Classes'],
  '/class/collect': ['/class', 'Classes'],
  '/class/cards': ['/class', 'Classes'],
  '/class/sweep': ['/class', 'Classes'],
  '/class/typed': ['/class', 'Classes'],
  '/class/documents': ['/class', 'Classes'],
  '/class/record': ['/class', 'Classes'],
  '/host': ['/class', 'Classes'],
  '/take': ['/quiz', 'Quiz'],
  '/quiz/questions': ['/progress', 'Progress'],
  '/repair': ['/', 'Today'],
} as const;

test(
  'an installed app has no button to go back with: a page within another leads there',
  { tag: '@phone' },
  async ({ page }) => {
    for (const [address, [href, title]] of Object.entries(PARENTS)) {
      await page.goto(address);
      const way = page.getByRole('main').getByRole('link', { name: title, exact: true });
      await expect(way, address).toHaveAttribute('href', href);
      const { y, height } = (await way.boundingBox())!;
      const heading = (await page.getByRole('heading', { level: 1 }).boundingBox())!;
      expect(height, address).toBeGreaterThanOrEqual(44);
      expect(y + height / 2, address).toBeLessThan(heading.y);
    }
  },
);

test('a quiz begins without scrolling', { tag: '@desktop' }, async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/quiz');
  const start = page.getByRole('main').getByRole('button', { name: 'Start quiz' });
  await expect(start).toBeInViewport({ ratio: 1 });
});
