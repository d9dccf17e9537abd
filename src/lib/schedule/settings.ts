import type { Parameters } from './forgetting.ts';

/** What decides when a card comes again. */
export interface ScheduleSettings {
  /** The probability of recall at which a card is shown again, 0.70 to 0.97. */
  readonly desiredRetention: number;
  /** Minutes between the first showings of a new card. */
  readonly learningSteps: readonly number[];
  /** Minutes until a forgotten card is shown again. */
  readonly relearningSteps: readonly number[];
  /** Days. */
  readonly maximumInterval: number;
  readonly parameters: Parameters;
}

export const DEFAULT_SCHEDULE: ScheduleSettings = {
  desiredRetention: 0.9,
  learningSteps: [1, 10],
  relearningSteps: [10],
  maximumInterval: 36_500,
  parameters: null,
};
