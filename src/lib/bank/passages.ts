import { sentences, type Document, type Sentence } from '../document/index.ts';
import type { EvidenceQuestion } from './types.ts';

/** The question with the whole sentences that its citations touch: what is to be pointed out. */
export function withPassages(question: EvidenceQuestion, document: Document): EvidenceQuestion {
  const paragraphs = document.sections.flatMap((section) => section.paragraphs);
  const passages = question.cites.flatMap((cite) =>
    sentences(paragraphs.find(({ id }) => id === cite.paragraph)?.text ?? '')
      .filter(({ start, end }) => start < cite.end && end > cite.start)
      .map(({ start, end }) => ({ paragraph: cite.paragraph, start, end })),
  );
  return { ...question, passages };
}

/** A paragraph as its sentences, each of which can be pointed out. */
export interface Searched {
  readonly paragraph: string;
  readonly sentences: readonly Sentence[];
}

/** With fewer sentences to look through, the right one is too easily hit. */
const FEWEST_SENTENCES = 6;

/**
 * Where the evidence is to be looked for: neighbouring paragraphs of the section, with all that is
 * cited there among them.
 *
 * @param before which share of the paragraphs added comes before the cited ones, in [0, 1): by chance,
 *   so that the place of the passage tells nothing
 */
export function searchedFor(
  question: EvidenceQuestion,
  document: Document,
  before: number,
): Searched[] {
  const section = document.sections.find(({ id }) => id === question.cites[0].section);
  const all = (section?.paragraphs ?? []).map(({ id, text }) => ({
    paragraph: id,
    sentences: sentences(text),
  }));
  const cited = question.cites
    .map(({ paragraph }) => all.findIndex((one) => one.paragraph === paragraph))
    .filter((place) => place >= 0);
  if (cited.length === 0) return [];
  let [from, to] = [Math.min(...cited), Math.max(...cited)];
  let [above, below] = [0, 0];
  const count = () => all.slice(from, to + 1).reduce((sum, one) => sum + one.sentences.length, 0);
  while (count() < FEWEST_SENTENCES && (from > 0 || to < all.length - 1)) {
    const up = from > 0 && (to === all.length - 1 || above <= before * (above + below));
    if (up) [from, above] = [from - 1, above + 1];
    else [to, below] = [to + 1, below + 1];
  }
  return all.slice(from, to + 1);
}
