import { gzipSync } from 'node:zlib';
import { serve } from '../../src/server/serve.js';
import { withPage } from './chromium.js';
import { withEmptyApp } from './empty-app.js';

/** How many bytes, compressed, a browser fetches until the first card is on the screen. */

/** @typedef {import('./chromium.js').Page} Page */
/** @typedef {'js' | 'css' | 'html' | 'json' | 'font' | 'other'} Kind */
/** @typedef {Record<Kind, number>} Sizes bytes, gzip */

/** @type {ReadonlyArray<[Kind, RegExp]>} */
const KINDS = [
  ['js', /javascript/],
  ['css', /^text\/css/],
  ['html', /^text\/html/],
  ['json', /json/],
  ['font', /^font\//],
];

/**
 * @param {{ build: string, browser: string }} options `build`: the folder of the app's build
 * @returns {Promise<{ app: Sizes, empty: Sizes }>}
 */
export async function measureSize({ build, browser }) {
  const app = await fetched(build, browser, toFirstCard);
  const empty = await withEmptyApp((folder) => fetched(folder, browser, async () => null));
  return { app, empty };
}

/**
 * @param {Page} page which has just loaded Today
 * @returns {Promise<string[]>} what was asked for before the frame that shows the first card
 */
async function toFirstCard(page) {
  const shown = page.evaluate(
    () =>
      /** @type {Promise<number>} */ (
        new Promise((resolve) => {
          function look() {
            const there = [...document.querySelectorAll('main button')].some(
              ({ textContent }) => textContent?.trim() === 'Show answer',
            );
            if (there) resolve(performance.now());
            else requestAnimationFrame(look);
          }
          look();
        })
      ),
  );
  await page.getByRole('main').getByRole('link', { name: 'Study' }).tap();
  const frame = await shown;
  return page.evaluate((at) => {
    const entries = performance.getEntriesByType('resource');
    const before = entries.filter(({ startTime }) => startTime <= at);
    return [location.origin + '/', ...before.map(({ name }) => name)];
  }, frame);
}

/**
 * @param {string} build
 * @param {string} browser
 * @param {(page: Page) => Promise<string[] | null>} walk what is done once the first page has loaded;
 *   gives the addresses that count, or null for all
 * @returns {Promise<Sizes>}
 */
async function fetched(build, browser, walk) {
  const server = await serve({ directory: build, host: '127.0.0.1', port: 0 });
  if (!server.ok) throw new Error(server.error.message);
  try {
    const origin = `http://127.0.0.1:${server.value.port}`;
    const addresses = await withPage(browser, async (page) => {
      /** @type {Set<string>} */
      const asked = new Set();
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.origin === origin) asked.add(url.origin + url.pathname);
      });
      // Also what the page fetches by itself once it is idle: nobody knows when the tap comes.
      await page.goto(origin, { waitUntil: 'networkidle' });
      const counted = await walk(page);
      return [...asked].filter((address) => !counted || counted.includes(address));
    });
    return await sizesOf(addresses);
  } finally {
    await server.value.close();
  }
}

/**
 * @param {readonly string[]} addresses
 * @returns {Promise<Sizes>}
 */
async function sizesOf(addresses) {
  /** @type {Sizes} */
  const sizes = { js: 0, css: 0, html: 0, json: 0, font: 0, other: 0 };
  for (const address of addresses) {
    const response = await fetch(address);
    const type = response.headers.get('content-type') ?? '';
    const [kind] = KINDS.find(([, pattern]) => pattern.test(type)) ?? ['other'];
    const bytes = Buffer.from(await response.arrayBuffer());
    const [text, styles] = kind === 'html' ? apart(bytes.toString()) : [bytes, ''];
    sizes[kind] += compressed(text);
    if (styles !== '') sizes.css += compressed(styles);
  }
  return sizes;
}

/**
 * A page, and the styles that stand in it: they count among the styles, wherever they are.
 *
 * @param {string} html
 */
function apart(html) {
  const styles = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, style]) => style);
  return [html.replace(/<style[^>]*>[^]*?<\/style>/g, ''), styles.join('')];
}

/** @param {string | Buffer} content */
function compressed(content) {
  return gzipSync(content, { level: 9 }).length;
}
