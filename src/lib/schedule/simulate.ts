import {
  DAY_MS,
  seededRandom,
  type LocalDay,
  type Moment,
  type Random,
} from '../primitives/index.ts';
import { BALANCED_DAYS, balancedInterval } from './balance.ts';
import { pickRating, type Behaviour } from './behaviour.ts';
import { answerCard, fuzzSeed, intervalRange, scheduleCard, type CardSchedule } from './card.ts';
import { comesOn, roomOn, type DaysOff } from './days-off.ts';
import { recallOn } from './forgetting.ts';
import { AGAIN, HARD, type Rating } from './rating.ts';
import type { ScheduleSettings } from './settings.ts';

/** A card to be simulated; without a schedule it is new. */
export interface SimulatedCard {
  readonly id: string;
  readonly schedule: CardSchedule | null;
}

export interface SimulationInput {
  /** All cards that may be asked; the new ones in the order in which they come. */
  readonly cards: readonly SimulatedCard[];
  readonly settings: ScheduleSettings;
  /** Cards a day. */
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly off: DaysOff;
  readonly behaviour: Behaviour;
  /** The first day that is simulated. */
  readonly from: LocalDay;
  /** How many weeks. */
  readonly weeks: number;
  /** The same seed gives the same course, for ever. */
  readonly seed: string;
}

/** One simulated week. */
export interface SimulatedWeek {
  /** Its first day. */
  readonly from: LocalDay;
  /** All answers, those in steps of minutes included; answers to cards in review; to new cards. */
  readonly answers: number;
  readonly reviews: number;
  readonly fresh: number;
  readonly seconds: number;
  /** Cards that would be recalled on its last day: the sum of the probabilities of recall. */
  readonly known: number;
  /** Cards that were due on its last day and that the daily limit left for later. */
  readonly left: number;
}

const WEEK_DAYS = 7;
/** Nobody goes on with one card for ever on one day. */
const MOST_A_DAY = 20;

/**
 * Plays the coming weeks through with the real schedule, its load balancing included; only that
 * siblings are kept apart is left out, which moves a card by a day or two. Whether a card is recalled is drawn with
 * the probability that the memory model gives, so that the course is as right as the model is about
 * the learner. Every card draws from a generator of its own: two goals that are compared meet the
 * same luck, and differ by what they do.
 */
export function simulate(input: SimulationInput): SimulatedWeek[] {
  const { cards, from, weeks } = input;
  const last = from + weeks * WEEK_DAYS - 1;
  const deck = new Deck(input, last);
  const result: SimulatedWeek[] = [];
  const fresh = cards.flatMap(({ schedule }, index) => (schedule === null ? index : []));
  let met = 0;
  for (let start = from; start <= last; start += WEEK_DAYS) {
    const sums = { answers: 0, reviews: 0, fresh: 0, seconds: 0 };
    let left = 0;
    for (let day = start; day < start + WEEK_DAYS; day++) {
      const due = deck.dueOn(day);
      for (const index of due.slice(0, input.reviewsPerDay)) deck.study(index, day, sums);
      left = deck.putOff(due.slice(input.reviewsPerDay), day);
      const tomorrow = met + (roomOn(day, input.off) > 0 ? input.newPerDay : 0);
      for (const index of fresh.slice(met, tomorrow)) deck.study(index, day, sums);
      met = tomorrow;
    }
    result.push({ from: start, ...sums, known: deck.known(start + WEEK_DAYS - 1), left });
  }
  return result;
}

interface Sums {
  answers: number;
  reviews: number;
  fresh: number;
  seconds: number;
}

/** The cards as they go through the simulated days. */
class Deck {
  readonly #input: SimulationInput;
  readonly #schedules: (CardSchedule | null)[];
  readonly #chances: (Random | undefined)[] = [];
  /** The cards that come on each day from the first, and those that come too late to matter. */
  readonly #coming: number[][];

  constructor(input: SimulationInput, last: LocalDay) {
    this.#input = input;
    this.#schedules = input.cards.map(({ schedule }) => schedule);
    this.#coming = Array.from({ length: last - input.from + 2 }, () => []);
    this.#schedules.forEach((schedule, index) => {
      if (schedule) this.#await(index, Math.max(input.from, schedule.dueDay));
    });
  }

  #await(index: number, day: LocalDay): void {
    const at = Math.min(comesOn(day, this.#input.off) - this.#input.from, this.#coming.length - 1);
    this.#coming[at]!.push(index);
  }

  /** The cards due on a day, most at risk first, as the app asks them. */
  dueOn(day: LocalDay): number[] {
    const { settings } = this.#input;
    return this.#coming
      [day - this.#input.from]!.map((index) => ({
        index,
        recall: recallOn(this.#schedules[index]!, day, settings),
      }))
      .sort((a, b) => a.recall - b.recall)
      .map(({ index }) => index);
  }

  putOff(cards: readonly number[], day: LocalDay): number {
    for (const index of cards) this.#await(index, day + 1);
    return cards.length;
  }

  /** Asks a card until it is done for the day. */
  study(index: number, day: LocalDay, sums: Sums): void {
    const { cards, behaviour, seed } = this.#input;
    const { id } = cards[index]!;
    const random = (this.#chances[index] ??= seededRandom(`${seed}:${id}`));
    let schedule = this.#schedules[index] ?? null;
    for (let round = 0; round < MOST_A_DAY; round++) {
      const phase = schedule?.phase ?? 'fresh';
      const rating = this.#answer(schedule, day, random);
      sums.answers++;
      sums.seconds += behaviour[phase].seconds[rating - 1]!;
      if (phase === 'fresh') sums.fresh++;
      if (phase === 'review') sums.reviews++;
      const now = schedule?.dueAt ?? day * DAY_MS;
      schedule = this.#graded(id, schedule, rating, { now, day });
      if (schedule.dueAt === null || schedule.dueDay > day) break;
    }
    this.#schedules[index] = schedule;
    if (schedule) this.#await(index, Math.max(day + 1, schedule.dueDay));
  }

  /** The card after an answer, on the day within the fuzz that the app would choose for it. */
  #graded(
    id: string,
    schedule: CardSchedule | null,
    rating: Rating,
    moment: Pick<Moment, 'now' | 'day'>,
  ): CardSchedule {
    const { settings, off, from } = this.#input;
    const answered = answerCard(schedule, rating, moment, settings);
    if (answered.minutes !== null) return scheduleCard(id, answered, settings);
    const { day } = moment;
    const range = intervalRange(answered.memory, settings);
    const isNear = comesOn(day + range.high, off) - day <= BALANCED_DAYS;
    // The last of the lists is not a day, but all that comes too late to matter.
    const load = (at: LocalDay) =>
      isNear && at - from < this.#coming.length - 1 ? this.#coming[at - from]!.length : 0;
    const random = seededRandom(fuzzSeed(id, answered.reviews - 1))();
    const chosen = balancedInterval(range, day, { load, off }, random);
    return scheduleCard(id, answered, settings, chosen);
  }

  #answer(schedule: CardSchedule | null, day: LocalDay, random: Random): Rating {
    const { settings, behaviour } = this.#input;
    // Always two draws, so that one difference does not change all the luck that follows.
    const [recalled, grade] = [random(), random()];
    if (schedule?.phase !== 'review') {
      return pickRating(behaviour[schedule?.phase ?? 'fresh'].shares, AGAIN, grade);
    }
    if (recalled >= recallOn(schedule, day, settings)) return AGAIN;
    return pickRating(behaviour.review.shares, HARD, grade);
  }

  known(day: LocalDay): number {
    const { settings } = this.#input;
    let sum = 0;
    for (const schedule of this.#schedules) if (schedule) sum += recallOn(schedule, day, settings);
    return sum;
  }
}

/** What two courses come to, beside each other. */
export interface Comparison {
  /** Reviews of the second for one of the first; null where the first has none. */
  readonly reviews: number | null;
  /** Seconds of the second for one of the first; null likewise. */
  readonly seconds: number | null;
  /** Cards known at the weeks' ends, on average, of the second for one of the first. */
  readonly known: number | null;
}

export function compareCourses(
  first: readonly SimulatedWeek[],
  second: readonly SimulatedWeek[],
): Comparison {
  const ratio = (of: (week: SimulatedWeek) => number) => {
    const [one, two] = [first, second].map((weeks) =>
      weeks.reduce((sum, week) => sum + of(week), 0),
    );
    return one === 0 ? null : two! / one!;
  };
  return {
    reviews: ratio(({ reviews }) => reviews),
    seconds: ratio(({ seconds }) => seconds),
    known: ratio(({ known }) => known),
  };
}
