import type { TextPlace } from '../document/index.ts';
import type { NotesShown } from './question-words.ts';

/** How well a paragraph is known. */
export interface MemoryMark {
  /** 5 is known, 0 has faded; null is untouched. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | null;
  /** In [0, 1]; null is untouched. */
  readonly recall: number | null;
}

/** What is shown of all paragraphs: one thing to hand to each of them, for there are many. */
export interface ParagraphsShown {
  /** Paragraph → how many questions there are on it. */
  readonly questions: Readonly<Record<string, number>>;
  /** Paragraph → its mark on the memory map; none where no map is shown. */
  readonly marks: ReadonlyMap<string, MemoryMark>;
  /** The cited words. In a mark, which screen readers tell, and a highlight is told to nobody. */
  readonly cited: TextPlace | null;
  /** What is read aloud, where the browser cannot highlight. */
  readonly spoken: TextPlace | null;
  /** The block that is outlined for the search, where the browser cannot highlight. */
  readonly found: string | null;
  /** Paragraph → its questions for the margin; none where there is no room for one. */
  readonly notes: ReadonlyMap<string, NotesShown>;
}
