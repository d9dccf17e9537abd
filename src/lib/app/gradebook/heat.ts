import { findParagraph, type Document } from '../../document/index.ts';
import type { ClassRecord, PassageFigures } from '../../gradebook/index.ts';
import type { PlanDocument } from '../documents/plan-document.ts';

/** A paragraph of the document, and what the class missed of it; null: nothing was asked about it. */
export interface HeatPlace {
  readonly id: string;
  readonly figures: PassageFigures | null;
  /** The words that decide its first question, where the document has them still; else null. */
  readonly cite: {
    readonly paragraph: string;
    readonly start: number;
    readonly end: number;
  } | null;
}

export interface HeatSection {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly HeatPlace[];
}

/**
 * The shape of the document with what the class missed on it: every section and paragraph where the
 * document is on this device; else those that were asked about.
 *
 * @param about which document that is, where there is one: see `documentOf`
 */
export function heatOf(
  record: Pick<ClassRecord, 'plan'>,
  passages: readonly PassageFigures[],
  { bank: known, read }: Pick<PlanDocument, 'bank' | 'read'>,
): HeatSection[] {
  const byParagraph = new Map(passages.map((one) => [one.passage.paragraph, one]));
  const placeOf = (id: string): HeatPlace => {
    const figures = byParagraph.get(id) ?? null;
    return {
      id,
      figures,
      cite: figures && citeOf(record, figures.places[0]!, read?.document ?? null),
    };
  };
  const sections = known?.document.sections.map(({ id, heading, paragraphs }) => ({
    id,
    heading,
    paragraphs: paragraphs.map((paragraph) => placeOf(paragraph.id)),
  }));
  const shown = new Set(
    sections?.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.id)),
  );
  // What the document has no more, or what is of another one.
  const rest = new Map<string, HeatSection & { paragraphs: HeatPlace[] }>();
  for (const { passage } of passages) {
    if (shown.has(passage.paragraph)) continue;
    const { section: id, heading } = passage;
    const section = rest.get(id) ?? { id, heading, paragraphs: [] };
    section.paragraphs.push(placeOf(passage.paragraph));
    rest.set(id, section);
  }
  return [...(sections ?? []), ...rest.values()];
}

/** The words that a passage rests on, where the document has them in the same place; else null. */
export function citeOf(
  { plan }: Pick<ClassRecord, 'plan'>,
  place: number,
  document: Document | null,
): HeatPlace['cite'] {
  const [{ paragraph, start, end, exact }] = plan[place]!.question.cites;
  const text = document && findParagraph(document, paragraph)?.paragraph.text;
  return text?.slice(start, end) === exact ? { paragraph, start, end } : null;
}
