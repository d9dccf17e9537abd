import type { Page } from '@playwright/test';

/** What a page must never do, gathered while it is used. */
export interface Faults {
  /** Errors in the console, exceptions that nobody caught. */
  readonly errors: string[];
  /** Requests that leave the origin. */
  readonly strangers: string[];
  /** What the Content-Security-Policy had to stop. */
  readonly violations: string[];
}

declare global {
  interface Window {
    reportViolation(text: string): void;
  }
}

/** Before the page is opened. */
export async function watchFaults(page: Page, origin: string): Promise<Faults> {
  const faults: Faults = { errors: [], strangers: [], violations: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') faults.errors.push(message.text());
  });
  page.on('pageerror', (error) => faults.errors.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) {
      faults.strangers.push(request.url());
    }
  });
  await page.exposeFunction('reportViolation', (text: string) => faults.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return faults;
}

export const NO_FAULTS: Faults = { errors: [], strangers: [], violations: [] };
