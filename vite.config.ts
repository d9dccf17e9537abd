import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { aruco } from './src/cli/vite-aruco.ts';
import { banks } from './src/cli/vite-banks.ts';
import { firstCard } from './src/cli/vite-first.ts';
import { words } from './src/cli/vite-words.ts';
import { CHROMIUM_FLAGS, findChromium } from './tests/browser.js';

const chromium = findChromium();

export default defineConfig({
  plugins: [
    aruco(),
    banks(),
    firstCard(),
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
  // In development it would be bundled beforehand, without our plugin.
  optimizeDeps: { exclude: ['js-aruco2'] },
  build: {
    target: 'es2022',
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
