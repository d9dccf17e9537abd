import { periodFinder, type LocalDay, type Period } from '../primitives/index.ts';
import { AGAIN } from '../schedule/index.ts';
import { IN_REVIEW, PHASES, type AnswerLog } from './answer-log.ts';
import { wilsonShare, type Share } from './share.ts';
import { MATURE_DAYS } from './statistics.ts';

/** What was done in one period. */
export interface PeriodActivity extends Period {
  /** Answers to new cards, in their first or later steps of minutes, and to cards in review. */
  readonly fresh: number;
  readonly learning: number;
  readonly reviews: number;
  readonly milliseconds: number;
}

/** What was done in each period; `fresh` is how many cards were added to what is studied. */
export function activityOver(
  log: AnswerLog,
  rows: Uint32Array,
  periods: readonly Period[],
): PeriodActivity[] {
  const sums = periods.map((period) => ({
    ...period,
    fresh: 0,
    learning: 0,
    reviews: 0,
    milliseconds: 0,
  }));
  const find = periodFinder(periods);
  const names = PHASES.map((phase) =>
    phase === 'new' ? 'fresh' : phase === 'review' ? 'reviews' : 'learning',
  );
  for (const row of rows) {
    const sum = sums[find(log.day[row]!)];
    if (!sum) continue;
    sum[names[log.phase[row]!]!]++;
    sum.milliseconds += log.milliseconds[row]!;
  }
  return sums;
}

/** What was recalled, beside what the memory model had predicted just before each answer. */
export interface Recalled {
  /** Null where nothing was asked that a prediction was made for. */
  readonly share: Share | null;
  /** The mean prediction for the same answers, in [0, 1]; null likewise. */
  readonly predicted: number | null;
}

/** Sums up answers that were predicted. */
class Tally {
  #count = 0;
  #passed = 0;
  #predicted = 0;

  add(rating: number, predicted: number): void {
    this.#count++;
    if (rating !== AGAIN) this.#passed++;
    this.#predicted += predicted;
  }

  get recalled(): Recalled {
    return {
      share: wilsonShare(this.#passed, this.#count),
      predicted: this.#count === 0 ? null : this.#predicted / this.#count,
    };
  }
}

/** Sorts the predicted answers into tallies; those of index -1 are left out. */
function tally(
  log: AnswerLog,
  rows: Uint32Array,
  count: number,
  indexOf: (row: number, predicted: number) => number,
): Recalled[] {
  const tallies = Array.from({ length: count }, () => new Tally());
  for (const row of rows) {
    const predicted = log.predicted[row]!;
    if (Number.isNaN(predicted)) continue;
    tallies[indexOf(row, predicted)]?.add(log.rating[row]!, predicted);
  }
  return tallies.map(({ recalled }) => recalled);
}

/** Retention, true and predicted, over all the chosen answers. */
export function retention(log: AnswerLog, rows: Uint32Array): Recalled {
  return tally(log, rows, 1, () => 0)[0]!;
}

/** Retention in each period. */
export function retentionOver(
  log: AnswerLog,
  rows: Uint32Array,
  periods: readonly Period[],
): (Period & Recalled)[] {
  const find = periodFinder(periods);
  const tallies = tally(log, rows, periods.length, (row) => find(log.day[row]!));
  return periods.map((period, index) => ({ ...period, ...tallies[index]! }));
}

/** Retention of young cards, that came back within three weeks, and of mature ones. */
export function retentionByAge(
  log: AnswerLog,
  rows: Uint32Array,
): { readonly young: Recalled; readonly mature: Recalled } {
  const tallies = tally(log, rows, 2, (row) => (log.elapsed[row]! >= MATURE_DAYS ? 1 : 0));
  return { young: tallies[0]!, mature: tallies[1]! };
}

/** The lower ends of the bins by which predictions and recalls are sorted; the last ends at 1. */
export const RECALL_BINS = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95] as const;

/** The bin of a probability. */
export function recallBin(probability: number): number {
  let bin = RECALL_BINS.length - 1;
  while (bin > 0 && probability < RECALL_BINS[bin]!) bin--;
  return bin;
}

/** Calibration: of the answers predicted at about so much, how many were recalled. */
export function calibration(
  log: AnswerLog,
  rows: Uint32Array,
): (Recalled & { readonly from: number; readonly to: number })[] {
  const tallies = tally(log, rows, RECALL_BINS.length, (_, predicted) => recallBin(predicted));
  return tallies.map((recalled, bin) => ({
    from: RECALL_BINS[bin]!,
    to: RECALL_BINS[bin + 1] ?? 1,
    ...recalled,
  }));
}

/** Answers at each hour of the day, 0 to 23, and what was recalled of the reviews among them. */
export function hoursOfDay(
  log: AnswerLog,
  rows: Uint32Array,
): (Recalled & { readonly hour: number; readonly answers: number })[] {
  const answers = new Array<number>(24).fill(0);
  for (const row of rows) answers[log.hour[row]!]!++;
  const tallies = tally(log, rows, 24, (row) => log.hour[row]!);
  return tallies.map((recalled, hour) => ({ hour, answers: answers[hour]!, ...recalled }));
}

/** How often each button was pressed, Again to Easy. */
export type RatingCounts = readonly [number, number, number, number];

/** The buttons by what was asked: a new card, one in its steps, a young one, a mature one. */
export interface Buttons {
  readonly fresh: RatingCounts;
  readonly learning: RatingCounts;
  readonly young: RatingCounts;
  readonly mature: RatingCounts;
}

export function buttonsPressed(log: AnswerLog, rows: Uint32Array): Buttons {
  const none = (): [number, number, number, number] => [0, 0, 0, 0];
  const counts = { fresh: none(), learning: none(), young: none(), mature: none() };
  for (const row of rows) {
    counts[ageOf(log, row)][log.rating[row]! - 1]!++;
  }
  return counts;
}

function ageOf(log: AnswerLog, row: number): keyof Buttons {
  const phase = log.phase[row]!;
  if (phase === 0) return 'fresh';
  if (phase !== IN_REVIEW) return 'learning';
  return log.elapsed[row]! >= MATURE_DAYS ? 'mature' : 'young';
}

/** Answers of one day. */
export interface DayAnswers {
  readonly day: LocalDay;
  readonly answers: number;
  readonly milliseconds: number;
}

/** The days on which anything was answered, in order. */
export function answersByDay(log: AnswerLog, rows: Uint32Array): DayAnswers[] {
  const days = new Map<LocalDay, { day: LocalDay; answers: number; milliseconds: number }>();
  for (const row of rows) {
    const day = log.day[row]!;
    let sum = days.get(day);
    if (!sum) days.set(day, (sum = { day, answers: 0, milliseconds: 0 }));
    sum.answers++;
    sum.milliseconds += log.milliseconds[row]!;
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}
