import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { BANK_URL } from './support/bank.ts';
import { expectWhole } from './support/addresses.ts';
import { eventsOf, journal } from './support/journal.ts';
import {
  answer,
  asked,
  figure,
  grade,
  prompt,
  promptText,
  showAnswer,
  study,
  undo,
} from './support/study.ts';

test.use({ serviceWorkers: 'block' });

function alert(page: Page) {
  return page.getByRole('alert');
}

/** Reading needs no storage and no bank. */
async function expectReads(page: Page): Promise<void> {
  await page.goto('/read');
  await expectWhole(page, '/read');
}

test.describe('a browser without storage', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'indexedDB');
    });
  });

  test('is told so, and reads and practises', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/');
    await expect(alert(page)).toContainText('nothing you do here will be remembered');
    await expectAccessible(page);
    await page.getByRole('main').getByRole('link', { name: 'Study', exact: true }).click();
    const first = await answer(page, 'Good');
    const second = await asked(page);
    expect(second).not.toBe(first);
    await undo(page).click();
    await expect(prompt(page)).toHaveText(first);
    await expectReads(page);
    await expect(alert(page)).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(alert(page)).toBeHidden();
  });

  test('has its grades at the thumb all the same', async ({ page }) => {
    await page.goto('/study');
    await expect(alert(page)).toBeInViewport({ ratio: 1 });
    await expect(showAnswer(page)).toBeInViewport({ ratio: 1 });
    await showAnswer(page).click();
    for (const name of ['Again', 'Easy'] as const) {
      await expect(grade(page, name)).toBeInViewport({ ratio: 1 });
    }
  });
});

test(
  'storage that is refused: says what is kept and what to do, and reads',
  { tag: '@phone' },
  async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException(
          'The user denied permission to access the database.',
          'SecurityError',
        );
      };
    });
    await page.goto('/');
    await expect(alert(page)).toContainText('refused to open Recite’s storage');
    await expect(alert(page)).toContainText('What you learned earlier is not lost');
    await page.goto('/study');
    await expect(alert(page)).toContainText('refused');
    await expect(alert(page).getByRole('button', { name: 'Reload' })).toBeVisible();
    await expect(page.getByText('Opening your cards')).toBeHidden();
    await expect(page.getByRole('link', { name: 'Close' })).toBeVisible();
    await expectReads(page);
  },
);

test.describe('storage that is full', () => {
  /** What fills the disk, and what makes room again. */
  interface Disk {
    fill(): Promise<unknown>;
    clear(): Promise<unknown>;
  }
  const ways: Record<string, (page: Page) => Promise<Disk>> = {
    'at once': async (page) => {
      await page.addInitScript(() => {
        // eslint-disable-next-line @typescript-eslint/unbound-method
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...parameters) {
          if (!('diskFull' in window)) return put.apply(this, parameters);
          throw new DOMException('The disk is full.', 'QuotaExceededError');
        };
      });
      return {
        fill: () => page.evaluate(() => void Object.assign(window, { diskFull: true })),
        clear: () => page.evaluate(() => Reflect.deleteProperty(window, 'diskFull')),
      };
    },
    // Chromium's own: everything is written, and then the transaction cannot be kept.
    'when all is written': async (page) => {
      const session = await page.context().newCDPSession(page);
      const limit = (quota: { quotaSize?: number }) =>
        session.send('Storage.overrideQuotaForOrigin', {
          origin: new URL(page.url()).origin,
          ...quota,
        });
      return { fill: () => limit({ quotaSize: 1 }), clear: () => limit({}) };
    },
  };
  for (const [when, way] of Object.entries(ways)) {
    test(
      `${when}: the card stays, and the same grade works later`,
      { tag: '@phone' },
      async ({ page }) => {
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        const disk = await way(page);
        await study(page);
        const question = await asked(page);
        await showAnswer(page).click();
        await disk.fill();
        await grade(page, 'Good').click();
        await expect(alert(page)).toContainText('out of space, so this answer was not saved');
        await expect(alert(page)).toBeInViewport({ ratio: 1 });
        expect(await promptText(page)).toBe(question);
        await expect(grade(page, 'Good')).toBeInViewport({ ratio: 1 });
        // Nor is half of it left behind.
        expect(await journal(page)).toEqual({ events: [], cards: [], days: [] });

        await disk.clear();
        await grade(page, 'Good').click();
        await expect(showAnswer(page)).toBeVisible();
        await expect(alert(page)).toBeHidden();
        expect(await eventsOf(page, 'review')).toHaveLength(1);
        expect(errors).toEqual([]);
      },
    );
  }
});

test(
  'a journal of a newer version is left as it is',
  { tag: '@desktop' },
  async ({ page, context }) => {
    await study(page);
    await answer(page, 'Good');
    await showAnswer(page).click();

    // Another tab, with a version of Recite that is newer than this one.
    const newer = await context.newPage();
    await newer.goto('/read');
    await newer.evaluate(async () => {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('recite-journal', 99);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error!);
      });
    });
    await expect(alert(page).first()).toContainText('Everything saved so far is kept. Reload');
    await alert(page).getByRole('button', { name: 'Reload' }).click();
    await expect(alert(page)).toContainText('saved by a newer version of Recite. It is untouched');
    await expect(showAnswer(page)).toBeHidden();
    expect(await eventsOf(page, 'review')).toHaveLength(1);
    await expectReads(page);
  },
);

test.describe('questions that cannot be loaded', () => {
  const damaged = { id: 'mexico-cartels', document: { title: 'The article', sections: [] } };
  for (const [what, response] of Object.entries({
    'an error of the server': { status: 500, body: 'no' },
    'half a file': { status: 200, contentType: 'application/json', body: '{"id":"mexico-' },
    'the page of a hotel’s network': { status: 200, contentType: 'text/html', body: '<h1>Hi</h1>' },
    'a file of another shape': { status: 200, json: { hello: 'world' } },
    nothing: { status: 200, json: null },
    'a question without its passage': {
      status: 200,
      json: {
        ...damaged,
        questions: [{ id: 'q', type: 'open', cites: [{ paragraph: 'gone-1', start: 0, end: 4 }] }],
      },
    },
  })) {
    test(`${what}: a message, and nothing lost`, { tag: '@phone' }, async ({ page, context }) => {
      await study(page);
      await answer(page, 'Good');
      await context.route(BANK_URL, (route) => route.fulfill(response));
      await page.goto('/');
      await expect(alert(page)).toContainText(/Your (progress is safe|history is untouched)/);
      await expect(alert(page).getByRole('button', { name: 'Reload' })).toBeVisible();
      await page.goto('/study');
      await expect(alert(page)).toContainText(/Your (progress is safe|history is untouched)/);
      await expect(page.getByText('Opening your cards')).toBeHidden();
      expect(await eventsOf(page, 'review')).toHaveLength(1);
      await expectReads(page);

      await context.unroute(BANK_URL);
      await page.goto('/');
      await expect(figure(page, 'Done today')).toHaveText('1');
      await expect(alert(page)).toBeHidden();
    });
  }
});
