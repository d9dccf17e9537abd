import type { Page } from '@playwright/test';

/** Waits until the service worker has everything and answers for the page. */
export async function keptOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    // It is ready only when all that it keeps has been fetched: it installs in no other way.
    await serviceWorker.ready;
    if (serviceWorker.controller) return;
    await new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}
