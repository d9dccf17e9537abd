import type { PackedBank, Question, QuestionType } from '../bank/index.ts';

/** What a shelf says of a document, known before any script runs. */
export interface ShelfEntry {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly sections: number;
  readonly paragraphs: number;
  readonly words: number;
  readonly questions: number;
  /** How many questions of each type, the most frequent first. */
  readonly types: readonly { readonly type: QuestionType; readonly count: number }[];
}

export function shelfEntry({ document, questions }: PackedBank): ShelfEntry {
  const paragraphs = document.sections.flatMap((section) => section.paragraphs);
  const counts = new Map<QuestionType, number>();
  for (const { type } of questions as readonly Pick<Question, 'type'>[]) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return {
    title: document.title,
    language: document.language,
    sections: document.sections.length,
    paragraphs: paragraphs.length,
    words: paragraphs.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0),
    questions: questions.length,
    types: [...counts]
      .map(([type, count]) => ({ type, count }))
      .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1)),
  };
}
