import type { LocalDay } from '../primitives/index.ts';
import { recallOn, type ScheduleSettings } from '../schedule/index.ts';
import { RECALL_BINS, recallBin } from './answer-statistics.ts';
import type { CardSnapshot } from './snapshot.ts';

/** A bar of a histogram: how many values lie from `from` up to, but without, `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A histogram and the middle one of its values. */
export interface Distribution {
  readonly bins: readonly Bin[];
  readonly count: number;
  /** Null where there is no value. */
  readonly median: number | null;
}

/** How likely the cards that were answered are to be recalled on a day. */
export function recallDistribution(
  snapshots: readonly CardSnapshot[],
  day: LocalDay,
  settings: ScheduleSettings,
): Distribution {
  const recalls = schedulesOf(snapshots).map((schedule) => recallOn(schedule, day, settings));
  return distribution(recalls, RECALL_BINS, 1, recallBin);
}

/** Lower ends of the bins of stability, in days: of about the same breadth to the eye of memory. */
const STABILITY_BINS = [0, 1, 3, 7, 14, 30, 91, 183, 365, 731] as const;

/** How long the memories last: the days until recall has fallen to 90 %. */
export function stabilityDistribution(snapshots: readonly CardSnapshot[]): Distribution {
  const values = schedulesOf(snapshots).map(({ memory }) => memory.stability);
  return distribution(values, STABILITY_BINS, Infinity);
}

const DIFFICULTY_BINS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** How hard the cards are for the learner, from 1 to 10. */
export function difficultyDistribution(snapshots: readonly CardSnapshot[]): Distribution {
  const values = schedulesOf(snapshots).map(({ memory }) => memory.difficulty);
  return distribution(values, DIFFICULTY_BINS, 10);
}

function schedulesOf(snapshots: readonly CardSnapshot[]) {
  return snapshots.flatMap(({ schedule }) => schedule ?? []);
}

function distribution(
  values: readonly number[],
  floors: readonly number[],
  end: number,
  binOf = (value: number) =>
    Math.max(
      0,
      floors.findLastIndex((floor) => value >= floor),
    ),
): Distribution {
  const counts = floors.map(() => 0);
  for (const value of values) counts[binOf(value)]!++;
  const sorted = Float64Array.from(values).sort();
  const median = sorted.length === 0 ? null : sorted[Math.floor((sorted.length - 1) / 2)]!;
  return {
    bins: floors.map((from, bin) => ({ from, to: floors[bin + 1] ?? end, count: counts[bin]! })),
    count: values.length,
    median,
  };
}
