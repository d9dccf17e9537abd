/** A text that questions are asked about. Its words never change; a changed text is another version. */
export interface Document {
  /** Hash of the text (see `documentText`): the same words have the same id everywhere. */
  readonly id: string;
  readonly title: string;
  /** BCP 47, e.g. `en`. */
  readonly language: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** Stable address within the document, e.g. `history`. */
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  /** Stable address within the document, e.g. `history-6`. */
  readonly id: string;
  readonly text: string;
}

/**
 * A place in a document: a W3C Web Annotation TextQuoteSelector (exact, prefix, suffix) together with
 * a TextPositionSelector (start, end: UTF-16 offsets into the paragraph's text, end exclusive).
 * https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export interface Citation {
  readonly document: string;
  readonly section: string;
  readonly paragraph: string;
  readonly exact: string;
  /** Up to 32 characters before the quote, within the paragraph. */
  readonly prefix: string;
  /** Up to 32 characters after it. */
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}
