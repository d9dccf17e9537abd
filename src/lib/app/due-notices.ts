import {
  DAY_MS,
  err,
  HOUR_MS,
  MINUTE_MS,
  ok,
  type Failure,
  type Result,
} from '../primitives/index.ts';
import { locale, plural, t } from '../language/index.ts';
import type { Recite } from './recite.svelte.ts';
import { readToday } from './today.ts';

/** What the service worker (static/reminder.js) reads while the app is closed, and where. */
const PLACE = 'recite-reminder';
const ADDRESS = '/reminder.json';
/** The name under which the browser wakes it. */
const TAG = 'recite-due';
/** How far ahead it is said what will be due; who stays away longer is told the last of it. */
const DAYS = 30;

/** What there is to say from an instant on. */
interface Coming {
  /** Epoch milliseconds of the beginning of the learner's day. */
  readonly from: number;
  readonly count: number;
  readonly title: string;
}

/** Not in TypeScript's library: https://wicg.github.io/periodic-background-sync/ */
interface PeriodicSync {
  register(tag: string, options: { minInterval: number }): Promise<void>;
  unregister(tag: string): Promise<void>;
}
type Registration = ServiceWorkerRegistration & { readonly periodicSync?: PeriodicSync };

export function canNotify(): boolean {
  return (
    'Notification' in globalThis &&
    'ServiceWorkerRegistration' in globalThis &&
    'periodicSync' in ServiceWorkerRegistration.prototype
  );
}

const REFUSED: Failure = {
  code: 'notices-refused',
  message: t(
    'Notifications are refused for Recite. You can allow them in the settings of your browser or device.',
  ),
};
const NOT_INSTALLED: Failure = {
  code: 'notices-not-installed',
  message: t(
    'Your browser wakes only apps that are installed and often used. Install Recite, then switch this on there.',
  ),
};

/** Notifications without a server: the browser wakes the service worker now and then. */
export class DueNotices {
  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** Asks for leave, and to be woken. */
  async begin(): Promise<Result<void>> {
    if ((await Notification.requestPermission()) !== 'granted') return err(REFUSED);
    try {
      const { periodicSync } = await registration();
      // The browser takes it for a wish: it comes later, or not, as the app is used.
      await periodicSync?.register(TAG, { minInterval: DAY_MS / 2 });
    } catch {
      return err(NOT_INSTALLED);
    }
    await this.note();
    return ok(undefined);
  }

  async stop(): Promise<void> {
    await caches.delete(PLACE);
    await (await registration()).periodicSync?.unregister(TAG).catch(() => undefined);
  }

  /** Writes down what will be due on each of the coming days if nothing is studied until then. */
  async note(): Promise<void> {
    const coming = await this.coming();
    // What cannot be read is said elsewhere; what was noted before is no longer true.
    if (!coming.ok) return void (await caches.delete(PLACE));
    const note = {
      language: locale(),
      direction: document.documentElement.dir,
      body: t('A few minutes, before they fade.'),
      days: coming.value,
    };
    const place = await caches.open(PLACE);
    await place.put(ADDRESS, new Response(JSON.stringify(note)));
  }

  async coming(): Promise<Result<readonly Coming[]>> {
    const { day, offset } = this.#recite.moment();
    const [today, later] = await Promise.all([
      readToday(this.#recite),
      this.#recite.dueCounts(day + 1, day + DAYS),
    ]);
    if (!today.ok) return today;
    if (!later.ok) return later;
    const { rolloverHour } = this.#recite.settings;
    const start = rolloverHour * HOUR_MS - offset * MINUTE_MS;
    const { reviews, learning } = today.value.queue;
    let count = reviews.length + learning.length;
    const days = [{ day, count: 0 }, ...later.value];
    return ok(
      days.map((each) => {
        count += each.count;
        const title = t('{0} due in Recite', plural(count, 'card'));
        return { from: each.day * DAY_MS + start, count, title };
      }),
    );
  }
}

async function registration(): Promise<Registration> {
  return navigator.serviceWorker.ready;
}
