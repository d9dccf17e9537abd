import { DEFAULT_ROLLOVER_HOUR } from '../primitives/index.ts';
import { DEFAULT_SCHEDULE, type ScheduleSettings } from '../schedule/index.ts';

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
