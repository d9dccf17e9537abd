import { CONTEXT_LENGTH } from '../../../document/anchor/index.ts';
import type { Citation } from '../../../document/index.ts';
import { citationsOf, eachQuestion, type CheckContext, type Item } from '../types.ts';
import { countWords } from '../words.ts';
import { t } from '../../../language/index.ts';

/** Words from which on a quote finds its place without help. */
const FINDABLE_WORDS = 8;

/** Rule 1. */
export const quoteExact = eachQuestion(
  {
    name: 'quote-exact',
    about:
      'Every citation’s quote equals the document’s text at its anchor, character for character.',
  },
  ({ question }: Item, context: CheckContext) => {
    if (question.cites.length === 0)
      return ['It cites nothing. Cite the passage that the key rests on.'];
    return citationsOf(question).flatMap((cite) => {
      const wrong = disagreement(cite, context);
      return wrong ? [`${wrong} Copy the quote from the document: “${shorten(cite.exact)}”.`] : [];
    });
  },
);

function disagreement(cite: Citation, { document, paragraphs }: CheckContext): string | undefined {
  const paragraph = paragraphs.get(cite.paragraph);
  if (!paragraph) return `The document has no paragraph “${cite.paragraph}”.`;
  if (cite.document !== document.id) return 'The citation is of another document or version.';
  if (cite.section !== paragraph.section) {
    return `${cite.paragraph} stands in section “${paragraph.section}”, not “${cite.section}”.`;
  }
  const { text } = paragraph;
  if (cite.exact === '' || text.slice(cite.start, cite.end) !== cite.exact) {
    return `The quote is not what ${cite.paragraph} says at ${cite.start}–${cite.end}.`;
  }
  const before = text.slice(Math.max(0, cite.start - CONTEXT_LENGTH), cite.start);
  const after = text.slice(cite.end, cite.end + CONTEXT_LENGTH);
  if (!before.endsWith(cite.prefix) || !after.startsWith(cite.suffix)) {
    return `What the citation says stands around the quote does not stand there in ${cite.paragraph}.`;
  }
  return undefined;
}

/** Rule 2. */
export const quoteFindable = eachQuestion(
  {
    name: 'quote-findable',
    about: 'A quote has at least 8 words, or is unique together with what stands around it.',
  },
  ({ question }: Item, { paragraphs }: CheckContext) =>
    citationsOf(question).flatMap((cite) => {
      if (countWords(cite.exact) >= FINDABLE_WORDS) return [];
      const needle = cite.prefix + cite.exact + cite.suffix;
      let places = 0;
      for (const { text } of paragraphs.values()) {
        for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
          places++;
          if (needle === '') break;
        }
      }
      return places > 1
        ? [
            t(
              'The quote stands at {0} places of the document. Quote at least {1} words: “{2}”.',
              places,
              FINDABLE_WORDS,
              shorten(cite.exact),
            ),
          ]
        : [];
    }),
);

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
