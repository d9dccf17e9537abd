import type { LocalDay } from '../../primitives/index.ts';
import type { Question } from '../../bank/index.ts';
import { recallOn } from '../../schedule/index.ts';
import type { CardId, Wording } from '../events.ts';
import type { Settings } from '../settings.ts';
import type { CardSnapshot } from '../snapshot.ts';

/** A card and where it stands in what is studied, whatever was answered. */
export interface PlacedCard {
  readonly card: CardId;
  readonly question: Question;
  /** Of the passage that its key rests on. */
  readonly section: string;
  /** Its rank by where that passage begins in the text, from 0. */
  readonly place: number;
  /** Its rank by when it came into the bank: a bank grows at its end. */
  readonly added: number;
}

/** All that can be asked of a card on a day. */
export interface CardFacts extends PlacedCard {
  /** Where the learner words the question otherwise than its bank. */
  readonly wording?: Wording;
  /** `learning` is also relearning. A card that was set aside is still one of the three. */
  readonly phase: 'new' | 'learning' | 'review';
  readonly suspended: boolean;
  /** Put off until tomorrow. */
  readonly buried: boolean;
  /** Days until it comes, 0 today, below 0 overdue; null where it is new or suspended. */
  readonly due: number | null;
  /** The probability of recall on the day, in [0, 1]; null where new. So for all of these: */
  readonly recall: number | null;
  /** Days. */
  readonly stability: number | null;
  /** From 1 (easy) to 10 (hard). */
  readonly difficulty: number | null;
  /** Whole days since the last answer. */
  readonly answered: number | null;
  /** Answers since the card was new. */
  readonly reviews: number;
  /** How often it was forgotten once it had been learned. */
  readonly lapses: number;
  /** Forgotten as often as makes a leech, by the learner's own setting. */
  readonly leech: boolean;
  readonly flagged: boolean;
  /** The learner's own. */
  readonly tags: readonly string[];
}

const NO_TAGS: readonly string[] = [];

/** @param snapshot null for a card to which nothing was ever done */
export function cardFacts(
  placed: PlacedCard,
  snapshot: CardSnapshot | null,
  day: LocalDay,
  settings: Settings,
): CardFacts {
  const schedule = snapshot?.schedule ?? null;
  const suspended = snapshot?.suspended ?? false;
  const lapses = schedule?.lapses ?? 0;
  return {
    ...placed,
    ...(snapshot?.edit && { wording: snapshot.edit }),
    phase: schedule === null ? 'new' : schedule.phase === 'review' ? 'review' : 'learning',
    suspended,
    buried: !suspended && snapshot !== null && snapshot.buriedOn === day,
    due: schedule === null || suspended ? null : (snapshot?.queueDay ?? schedule.dueDay) - day,
    recall: schedule && recallOn(schedule, day, settings),
    stability: schedule?.memory.stability ?? null,
    difficulty: schedule?.memory.difficulty ?? null,
    answered: schedule && Math.max(0, day - schedule.lastDay),
    reviews: schedule?.reviews ?? 0,
    lapses,
    leech: settings.leechLapses > 0 && lapses >= settings.leechLapses,
    flagged: snapshot?.flagged ?? false,
    tags: snapshot?.tags ?? NO_TAGS,
  };
}
