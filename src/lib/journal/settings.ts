import { DEFAULT_ROLLOVER_HOUR } from '../primitives/index.ts';
import { DEFAULT_SCHEDULE, type ScheduleSettings } from '../schedule/index.ts';
import { compareEvents, type JournalEvent, type SettingsEvent } from './events.ts';

/** What the learner may change and what travels with the journal. */
export interface Settings extends ScheduleSettings {
  /** New cards a local day. */
  readonly newPerDay: number;
  /** Reviews a local day. */
  readonly reviewsPerDay: number;
  /** Hour at which the learner's day begins, 0–23. */
  readonly rolloverHour: number;
}

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_SCHEDULE,
  newPerDay: 20,
  reviewsPerDay: 200,
  rolloverHour: DEFAULT_ROLLOVER_HOUR,
};

/** The settings as they stood after each change, oldest first; the defaults hold before the first. */
export interface SettingsTimeline {
  readonly changes: readonly { readonly event: SettingsEvent; readonly settings: Settings }[];
}

export const NO_CHANGES: SettingsTimeline = { changes: [] };

export function settingsTimeline(events: readonly SettingsEvent[]): SettingsTimeline {
  let settings = DEFAULT_SETTINGS;
  const changes = [...events].sort(compareEvents).map((event) => {
    settings = { ...settings, ...event.changes };
    return { event, settings };
  });
  return { changes };
}

/** The settings in force when an event happened; the newest ones where none is given. */
export function settingsAt(
  timeline: SettingsTimeline,
  event?: Pick<JournalEvent, 'at' | 'id'>,
): Settings {
  for (let index = timeline.changes.length - 1; index >= 0; index--) {
    const change = timeline.changes[index]!;
    if (!event || compareEvents(change.event, event) < 0) return change.settings;
  }
  return DEFAULT_SETTINGS;
}
