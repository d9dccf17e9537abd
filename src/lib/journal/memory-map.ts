import type { LocalDay } from '../primitives/index.ts';
import type { Bank } from '../bank/index.ts';
import { recallOn, type ScheduleSettings } from '../schedule/index.ts';
import { cardId } from './events.ts';
import type { CardSnapshot } from './snapshot.ts';

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

/** How strongly a passage glows: 5 is known, 0 has faded; null is untouched. */
export type MemoryLevel = 0 | 1 | 2 | 3 | 4 | 5 | null;

/** The lowest recall of the levels 1 to 5. Below the first a passage has faded. */
const LEVEL_FLOORS = [0.6, 0.7, 0.8, 0.9, 0.97] as const;

/**
 * The shade of the memory map for a probability of recall in [0, 1]: 0 below 0.6, then a level for
 * every tenth, and 5 from 0.97, so that a card answered today glows fully. The steps are finest
 * where the schedule keeps cards, between the desired retention and certainty.
 *
 * @param recall null where nothing has been studied
 */
export function memoryLevel(recall: number | null): MemoryLevel {
  if (recall === null) return null;
  return LEVEL_FLOORS.filter((floor) => recall >= floor).length as 0 | 1 | 2 | 3 | 4 | 5;
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
      return { paragraph: id, cards, seen: recalls.length, recall: mean(recalls) };
    });
}

/** One paragraph of the map in small. */
export interface Stroke {
  readonly paragraph: string;
  /** Of the paragraph's text, in characters. */
  readonly length: number;
  readonly level: MemoryLevel;
  /** Mean probability of recall over its seen cards, in [0, 1]; null where none was seen. */
  readonly recall: number | null;
}

/** What is known of one section on a day. */
export interface SectionMemory {
  readonly section: string;
  readonly heading: string;
  readonly strokes: readonly Stroke[];
  /** Cards whose key rests on a passage of the section, and how many of them were answered. */
  readonly cards: number;
  readonly seen: number;
  /** Mean probability of recall over the seen cards, in [0, 1]; null where none was seen. */
  readonly recall: number | null;
}

/** What is known of a document on a day: the map in small and its sums. */
export interface DocumentMemory {
  readonly sections: readonly SectionMemory[];
  readonly paragraphs: number;
  /** Paragraphs with at least one card that was answered. */
  readonly met: number;
  /** Mean recall over the paragraphs met, in [0, 1]; null before the first. */
  readonly recall: number | null;
}

/** The memory map gathered by section, with its sums. */
export function documentMemory(
  bank: Bank,
  snapshots: readonly CardSnapshot[],
  day: LocalDay,
  settings: ScheduleSettings,
): DocumentMemory {
  const recalls = new Map(
    memoryMap(bank, snapshots, day, settings).map(({ paragraph, recall }) => [paragraph, recall]),
  );
  const schedules = new Map(snapshots.map(({ card, schedule }) => [card, schedule]));
  const bySection = new Map<string, { cards: number; recalls: number[] }>();
  for (const question of bank.questions) {
    const { section } = question.cites[0];
    const entry = bySection.get(section) ?? { cards: 0, recalls: [] };
    const schedule = schedules.get(cardId(bank.id, question.id));
    entry.cards++;
    if (schedule) entry.recalls.push(recallOn(schedule, day, settings));
    bySection.set(section, entry);
  }
  const sections = bank.document.sections.map(({ id, heading, paragraphs }): SectionMemory => {
    const { cards, recalls: seen } = bySection.get(id) ?? { cards: 0, recalls: [] };
    return {
      section: id,
      heading,
      strokes: paragraphs.map(({ id: paragraph, text }) => {
        const recall = recalls.get(paragraph) ?? null;
        return { paragraph, length: text.length, level: memoryLevel(recall), recall };
      }),
      cards,
      seen: seen.length,
      recall: mean(seen),
    };
  });
  const met = [...recalls.values()].filter((recall) => recall !== null);
  return { sections, paragraphs: recalls.size, met: met.length, recall: mean(met) };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((total, value) => total + value, 0) / values.length;
}
