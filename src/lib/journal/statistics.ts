import { weekday, type LocalDay } from '../primitives/index.ts';
import type { Bank } from '../bank/index.ts';
import { answersOf, noCounts, type DayCounts } from './counts.ts';
import { cardId } from './events.ts';
import type { CardSnapshot } from './snapshot.ts';

/** The interval, in days, from which a card counts as mature: Anki's line. */
const MATURE_DAYS = 21;

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

/** Counts the cards of a bank by state. Snapshots of other banks, or of lost questions, do not count. */
export function cardStates(bank: Bank, snapshots: readonly CardSnapshot[]): CardStates {
  const known = new Map(snapshots.map((snapshot) => [snapshot.card, snapshot]));
  const counts = { fresh: 0, learning: 0, young: 0, mature: 0, suspended: 0 };
  for (const question of bank.questions) counts[stateOf(known.get(cardId(bank.id, question.id)))]++;
  return counts;
}

function stateOf(snapshot: CardSnapshot | undefined): keyof CardStates {
  if (snapshot?.suspended) return 'suspended';
  const schedule = snapshot?.schedule;
  if (!schedule) return 'fresh';
  if (schedule.phase !== 'review') return 'learning';
  return schedule.dueDay - schedule.lastDay >= MATURE_DAYS ? 'mature' : 'young';
}

/** Cards that wait for a day. */
export interface DayLoad {
  readonly day: LocalDay;
  readonly count: number;
}

/**
 * The cards that wait for each of the coming days, today first. What is overdue counts as today's;
 * cards never answered are not in it, for the learner decides when they come.
 */
export function dueForecast(
  snapshots: readonly CardSnapshot[],
  today: LocalDay,
  length: number,
): DayLoad[] {
  const counts = new Array<number>(length).fill(0);
  for (const { schedule, queueDay } of snapshots) {
    if (!schedule || queueDay === undefined) continue;
    const ahead = Math.max(0, queueDay - today);
    if (ahead < length) counts[ahead] = counts[ahead]! + 1;
  }
  return counts.map((count, ahead) => ({ day: today + ahead, count }));
}

/** A share as it was counted, and where the true one lies with 95 % confidence. */
export interface Share {
  readonly passed: number;
  readonly count: number;
  /** `passed / count`, in [0, 1]. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959964;

/**
 * A share with its Wilson score interval (E. B. Wilson, JASA 22, 1927), which stays honest for few
 * trials and for shares near 0 or 1.
 *
 * @returns null where nothing was counted: the share is not yet known
 */
export function wilsonShare(passed: number, count: number): Share | null {
  if (count === 0) return null;
  const share = passed / count;
  const z2 = (Z * Z) / count;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((share * (1 - share) + z2 / 4) / count)) / (1 + z2);
  // At 0 and 1 the interval ends there exactly; rounding may overshoot by a hair.
  const low = passed === 0 ? 0 : Math.max(0, centre - half);
  const high = passed === count ? 1 : Math.min(1, centre + half);
  return { passed, count, share, low, high };
}

/** What all days hold together. */
export interface Totals {
  readonly answers: number;
  readonly milliseconds: number;
  /** Days with at least one answer. */
  readonly days: number;
  /** Of the answers to cards in review, how many were recalled; null before the first. */
  readonly retention: Share | null;
}

export function totalsOf(days: readonly DayCounts[]): Totals {
  const sum = (of: (counts: DayCounts) => number) =>
    days.reduce((total, counts) => total + of(counts), 0);
  return {
    answers: sum(answersOf),
    milliseconds: sum((counts) => counts.milliseconds),
    days: days.filter((counts) => answersOf(counts) > 0).length,
    retention: wilsonShare(
      sum((counts) => counts.passed),
      sum((counts) => counts.reviews),
    ),
  };
}

/** A day of the calendar; a day to come is not in it. */
export interface CalendarDay {
  readonly day: LocalDay;
  readonly answers: number;
  readonly milliseconds: number;
  /** 0 none, 1 to 4 by quarters of the busiest day shown. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** The last weeks up to today, oldest first; each begins on a Monday, the last ends today. */
export function calendar(
  days: readonly DayCounts[],
  today: LocalDay,
  weeks: number,
): CalendarDay[][] {
  const known = new Map(days.map((counts) => [counts.day, counts]));
  const monday = today - weekday(today) - 7 * (weeks - 1);
  const shown = Array.from({ length: today - monday + 1 }, (_, at) => {
    const counts = known.get(monday + at) ?? noCounts(monday + at);
    return { day: counts.day, answers: answersOf(counts), milliseconds: counts.milliseconds };
  });
  const most = Math.max(1, ...shown.map(({ answers }) => answers));
  return Array.from({ length: weeks }, (_, week) =>
    shown.slice(7 * week, 7 * week + 7).map((day) => ({
      ...day,
      level: Math.ceil((4 * day.answers) / most) as CalendarDay['level'],
    })),
  );
}
