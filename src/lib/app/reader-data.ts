import type { Document } from '../document/index.ts';
import { facesOf, type PackedBank, type Question } from '../bank/index.ts';

/** What the reader's page is made of before any script runs. */
export interface ReaderData {
  readonly document: Document;
  /** How many questions there are on each paragraph, every card counted. The questions themselves come later. */
  readonly questions: Readonly<Record<string, number>>;
}

export function readerData({ document, questions }: PackedBank): ReaderData {
  const counts: Record<string, number> = {};
  for (const question of (questions as readonly Question[]).flatMap(facesOf)) {
    const { cites } = question;
    for (const paragraph of new Set(cites.map((cite) => cite.paragraph))) {
      counts[paragraph] = (counts[paragraph] ?? 0) + 1;
    }
  }
  return { document, questions: counts };
}
