export type { Citation, Document, Paragraph, Section } from './types.ts';
export { documentText, findParagraph, placedParagraphs, type PlacedParagraph } from './text.ts';
export { textSearch, type TextPlace, type TextSearch } from './find-text.ts';
export { sentences, type Sentence } from './sentences.ts';
export { textDirective } from './text-fragment.ts';
