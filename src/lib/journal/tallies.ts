import type { LocalDay } from '../primitives/index.ts';
import { noCounts, type DayCounts } from './counts.ts';

/** The counts of a day while they are being counted. */
export type Tally = { -readonly [Field in keyof DayCounts]: DayCounts[Field] } & {
  readonly ratings: [number, number, number, number];
};

/** The counts of days while events are folded: of one card, or of all of them together. */
export class DayTallies {
  readonly #byDay = new Map<LocalDay, Tally>();
  #latest: Tally | null = null;

  on(day: LocalDay): Tally {
    if (this.#latest?.day === day) return this.#latest;
    let tally = this.#byDay.get(day);
    if (!tally) this.#byDay.set(day, (tally = noCounts(day) as Tally));
    this.#latest = tally;
    return tally;
  }

  /** In the order of the days. */
  counts(): DayCounts[] {
    return [...this.#byDay.values()].sort((a, b) => a.day - b.day);
  }
}
