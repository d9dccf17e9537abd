/** What a quiz puts on the table besides the prompt, as the app lays it. */
export interface QuizTable {
  /** To take one or several of; none where the answer is given otherwise. */
  readonly options: readonly string[];
  /** To bring into order, or to match with `partners`. */
  readonly items: readonly string[];
  readonly partners: readonly string[];
  /** Paragraphs as sentences, to point the evidence out in. */
  readonly passage: readonly (readonly { readonly name: string; readonly text: string }[])[];
  /** To pick the words of a gap from; none where there is no gap. */
  readonly words: readonly string[];
  /** Which of the options, or which sentences, are right. */
  readonly key: readonly string[];
}
