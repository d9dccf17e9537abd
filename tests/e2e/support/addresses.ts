import { expect, type Page } from '@playwright/test';

/** The addresses that stay. */
export const ADDRESSES = [
  '/',
  '/study',
  '/read',
  '/quiz',
  '/progress',
  '/library',
  '/settings',
  '/cards',
  '/print',
] as const;
export type Address = (typeof ADDRESSES)[number];

/** Something that is only there once the page has what it shows: not the title, nor a skeleton. */
export async function expectWhole(page: Page, address: Address): Promise<void> {
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const main = page.getByRole('main');
  const signs = {
    '/': main.getByRole('heading', { name: 'The next two weeks' }),
    '/study': main.getByRole('button', { name: 'Show answer' }),
    '/read': main.locator('p[id]').last(),
    '/quiz': main.getByRole('button', { name: 'Start quiz' }),
    '/progress': main.getByRole('heading', { level: 2 }).first(),
    '/library': main.getByRole('heading', { level: 2 }).first(),
    '/settings': main.getByRole('heading', { level: 2 }).first(),
    '/cards': main.getByText(/^[\d,]+ cards$/),
    '/print': main.getByRole('region', { name: 'Preview' }).getByRole('article').first(),
  } as const;
  await expect(signs[address]).toBeVisible();
}
