import { DEFAULT_ROLLOVER_HOUR } from '../primitives/index.ts';
import {
  DEFAULT_SCHEDULE,
  type Break,
  type CatchUp,
  type EasyDay,
  type Exam,
  type LeechAction,
  type NewOrder,
  type ReviewOrder,
  type ScheduleSettings,
} from '../schedule/index.ts';
import type { FitRecord } from '../schedule/fit/index.ts';

/** What the learner may change and what travels with the journal. */
/** Of what is usual: none more, a quarter, half as much again, twice. */
export const EXAM_TIMES = [1, 1.25, 1.5, 2] as const;
export type ExamTime = (typeof EXAM_TIMES)[number];

export interface Settings extends ScheduleSettings {
  /** Bank → its own desired retention, where it has one. */
  readonly perBank: Readonly<Record<string, number>>;
  /** New cards a local day. */
  readonly newPerDay: number;
  /** Reviews a local day. */
  readonly reviewsPerDay: number;
  /** Hour at which the learner's day begins, 0–23. */
  readonly rolloverHour: number;
  readonly newOrder: NewOrder;
  readonly reviewOrder: ReviewOrder;
  /** How many grades there are to choose from: two are Again and Good. */
  readonly buttons: 2 | 4;
  /** Monday to Sunday. */
  readonly easyDays: readonly EasyDay[];
  readonly breaks: readonly Break[];
  /** After how many lapses a card is called a leech; 0: never. */
  readonly leechLapses: number;
  readonly leechAction: LeechAction;
  readonly catchUp: CatchUp | null;
  readonly exam: Exam | null;
  /** Whether the parameters are fitted to the learner without being asked. */
  readonly fitsItself: boolean;
  /** What the parameters in force were measured on; null for the standard ones. */
  readonly fit: FitRecord | null;
  /** Answers in quizzes count for the schedule: see `quizRating`. */
  readonly quizCounts: boolean;
  /**
   * How much time an exam with a limit gives, as a multiple of it (WCAG 2.2, 2.2.1). The need is the
   * person's, so it goes with the journal to every device.
   */
  readonly examTime: ExamTime;
}

export const DEFAULT_SETTINGS: Settings = {
  ...DEFAULT_SCHEDULE,
  perBank: {},
  newPerDay: 20,
  reviewsPerDay: 200,
  rolloverHour: DEFAULT_ROLLOVER_HOUR,
  newOrder: 'text',
  reviewOrder: 'risk',
  buttons: 4,
  easyDays: Array.from({ length: 7 }, () => 'normal' as const),
  breaks: [],
  leechLapses: 8,
  leechAction: 'tell',
  catchUp: null,
  exam: null,
  fitsItself: true,
  fit: null,
  quizCounts: true,
  examTime: 1,
};
