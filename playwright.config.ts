import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './tests/browser.js';

/** Several checkouts on one machine each test on a port of their own. */
const PORT = Number(process.env.RECITE_E2E_PORT ?? 4317);
const executablePath = findChromium();

const DESKTOP = { viewport: { width: 1280, height: 800 } };
/** What these are about does not hang on the screen. */
const PHONE_ONLY =
  /\/(fit|grades|keeping|languages|library|plans|quiz-share|repair|settings|study-marks|tabs|update|why)\.spec\.ts$/;
/** Nor of these, but for the tests that say so. */
const MOSTLY_PHONE =
  /\/(aloud|cards|failures|install|memory-ahead|layout|offline|progress|questions|quiz|read|source)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  timeout: 60_000,
  // A machine that stalls for some seconds is no fault of the page.
  expect: { timeout: 10_000 },
  // A test that passes only the second time is reported as flaky: a fault to be found, but no reason
  // to hold back a change on a machine that stalls.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  snapshotPathTemplate: 'tests/e2e/pictures/{arg}{ext}',
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    // To draw what moves takes a fifth of the time. What is about that, and Study, has it.
    reducedMotion: 'reduce',
    // Recording every test costs about a quarter of the time, and CI tries a failed one again.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) },
  },
  // A test that says the same on both screens, or is about one, is tagged @phone or @desktop.
  projects: [
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
    {
      name: 'desktop',
      grepInvert: /@phone/,
      testIgnore: [PHONE_ONLY, MOSTLY_PHONE],
      use: DESKTOP,
    },
    { name: 'desktop, in part', testMatch: MOSTLY_PHONE, grep: /@desktop/, use: DESKTOP },
  ],
  webServer: {
    // The real server, with the real headers; it also builds where the build is old.
    command: 'node src/server/start.js',
    env: {
      PORT: String(PORT),
      HOST: '127.0.0.1',
      RECITE_DATA: join(tmpdir(), 'recite-e2e'),
    },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
