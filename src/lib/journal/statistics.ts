import { periodFinder, type LocalDay, type Period } from '../primitives/index.ts';
import { comesOn, recallOn, type DaysOff, type ScheduleSettings } from '../schedule/index.ts';
import type { CardId } from './events.ts';
import type { CardSnapshot } from './snapshot.ts';

/** The interval, in days, from which a card counts as mature: Anki's line. */
export const MATURE_DAYS = 21;

/** How many cards of a bank are in which state; the five add up to all of them. */
export interface CardStates {
  /** Never answered. */
  readonly fresh: number;
  /** In the first steps, or back in them after being forgotten. */
  readonly learning: number;
  /** In review, less than `MATURE_DAYS` apart. */
  readonly young: number;
  /** In review, `MATURE_DAYS` apart or more. */
  readonly mature: number;
  /** Set aside by the learner, whatever they were. */
  readonly suspended: number;
}

/**
 * Counts cards by state.
 *
 * @param cards all that there are to learn; snapshots of others, of lost questions say, do not count
 */
export function cardStates(
  cards: readonly CardId[],
  snapshots: readonly CardSnapshot[],
): CardStates {
  const known = new Map(snapshots.map((snapshot) => [snapshot.card, snapshot]));
  const counts = { fresh: 0, learning: 0, young: 0, mature: 0, suspended: 0 };
  for (const card of cards) counts[stateOf(known.get(card))]++;
  return counts;
}

function stateOf(snapshot: CardSnapshot | undefined): keyof CardStates {
  if (snapshot?.suspended) return 'suspended';
  const schedule = snapshot?.schedule;
  if (!schedule) return 'fresh';
  if (schedule.phase !== 'review') return 'learning';
  return schedule.dueDay - schedule.lastDay >= MATURE_DAYS ? 'mature' : 'young';
}

/** Cards that wait for a period. */
export interface PeriodLoad extends Period {
  readonly count: number;
  /** Of those, how many have been waiting since an earlier day. */
  readonly overdue: number;
}

/**
 * The cards that wait for each of the coming periods, the first of which begins today. What is
 * overdue waits in the first; cards never answered are in none, for the learner decides when they
 * come. What falls on a day off comes on the day after it.
 */
export function dueForecast(
  snapshots: readonly CardSnapshot[],
  today: LocalDay,
  periods: readonly Period[],
  off: DaysOff,
): PeriodLoad[] {
  const loads = periods.map((period) => ({ ...period, count: 0, overdue: 0 }));
  const find = periodFinder(periods);
  for (const { schedule, queueDay } of snapshots) {
    if (!schedule || queueDay === undefined) continue;
    const load = loads[find(comesOn(Math.max(today, queueDay), off))];
    if (!load) continue;
    load.count++;
    if (queueDay < today) load.overdue++;
  }
  return loads;
}

/** What is known of some cards on a day. */
export interface Known {
  /** Cards that were answered at least once. */
  readonly met: number;
  /** How many of them would be recalled: the sum of their probabilities of recall. */
  readonly recalled: number;
}

/**
 * What of some cards would be recalled on a day, with no review in between.
 *
 * @param day today or later
 */
export function knownOn(
  snapshots: readonly CardSnapshot[],
  day: LocalDay,
  settings: ScheduleSettings,
): Known {
  let met = 0;
  let recalled = 0;
  for (const { schedule } of snapshots) {
    if (!schedule) continue;
    met++;
    recalled += recallOn(schedule, day, settings);
  }
  return { met, recalled };
}
