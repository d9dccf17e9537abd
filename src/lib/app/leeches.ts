import type { Question } from '../bank/index.ts';
import type { CardSnapshot, Settings } from '../journal/index.ts';

/** A card that is forgotten again and again. */
export interface LeechCard {
  readonly card: string;
  readonly question: Question;
  readonly lapses: number;
  readonly reviews: number;
}

/**
 * The cards that have been forgotten as often as the learner's settings call a leech, the worst
 * first. One that was set aside or started over is none any more.
 */
export function leechesAmong(
  snapshots: readonly CardSnapshot[],
  questionOf: (card: string) => Question | undefined,
  { leechLapses }: Pick<Settings, 'leechLapses'>,
): LeechCard[] {
  if (leechLapses === 0) return [];
  return snapshots
    .flatMap(({ card, schedule, suspended }) => {
      const question = questionOf(card);
      if (!question || !schedule || suspended || schedule.lapses < leechLapses) return [];
      const { lapses, reviews } = schedule;
      return [{ card, question, lapses, reviews }];
    })
    .sort((a, b) => b.lapses - a.lapses || (a.card < b.card ? -1 : 1));
}
