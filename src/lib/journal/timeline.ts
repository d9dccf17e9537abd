import { compareEvents, type JournalEvent, type SettingsEvent } from './events.ts';
import { readableChanges } from './readable.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/** The settings as they stood after each change, oldest first; the defaults hold before the first. */
export interface SettingsTimeline {
  readonly changes: readonly { readonly event: SettingsEvent; readonly settings: Settings }[];
}

export const NO_CHANGES: SettingsTimeline = { changes: [] };

/** The timeline of these changes, in whatever order they come; what makes no sense is passed over. */
export function settingsTimeline(events: readonly SettingsEvent[]): SettingsTimeline {
  let settings = DEFAULT_SETTINGS;
  const changes = [...events].sort(compareEvents).map((event) => {
    settings = { ...settings, ...readableChanges(event.changes) };
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
