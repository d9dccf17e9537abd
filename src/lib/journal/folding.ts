import type { LocalDay } from '../primitives/index.ts';
import {
  AGAIN,
  answerCard,
  RATINGS,
  replayed,
  sameParameters,
  scheduleCard,
  type Answered,
  type CardSchedule,
  type Learned,
  type Memory,
  type Parameters,
  type Rating,
} from '../schedule/index.ts';
import type { AnswerEvent, CardEvent, CardId, EventId, ReviewEvent } from './events.ts';
import { marksAfter, marksOf, type Marks } from './marks.ts';
import { settingsFor } from './settings-for.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import type { CardSnapshot } from './snapshot.ts';
import type { DayTallies } from './tallies.ts';
import { settingsAt, type SettingsTimeline } from './timeline.ts';

/** The rating by which an event moves its card; null where it does not. */
export function ratingOf(event: CardEvent): Rating | null {
  if (event.kind === 'review') return event.rating;
  if (event.kind !== 'answer') return null;
  if (event.rating === undefined) return event.verdict === 'wrong' ? AGAIN : null;
  return RATINGS.find((rating) => rating === event.rating) ?? null;
}

/** Is told of each answer that moves the card, with the card as it stood before: null while new. */
export type AnswerWatcher = (
  event: ReviewEvent | AnswerEvent,
  rating: Rating,
  before: Learned | null,
  settings: Settings,
) => void;

/**
 * A card while its events are folded, one after the other. It changes in place, and finds a day for
 * the last answer only: a journal of years is folded in the time that its memories take.
 */
export class Folding {
  readonly #card: CardId;
  readonly #timeline: SettingsTimeline;
  /** As far as the next answer needs it. */
  #learned: Learned | null;
  /** The same with its days, where they are found already. */
  #schedule: CardSchedule | null;
  /** The last answer, where its day is still to be found; with its settings and its chosen interval. */
  #last: Answered | null = null;
  #settings: Settings = DEFAULT_SETTINGS;
  #chosen: number | undefined;
  #suspended: boolean;
  #buriedOn: LocalDay | null;
  #marks: Marks;
  /** What moved the memory so far, and under which parameters. */
  #moved: CardEvent[] = [];
  #parameters: Parameters;
  #found: { readonly of: Settings; readonly own: Settings } | null = null;
  readonly #tallies: DayTallies;
  readonly #watch: AnswerWatcher | undefined;

  /**
   * @param from what the card is already; its memory is under the newest parameters
   * @param tallies what its events add to the counts of each day is added here
   */
  constructor(
    card: CardId,
    timeline: SettingsTimeline,
    from: CardSnapshot | null,
    tallies: DayTallies,
    watch?: AnswerWatcher,
  ) {
    this.#watch = watch;
    this.#tallies = tallies;
    this.#card = card;
    this.#timeline = timeline;
    this.#learned = this.#schedule = from?.schedule ?? null;
    this.#suspended = from?.suspended ?? false;
    this.#buriedOn = from?.buriedOn ?? null;
    this.#marks = from ?? {};
    this.#parameters = settingsAt(timeline).parameters;
  }

  /** The next event in order, of those that count. */
  take(event: CardEvent): void {
    switch (event.kind) {
      case 'review':
      case 'answer': {
        const rating = ratingOf(event);
        if (rating !== null) this.#answer(event, rating);
        break;
      }
      case 'suspend':
        this.#suspended = true;
        break;
      case 'resume':
        this.#suspended = false;
        this.#buriedOn = null;
        break;
      case 'bury':
        this.#buriedOn = event.day;
        break;
      case 'reset':
        this.#learned = this.#schedule = this.#last = this.#buriedOn = null;
        this.#moved = [];
        break;
      case 'flag':
      case 'tag':
      case 'edit':
        this.#marks = marksAfter(this.#marks, event);
        break;
      case 'undo':
      // It decides what is taken, and moves nothing itself.
    }
  }

  #answer(event: ReviewEvent | AnswerEvent, rating: Rating): void {
    this.#count(event, rating);
    const settings = this.#settingsAt(event);
    const before = this.#rememberedUnder(settings.parameters);
    this.#watch?.(event, rating, before, settings);
    const moment = { now: event.at, day: event.day };
    this.#learned = this.#last = answerCard(before, rating, moment, settings);
    this.#settings = settings;
    this.#chosen = event.kind === 'review' ? event.interval : undefined;
    this.#buriedOn = null;
    this.#moved.push(event);
  }

  /** The card with the memory that these parameters make of the same answers. */
  #rememberedUnder(parameters: Parameters): Learned | null {
    const before = this.#learned;
    if (before === null || sameParameters(this.#parameters, parameters)) {
      this.#parameters = parameters;
      return before;
    }
    this.#parameters = parameters;
    return { ...before, memory: this.#replayed(parameters) };
  }

  #replayed(parameters: Parameters): Memory {
    const answers = this.#moved.map((event) => ({ rating: ratingOf(event)!, day: event.day }));
    return replayed(answers, parameters)!;
  }

  /** The settings for the card, found again only where they have changed between two answers. */
  #settingsAt(event: CardEvent): Settings {
    const settings = settingsAt(this.#timeline, event);
    if (settings !== this.#found?.of) {
      this.#found = { of: settings, own: settingsFor(settings, this.#card) };
    }
    return this.#found.own;
  }

  #count(event: ReviewEvent | AnswerEvent, rating: Rating): void {
    const tally = this.#tallies.on(event.day);
    const before = this.#learned;
    if (before === null) tally.fresh++;
    if (before?.phase === 'review') {
      tally.reviews++;
      if (rating !== AGAIN) tally.passed++;
    }
    tally.ratings[rating - 1]!++;
    // Whole, so that sums are the same in any order; a duration that makes no sense counts as none.
    tally.milliseconds += Math.max(0, Math.round(event.duration)) || 0;
  }

  /** The due day is as it was found at the last answer; the memory as the newest parameters say. */
  #scheduled(): CardSchedule | null {
    if (this.#last === null) return this.#schedule;
    const schedule = scheduleCard(this.#card, this.#last, this.#settings, this.#chosen);
    const { parameters } = settingsAt(this.#timeline);
    if (sameParameters(this.#settings.parameters, parameters)) return schedule;
    return { ...schedule, memory: this.#replayed(parameters) };
  }

  /**
   * @param last the newest event, undone or not
   * @param undoneAhead events that were undone before they arrived
   */
  snapshot(last: CardEvent, undoneAhead: readonly EventId[] = []): CardSnapshot {
    const schedule = this.#scheduled();
    const { flagged, tags, edit } = this.#marks;
    const buried = this.#buriedOn === null ? 0 : this.#buriedOn + 1;
    return {
      card: this.#card,
      schedule,
      suspended: this.#suspended,
      buriedOn: this.#buriedOn,
      lastEvent: last.id,
      lastEventAt: last.at,
      ...(this.#suspended ? {} : { queueDay: Math.max(schedule?.dueDay ?? 0, buried) }),
      ...marksOf(flagged, tags, edit),
      ...(undoneAhead.length > 0 ? { undoneAhead } : {}),
    };
  }
}
