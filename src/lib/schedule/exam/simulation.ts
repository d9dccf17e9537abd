import { hashSeed, seededRandom, type LocalDay } from '../../primitives/index.ts';
import { gradeCard, type CardSchedule } from '../card.ts';
import { recallOn } from '../forgetting.ts';
import { AGAIN, GOOD, type Rating } from '../rating.ts';
import type { ScheduleSettings } from '../settings.ts';

/** A card that the exam may ask about. */
export interface ExamCard {
  readonly id: string;
  /** Null for a card that was never answered. */
  readonly schedule: CardSchedule | null;
}

/** What a plan for an exam is made from. */
export interface ExamRequest {
  /** All cards that the exam may ask about; the new ones in the order in which they are to come. */
  readonly cards: readonly ExamCard[];
  readonly today: LocalDay;
  /** The day of the exam: the last day of study is the one before. */
  readonly day: LocalDay;
  /** The mean recall wanted on that day, in (0, 1). */
  readonly target: number;
  readonly settings: ScheduleSettings;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Of these, new cards that were begun today, and reviews that were answered. */
  readonly done: { readonly fresh: number; readonly reviews: number };
  /** Whether the learner studies on a day. */
  readonly studies: (day: LocalDay) => boolean;
}

/** What is tried out. */
export interface Course {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** In the last days, cards whose recall on the day of the exam would be below this come early. */
  readonly floor: number;
  /** How many days of study before the exam those extra reviews are spread over. */
  readonly lastDays: number;
}

/** A day of study, as it would go. */
export interface ExamDay {
  readonly day: LocalDay;
  readonly fresh: number;
  readonly reviews: number;
  /** Reviews before their time, for the exam. */
  readonly extra: readonly string[];
  /** All answers of the day, those in the steps of a card's first day included. */
  readonly answers: number;
}

/**
 * How a learner’s first answer to a new card goes wrong, as a share. An assumption: what somebody
 * will say to a question never seen is not known. It decides the starting stability of a card in four.
 */
const FIRST_FORGOTTEN = 0.25;
/** Nobody goes through the steps of a day more often than this. */
const MOST_STEPS = 12;

/**
 * Follows the cards through days of study, each answered as is to be expected: of the cards with a
 * recall of 80 %, one in five is forgotten. Which one is left to a seed, the number is not: so one
 * run is as good as the mean of many.
 */
export class Simulation {
  readonly days: ExamDay[] = [];
  readonly #request: ExamRequest;
  readonly #schedules: (CardSchedule | null)[];
  /** What is still owed in forgotten answers; one is due when it reaches 1. */
  #owed: number;
  #day: LocalDay;

  constructor(request: ExamRequest, from?: Simulation) {
    this.#request = request;
    this.#schedules = from ? [...from.#schedules] : request.cards.map(({ schedule }) => schedule);
    this.#owed = from ? from.#owed : seededRandom(`exam ${request.day}`)();
    this.#day = from ? from.#day : request.today;
    if (from) this.days.push(...from.days);
  }

  get day(): LocalDay {
    return this.#day;
  }

  /** The mean recall on the day of the exam, if nothing more were studied. Unseen cards count as 0. */
  predicted(): number {
    const { cards } = this.#request;
    if (cards.length === 0) return 1;
    let sum = 0;
    for (let at = 0; at < cards.length; at++) sum += this.#recallAtExam(at);
    return sum / cards.length;
  }

  /** The recall of each card on the day of the exam, in their order; null for those never met. */
  recalls(): (number | null)[] {
    return this.#schedules.map((schedule, at) => (schedule ? this.#recallAtExam(at) : null));
  }

  /** A day of study; a day off passes. */
  step(course: Course): void {
    const { cards, today, studies, done } = this.#request;
    const day = this.#day++;
    if (!studies(day)) return;
    const begun = day === today ? done : { fresh: 0, reviews: 0 };
    let answers = 0;
    let room = Math.max(0, course.reviewsPerDay - begun.reviews);
    const due = this.#dueOn(day).slice(0, room);
    for (const at of due) answers += this.#answer(at, day);
    room -= due.length;
    let fresh = Math.max(0, course.newPerDay - begun.fresh);
    let begunNow = 0;
    for (let at = 0; at < cards.length && fresh > 0; at++) {
      if (this.#schedules[at]) continue;
      answers += this.#answer(at, day);
      begunNow++;
      fresh--;
    }
    const extra = this.#weakOn(day, course).slice(0, room);
    for (const at of extra) answers += this.#answer(at, day);
    this.days.push({
      day,
      fresh: begunNow,
      reviews: due.length,
      extra: extra.map((at) => cards[at]!.id),
      answers,
    });
  }

  /** How many days of study are left, from a day on. */
  studyDays(from: LocalDay = this.#day): number {
    let count = 0;
    for (let day = from; day < this.#request.day; day++) if (this.#request.studies(day)) count++;
    return count;
  }

  #recallAtExam(at: number): number {
    const schedule = this.#schedules[at];
    return schedule ? recallOn(schedule, this.#request.day, this.#request.settings) : 0;
  }

  /** Most at risk first. */
  #dueOn(day: LocalDay): number[] {
    const due: { at: number; recall: number }[] = [];
    for (let at = 0; at < this.#schedules.length; at++) {
      const schedule = this.#schedules[at];
      if (schedule && schedule.dueDay <= day) {
        due.push({ at, recall: recallOn(schedule, day, this.#request.settings) });
      }
    }
    return due.sort((a, b) => a.recall - b.recall || a.at - b.at).map(({ at }) => at);
  }

  /**
   * The cards that come early on one of the last days. Each has its turn on one of the days that are
   * left, by its id, so that the days are alike; what was answered this day is done with.
   */
  #weakOn(day: LocalDay, { floor, lastDays }: Course): number[] {
    const left = this.studyDays(day);
    if (left > lastDays || floor === 0) return [];
    const weak: { at: number; recall: number }[] = [];
    for (let at = 0; at < this.#schedules.length; at++) {
      const schedule = this.#schedules[at];
      if (!schedule || schedule.lastDay >= day || schedule.dueDay <= day) continue;
      if (hashSeed(this.#request.cards[at]!.id) % left !== 0) continue;
      const recall = this.#recallAtExam(at);
      if (recall < floor) weak.push({ at, recall });
    }
    return weak.sort((a, b) => a.recall - b.recall || a.at - b.at).map(({ at }) => at);
  }

  /** Answers a card, and again within the day until it has left its steps. Returns how often. */
  #answer(at: number, day: LocalDay): number {
    const { cards, settings } = this.#request;
    const before = this.#schedules[at] ?? null;
    const forgotten = before ? 1 - recallOn(before, day, settings) : FIRST_FORGOTTEN;
    this.#owed += forgotten;
    const lapsed = this.#owed >= 1;
    if (lapsed) this.#owed--;
    let rating: Rating = lapsed ? AGAIN : GOOD;
    let card = before;
    let count = 0;
    do {
      card = gradeCard(cards[at]!.id, card, rating, { now: 0, day }, settings);
      rating = GOOD;
      count++;
    } while (card.dueDay <= day && count < MOST_STEPS);
    this.#schedules[at] = card;
    return count;
  }
}
