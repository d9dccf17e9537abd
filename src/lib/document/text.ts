import type { Document, Paragraph, Section } from './types.ts';

/**
 * The canonical text of a document: title, headings and paragraphs, one a line. Its hash is the
 * document's id, so a change of any word, and nothing else, makes another version.
 */
export function documentText(document: Pick<Document, 'title' | 'sections'>): string {
  const lines = [document.title];
  for (const section of document.sections) {
    lines.push(section.heading);
    for (const paragraph of section.paragraphs) lines.push(paragraph.text);
  }
  return lines.join('\n');
}

/** A paragraph together with where it stands. */
export interface PlacedParagraph {
  readonly section: Section;
  readonly paragraph: Paragraph;
  /** Position in the whole document, from 0. */
  readonly index: number;
}

/** Every paragraph in reading order. */
export function placedParagraphs(document: Document): PlacedParagraph[] {
  let index = 0;
  return document.sections.flatMap((section) =>
    section.paragraphs.map((paragraph) => ({ section, paragraph, index: index++ })),
  );
}

/** A document does not change, and is asked for its paragraphs by every citation of a bank. */
const indexes = new WeakMap<Document, ReadonlyMap<string, PlacedParagraph>>();

/** The paragraph with that address, or undefined. */
export function findParagraph(document: Document, id: string): PlacedParagraph | undefined {
  let index = indexes.get(document);
  if (!index) {
    // Backwards, so that of two with one address the first is found.
    const placed = placedParagraphs(document).reverse();
    index = new Map(placed.map((each) => [each.paragraph.id, each]));
    indexes.set(document, index);
  }
  return index.get(id);
}
