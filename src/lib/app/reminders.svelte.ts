import { DAY_MS, err, MINUTE_MS, ok, type Failure, type Result } from '../primitives/index.ts';
import { dailyReminder } from '../formats/calendar/index.ts';
import { badgeSwitch, noticeSwitch } from './device-switch.svelte.ts';
import { canNotify, DueNotices } from './due-notices.ts';
import { askForBadge } from './icon-badge.ts';
import type { Recite } from './recite.svelte.ts';
import { t } from '../language/index.ts';

/** The one event: a file made later changes it in the calendar, and adds no second one. */
const EVENT = 'daily-study@recite';
const MINUTES = 10;

/** Reminders that need no server, each off until it is asked for. */
export class Reminders {
  /** The device can show a number on the app's icon. */
  readonly canBadge = 'setAppBadge' in navigator;
  /** It was asked and said no. */
  refused = $state(false);
  /** The browser can wake the app now and then while it is closed, and show a notification. */
  readonly canNotify = canNotify();
  /** Why it will not. */
  noNotices = $state.raw<Failure | null>(null);
  readonly #recite: Recite;

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  get badge(): boolean {
    return badgeSwitch.on;
  }

  async setBadge(on: boolean): Promise<void> {
    this.refused = false;
    // At once, so that where it is refused the switch goes back to be seen.
    badgeSwitch.set(on);
    if (on) {
      const { standalone } = navigator as { standalone?: boolean };
      const port = 'Notification' in globalThis ? Notification : undefined;
      this.refused = (await askForBadge(standalone, port)) === 'denied';
    }
    badgeSwitch.set(on && !this.refused);
  }

  get notices(): boolean {
    return noticeSwitch.on;
  }

  async setNotices(on: boolean): Promise<void> {
    this.noNotices = null;
    noticeSwitch.set(on);
    const due = new DueNotices(this.#recite);
    const begun = on ? await due.begin() : null;
    if (begun?.ok) return;
    this.noNotices = begun?.error ?? null;
    noticeSwitch.set(false);
    await due.stop();
  }

  /**
   * The file that puts a daily reminder into the person's calendar.
   *
   * @param time as a time field gives it: `19:00`
   * @param address where the app is served
   */
  calendarFile(time: string, address: string): Result<{ name: string; blob: Blob }> {
    const minute = minuteOf(time);
    if (minute === null) {
      return err({ code: 'no-time', message: t('Choose a time of the day first.') });
    }
    const { now, offset } = this.#recite.moment();
    const local = now + offset * MINUTE_MS;
    const text = dailyReminder({
      id: EVENT,
      title: t('Study with Recite'),
      text: t('A few minutes: what is due today, before it is forgotten.'),
      url: `${address}/study`,
      // By the calendar, not by the learner's day, which may end in the small hours.
      from: Math.floor(local / DAY_MS),
      minute,
      length: MINUTES,
      now,
    });
    return ok({ name: 'recite-reminder.ics', blob: new Blob([text], { type: 'text/calendar' }) });
  }
}

/** Minutes since midnight; null where it is no time. */
function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}
