import { expect, test, type Page } from '@playwright/test';
import { speak, t } from '../../src/lib/language/index.ts';
import { PSEUDO } from '../../src/lib/language/pseudo.ts';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { ADDRESSES, expectWhole } from './support/addresses.ts';
import { liveThrough } from './support/history.ts';
import { eachPart, PARTED } from './support/parts.ts';
import { startServer } from './support/server.ts';
import { inSpanish, SPANISH } from './support/spanish.ts';
import { asked } from './support/study.ts';
import { unmarkedTexts } from './support/unmarked.ts';
import { keptOffline } from './support/workers.ts';

/** Pages that are come upon from others, each with what shows that it is whole. */
const FURTHER = [
  ['/repair', 'main h2, main p'],
  ['/quiz/questions', 'main h2, main p'],
  ['/class/handout', 'main h2'],
  ['/class/record', 'main h2, main p'],
] as const;

/** The languages that the app speaks, and one from right to left that is only for tests. */

function chosen(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('lang');
}

/** With a key: the page begins anew at once, and pointing at it may meet what floats above. */
async function choose(page: Page, language: 'English' | 'Español'): Promise<void> {
  await page.getByRole('radio', { name: language }).focus();
  await page.keyboard.press('Space');
}

test(
  'Spanish is chosen in Settings, spoken on every screen, and offline',
  { tag: '@phone' },
  async ({ page, context }) => {
    const server = await startServer();
    await page.goto(`${server.origin}/settings#look`);
    await choose(page, 'Español');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aspecto');
    expect(await chosen(page)).toBe('es');
    await expect(page).toHaveTitle('Aspecto · Recite');
    const nav = page.getByRole('navigation', { name: 'Principal' });
    await expect(nav.getByRole('link')).toHaveText([
      'Hoy',
      'Leer',
      'Test',
      'Progreso',
      'Biblioteca',
      'Ajustes',
    ]);
    await expectAccessible(page);
    await keptOffline(page);

    await nav.getByRole('link', { name: 'Hoy' }).click();
    await expect(page).toHaveTitle('Hoy · Recite');
    await page.getByRole('main').getByRole('link', { name: 'Estudiar', exact: true }).click();
    await page.getByRole('button', { name: 'Mostrar respuesta' }).click();
    // The document is in English, and so is all that is asked of it.
    await expect(page.locator('.prompt')).toHaveAttribute('lang', 'en');
    await expect(
      page.getByRole('region', { name: 'Fuente' }).locator('blockquote'),
    ).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('link', { name: 'Abrir en el documento' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Bien', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Mostrar respuesta' })).toBeVisible();

    await server.stop();
    await context.setOffline(true);
    await page.goto(`${server.origin}/settings#look`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aspecto');
    await choose(page, 'English');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look');
    expect(await chosen(page)).toBe('en');
  },
);

test.describe('where the browser speaks Spanish', () => {
  test.use({ locale: 'es-MX', serviceWorkers: 'block' });

  test('so does the app from the start', { tag: '@phone' }, async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoy');
    expect(await chosen(page)).toBe('es');
    await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /^Recite conv/);
    await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', /\.es\.webmanifest$/);
    await page.goto('/settings#look');
    await expect(page.getByRole('radio', { name: 'Español' })).toBeChecked();
  });

  test(
    'the words of each page come with it, from wherever one goes',
    { tag: '@phone' },
    async ({ page }) => {
      test.slow();
      await page.goto('/');
      await expectWhole(page, '/', inSpanish);
      const left: string[] = [];
      for (const address of ADDRESSES) {
        await follow(page, address);
        await expectWhole(page, address, inSpanish);
        const gather = async (part: string) => {
          left.push(...(await englishOn(page)).map((text) => `${address}${part}: ${text}`));
        };
        await gather('');
        if (PARTED.includes(address)) await eachPart(page, gather);
      }
      expect(left).toEqual([]);
    },
  );
});

/** English texts of the app that a page says all the same. */
async function englishOn(page: Page): Promise<string[]> {
  const heard = await page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((element) => [
      element.getAttribute('aria-label')?.trim() ?? '',
      ...[...element.childNodes].map((node) =>
        node.nodeType === Node.TEXT_NODE ? node.nodeValue!.trim() : '',
      ),
    ]),
  );
  return [...new Set(heard)].filter((text) => text in SPANISH && inSpanish(text) !== text);
}

/** As a link of the app leads there: without beginning anew. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
  await expect(page).toHaveURL(({ pathname }) => pathname === address);
}

test.describe('in a language from right to left', () => {
  test.use({ serviceWorkers: 'block' });
  test.afterEach(() => speak({ locale: 'en-GB', phrases: {} }));

  test(
    'every page is laid out, and every text is marked to be translated',
    { tag: '@phone' },
    async ({ page }) => {
      test.slow();
      await liveThrough(page, [
        { ago: 9, ratings: [3, 3, 1, 3, 2, 3, 4, 3] },
        { ago: 2, ratings: [3, 1, 3, 3] },
      ]);
      await page.goto('/study');
      await asked(page);
      await page.evaluate(() => localStorage.setItem('recite-display', '{"language":"ar-XB"}'));
      speak(PSEUDO);
      const unmarked: string[] = [];
      for (const address of ADDRESSES) {
        await page.goto(address);
        await expectWhole(page, address, (text) => t(text));
        expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
        const gather = async (part: string) => {
          await expectNoSideScroll(page);
          unmarked.push(...(await unmarkedTexts(page)).map((text) => `${address}${part}: ${text}`));
        };
        await gather('');
        if (PARTED.includes(address)) await eachPart(page, gather);
      }
      const answered = await page.evaluate(async () => {
        const bank = (await (await fetch('/banks/mexico-cartels.json')).json()) as {
          id: string;
          questions: { id: string }[];
        };
        return `${bank.id}/${bank.questions[0]!.id}`;
      });
      for (const [address, whole] of [
        [`/why?card=${encodeURIComponent(answered)}`, 'main figure, main dl'] as const,
        ...FURTHER,
      ]) {
        await page.goto(address);
        await expect(page.locator(whole).first()).toBeVisible();
        await expectNoSideScroll(page);
        unmarked.push(...(await unmarkedTexts(page)).map((text) => `${address}: ${text}`));
      }
      await page.goto('/study');
      await page.getByRole('button', { name: t('Show answer') }).click();
      await expect(page.getByRole('button', { name: t('Good'), exact: true })).toBeVisible();
      unmarked.push(...(await unmarkedTexts(page)));
      expect(unmarked).toEqual([]);
    },
  );
});
