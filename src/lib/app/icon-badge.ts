import type { Recite } from './recite.svelte.ts';
import { readToday } from './today.ts';

/** What of the browser sets the number on the app's icon; undefined where it cannot. */
export type BadgePort = Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;

/** The number of due cards on the icon of the installed app. */
export class IconBadge {
  readonly #recite: Recite;
  readonly #port: BadgePort;

  constructor(recite: Recite, port: BadgePort = navigator) {
    this.#recite = recite;
    this.#port = port;
  }

  /** Shows how many cards are due now, new ones not counted: 0 takes the number away. */
  async show(): Promise<void> {
    const today = await readToday(this.#recite);
    // What cannot be read is said elsewhere; a number that may be wrong is not shown.
    if (!today.ok) return this.clear();
    const { reviews, learning } = today.value.queue;
    await settled(this.#port.setAppBadge?.(reviews.length + learning.length));
  }

  async clear(): Promise<void> {
    await settled(this.#port.clearAppBadge?.());
  }
}

/** Where the app is not installed, or the person has not allowed it, a browser may refuse. */
async function settled(work: Promise<void> | undefined): Promise<void> {
  await work?.catch(() => undefined);
}

/** What switching the number on came to. */
export type BadgeLeave = 'granted' | 'denied';

/**
 * An iPhone counts the number among its notifications and has to be asked, once, by a tap; nobody else
 * is asked anything.
 *
 * @param ios `navigator.standalone`: only the browsers of iPhones and iPads have it
 */
export async function askForBadge(
  ios: boolean | undefined,
  notifications: Pick<typeof Notification, 'permission' | 'requestPermission'> | undefined,
): Promise<BadgeLeave> {
  if (ios === undefined || !notifications) return 'granted';
  if (notifications.permission !== 'default') {
    return notifications.permission === 'granted' ? 'granted' : 'denied';
  }
  return (await notifications.requestPermission()) === 'granted' ? 'granted' : 'denied';
}
