import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { aruco } from './src/cli/vite-aruco.ts';
import { banks } from './src/cli/vite-banks.ts';
import { words } from './src/cli/vite-words.ts';
import { CHROMIUM_FLAGS, findChromium } from './tests/browser.js';

const chromium = findChromium();

/** What every page begins with. */
const RUNTIME =
  /node_modules\/(svelte|@sveltejs\/kit|esm-env|clsx)\/|vite\/preload-helper|src\/lib\/language\/index/;
/** What folds the journal and moves a memory: many need it, but not to show the first card. */
const FOLDING =
  /src\/lib\/(journal\/(fold|tallies)|schedule\/(card|memory|fuzz)|storage\/apply)|ts-fsrs/;
/** What many other pages share; and the language, which is there before all that has words in it. */
const ELSEWHERE = /src\/lib\/(language|ui\/(ReaderDialog|Skeleton|Slip)\.|document\/sentences)/;
/** Pages of a class are many by now, and share much that no learner needs. */
const CLASS =
  /src\/lib\/(app\/|ui\/|storage\/)?(classroom|gradebook|handout|markers|documents)\/|src\/lib\/quiz\/items/;

export default defineConfig({
  plugins: [
    aruco(),
    banks(),
    words(),
    sveltekit(),
    SvelteKitPWA({
      registerType: 'prompt',
      injectRegister: null,
      manifest: false,
      kit: { adapterFallback: '200.html', spa: true },
      workbox: {
        globPatterns: [
          'client/**/*.{js,css,svg,png,ico,woff2,webmanifest}',
          'prerendered/**/*.{html,json}',
        ],
        globIgnores: ['**/version.json', '**/social-card.png', '**/screenshots/**', '**/launch/**'],
        // `/read?mark=…` is `/read`: what follows the question mark is for the page, not the server.
        ignoreURLParametersMatching: [/.*/],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        // What the worker does besides: says that cards are due, where the browser wakes it for that.
        importScripts: ['/reminder.js'],
      },
    }),
  ],
  resolve: {
    alias: {
      // For browsers it comes as one that writes into the page, which a worker has not and our policy
      // forbids; its other one needs neither.
      'decode-named-character-reference': new URL(
        'node_modules/decode-named-character-reference/index.js',
        import.meta.url,
      ).pathname,
    },
  },
  worker: { plugins: () => [aruco()] },
  build: {
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What Today and Study share in one file: many small ones compress worse together.
        codeSplitting: {
          groups: [
            // What has words in it must not come along with these: the app begins with them, and only
            // then fetches the words of its language (src/hooks.client.ts).
            { name: 'runtime', test: RUNTIME, priority: 1 },
            {
              name: 'shared',
              test: (id) =>
                /src\/lib\//.test(id) &&
                ![FOLDING, ELSEWHERE, CLASS].some((other) => other.test(id)),
              minShareCount: 6,
            },
            { name: 'folding', test: FOLDING, minShareCount: 6 },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // One world for all files takes less than half the time of one for each: most of it was
          // spent on loading the same modules again. What a test stubs is put back.
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          unstubGlobals: true,
          // Generous: it catches what hangs, not what is slow on a busy machine.
          testTimeout: 60_000,
          include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium ? { executablePath: chromium } : {}),
                args: CHROMIUM_FLAGS,
              },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 390, height: 844 } }],
          },
        },
      },
    ],
  },
});
