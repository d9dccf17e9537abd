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
  '/class',
  '/class/handout',
  '/class/collect',
  '/take',
  '/class/cards',
  '/class/sweep',
  '/class/typed',
  '/class/documents',
  '/host',
] as const;
export type Address = (typeof ADDRESSES)[number];

/**
 * Something that is only there once the page has what it shows: not the title, nor a skeleton.
 *
 * @param say the English of a text → how the app says it
 */
export async function expectWhole(
  page: Page,
  address: Address,
  say = (text: string) => text,
): Promise<void> {
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const main = page.getByRole('main');
  const signs = {
    '/': main.getByRole('heading', { name: say('The next two weeks') }),
    '/study': main.getByRole('button', { name: say('Show answer') }),
    '/read': main.locator('p[id]').last(),
    '/quiz': main.getByRole('button', { name: say('Start quiz') }),
    '/progress': main.getByRole('heading', { level: 2 }).first(),
    '/library': main.getByRole('heading', { level: 2 }).first(),
    '/settings': main.getByRole('heading', { level: 2 }).first(),
    '/cards': main.getByText(new RegExp(`^[\\d,]+ ${say('cards')}$`)),
    '/class': main.getByRole('heading', { level: 2 }).first(),
    '/class/handout': main.getByRole('button', { name: say('Make the quiz') }),
    '/class/collect': main.getByRole('heading', { level: 2 }).first(),
    '/take': main.getByRole('button', { name: say('Start the camera') }),
    '/class/cards': main.getByRole('article').first(),
    '/class/sweep': main.getByRole('link', { name: say('Make cards for a class') }),
    // Nobody leads a class here: it says how one does.
    '/host': main.getByRole('heading', { name: say('A class is led from your own computer') }),
    '/class/documents': main.getByRole('radio').first(),
    '/class/typed': main.getByRole('link', { name: say('Print') }),
    '/print': main
      .getByRole('region', { name: say('Preview') })
      .getByRole('article')
      .first(),
  } as const;
  await expect(signs[address]).toBeVisible();
}
