import type { LocalDay } from '../primitives/index.ts';
import type { Bank } from '../bank/index.ts';
import { recallOn, type ScheduleSettings } from '../schedule/index.ts';
import { cardId } from './events.ts';
import type { CardSnapshot } from './fold.ts';

/** How well one paragraph is known on a day. */
export interface ParagraphRecall {
  readonly paragraph: string;
  /** Cards whose passage lies in the paragraph. */
  readonly cards: number;
  /** Of those, how many have been answered at least once. */
  readonly seen: number;
  /** Mean probability of recall over the seen cards, in [0, 1]; null where none was seen. */
  readonly recall: number | null;
}

/**
 * The memory map: for every paragraph of the document, in order, how likely its questions are to be
 * recalled on a day. Only what has been studied has a recall; the rest is untouched, not forgotten.
 */
export function memoryMap(
  bank: Bank,
  snapshots: readonly CardSnapshot[],
  day: LocalDay,
  settings: ScheduleSettings,
): ParagraphRecall[] {
  const schedules = new Map(snapshots.map(({ card, schedule }) => [card, schedule]));
  const byParagraph = new Map<string, { cards: number; recalls: number[] }>();
  for (const question of bank.questions) {
    const schedule = schedules.get(cardId(bank.id, question.id));
    for (const paragraph of new Set(question.cites.map((cite) => cite.paragraph))) {
      const entry = byParagraph.get(paragraph) ?? { cards: 0, recalls: [] };
      entry.cards++;
      if (schedule) entry.recalls.push(recallOn(schedule, day, settings));
      byParagraph.set(paragraph, entry);
    }
  }
  return bank.document.sections
    .flatMap((section) => section.paragraphs)
    .map(({ id }) => {
      const { cards, recalls } = byParagraph.get(id) ?? { cards: 0, recalls: [] };
      const sum = recalls.reduce((total, recall) => total + recall, 0);
      return {
        paragraph: id,
        cards,
        seen: recalls.length,
        recall: recalls.length === 0 ? null : sum / recalls.length,
      };
    });
}
