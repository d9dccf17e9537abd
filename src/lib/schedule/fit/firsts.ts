import { cardCount, wasRecalled, type ReviewLog } from './reviews.ts';

/** A card's first review, and the first that came a day or more after it. */
interface FirstInterval {
  readonly card: number;
  /** Of the very first review, 1 to 4. */
  readonly rating: number;
  readonly days: number;
  /** The place of the later one in the log. */
  readonly review: number;
}

/** The first interval of every card that has one. */
export function firstIntervals(log: ReviewLog): FirstInterval[] {
  const found: FirstInterval[] = [];
  for (let card = 0; card < cardCount(log); card++) {
    const start = log.starts[card]!;
    const end = log.starts[card + 1]!;
    for (let review = start + 1; review < end; review++) {
      const days = log.elapsed[review]!;
      if (days === 0) continue;
      found.push({ card, rating: log.ratings[start]!, days, review });
      break;
    }
  }
  return found;
}

/** Of each rating, so few first intervals or this share of them may be set aside, the rarest first, of equals the shorter. */
const RARE = { count: 20, share: 0.05 };
/** A length of interval with fewer cards than this says too little of its own. */
const FEWEST = 6;
/** Days: who comes back later than this after a first meeting was away. */
const LONGEST = { easy: 365, other: 100 };

/**
 * The cards whose first interval is one that hardly occurs or is very long, which would pull the
 * initial stabilities about (fsrs-rs, `filter_outlier`): the published fit leaves them out.
 *
 * @param scored what the fit may look at
 */
export function outlyingCards(log: ReviewLog, scored: ReadonlySet<number>): Set<number> {
  const intervals = firstIntervals(log);
  const set = new Set<number>();
  for (const rating of [1, 2, 3, 4]) {
    const mine = intervals.filter((interval) => interval.rating === rating);
    const counts = new Map<number, number>();
    for (const { days, review } of mine) {
      if (scored.has(review)) counts.set(days, (counts.get(days) ?? 0) + 1);
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const most = Math.max(RARE.count, Math.floor(total * RARE.share));
    const longest = rating === 4 ? LONGEST.easy : LONGEST.other;
    const kept = new Set<number>();
    let aside = 0;
    const rarestFirst = [...counts].sort(
      ([daysA, countA], [daysB, countB]) => countA - countB || daysA - daysB,
    );
    for (const [days, count] of rarestFirst) {
      if (aside + count < most) aside += count;
      else if (count >= FEWEST && days <= longest) kept.add(days);
    }
    for (const { card, days } of mine) {
      // A length that the fit sees nothing of is not judged, and does no harm.
      if (counts.has(days) && !kept.has(days)) set.add(card);
    }
  }
  return set;
}

/** How often the cards with one first rating were recalled after so many days. */
export interface FirstRecall {
  readonly days: number;
  readonly count: number;
  readonly recalled: number;
}

/** By first rating (place 0: Again), what became of the first interval of each length. */
export function firstRecalls(
  log: ReviewLog,
  scored: ReadonlySet<number>,
  outliers: ReadonlySet<number>,
): FirstRecall[][] {
  const found = [1, 2, 3, 4].map(() => new Map<number, FirstRecall>());
  for (const { card, rating, days, review } of firstIntervals(log)) {
    if (outliers.has(card) || !scored.has(review)) continue;
    const byDays = found[rating - 1]!;
    const { count, recalled } = byDays.get(days) ?? { count: 0, recalled: 0 };
    const hit = wasRecalled(log, review) ? 1 : 0;
    byDays.set(days, { days, count: count + 1, recalled: recalled + hit });
  }
  return found.map((byDays) => [...byDays.values()]);
}
