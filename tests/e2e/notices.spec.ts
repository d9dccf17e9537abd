import { expect, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../browser.js';
import { answer } from './support/study.ts';
import { tick } from './support/tick.ts';

const DAY_MS = 86_400_000;

// The worker's hours are those of the day, wherever this runs.
test.use({ timezoneId: 'UTC' });

// A browser without windows notifies nobody.
const executablePath = findChromium({ whole: true });
test.use({ launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) } });

test(
  'notifications: the browser wakes the worker, which says once a day what is due',
  { tag: '@phone' },
  async ({ page, context, baseURL }) => {
    const cdp = await context.newCDPSession(page);
    const { targetInfo } = await cdp.send('Target.getTargetInfo');
    await cdp.send('Browser.grantPermissions', {
      browserContextId: targetInfo.browserContextId!,
      origin: baseURL!,
      permissions: ['notifications', 'periodicBackgroundSync'],
    });
    const noon = Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 2;
    // It was open yesterday, and not since.
    await page.clock.install({ time: noon - DAY_MS });
    await page.goto('/');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto('/study');
    await answer(page, 'Again');
    await page.goto('/settings#reminders');
    const group = page.getByRole('region', { name: 'Reminders' });
    const notices = group.getByRole('group', { name: 'Notifications' });
    await expect(notices.getByRole('radio', { name: 'Off' })).toBeChecked();
    await tick(notices.getByRole('radio', { name: 'On' }));
    await expect(notices.getByRole('radio', { name: 'On' })).toBeChecked();
    await expect
      .poll(() => page.evaluate(() => caches.match('/reminder.json').then((kept) => !!kept)))
      .toBe(true);

    const worker = context.serviceWorkers()[0]!;
    /** What the worker's clock says: at night it is silent. */
    const at = (time: number) =>
      worker.evaluate((now) => {
        const Plain = Date;
        (globalThis as { Date: unknown }).Date = class extends Plain {
          constructor(...given: [number]) {
            super(...(given.length > 0 ? given : ([now] as [number])));
          }
        };
      }, time);
    const registered = new Promise<string>((resolve) => {
      cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        if (registrations[0]) resolve(registrations[0].registrationId);
      });
    });
    await cdp.send('ServiceWorker.enable');
    const wake = async () => {
      await cdp.send('ServiceWorker.dispatchPeriodicSyncEvent', {
        origin: baseURL!,
        registrationId: await registered,
        tag: 'recite-due',
      });
    };
    const shown = () =>
      worker.evaluate(async () => {
        const { registration } = globalThis as unknown as {
          registration: ServiceWorkerRegistration;
        };
        const all = await registration.getNotifications();
        return all.map(({ title }) => title);
      });
    // Whoever is looking at Recite needs no reminder of it.
    await at(noon);
    await wake();
    await page.waitForTimeout(300);
    expect(await shown()).toEqual([]);

    await page.goto('about:blank');
    await at(noon - DAY_MS / 2);
    await wake();
    await page.waitForTimeout(300);
    expect(await shown()).toEqual([]);
    await at(noon);
    await wake();
    await expect.poll(shown).toEqual(['1 card due in Recite']);
  },
);
