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
    about: t(
      'Every citation’s quote equals the document’s text at its anchor, character for character.',
    ),
  },
  ({ question }: Item, context: CheckContext) => {
    if (question.cites.length === 0)
      return [t('It cites nothing. Cite the passage that the key rests on.')];
    return citationsOf(question).flatMap((cite) => {
      const wrong = disagreement(cite, context);
      return wrong
        ? [t('{0} Copy the quote from the document: “{1}”.', wrong, shorten(cite.exact))]
        : [];
    });
  },
);

function disagreement(cite: Citation, { document, paragraphs }: CheckContext): string | undefined {
  const paragraph = paragraphs.get(cite.paragraph);
  if (!paragraph) return t('The document has no paragraph “{0}”.', cite.paragraph);
  if (cite.document !== document.id) return t('The citation is of another document or version.');
  if (cite.section !== paragraph.section) {
    return t(
      '{0} stands in section “{1}”, not “{2}”.',
      cite.paragraph,
      paragraph.section,
      cite.section,
    );
  }
  const { text } = paragraph;
  if (cite.exact === '' || text.slice(cite.start, cite.end) !== cite.exact) {
    return t('The quote is not what {0} says at {1}–{2}.', cite.paragraph, cite.start, cite.end);
  }
  const before = text.slice(Math.max(0, cite.start - CONTEXT_LENGTH), cite.start);
  const after = text.slice(cite.end, cite.end + CONTEXT_LENGTH);
  if (!before.endsWith(cite.prefix) || !after.startsWith(cite.suffix)) {
    return t(
      'What the citation says stands around the quote does not stand there in {0}.',
      cite.paragraph,
    );
  }
  return undefined;
}

/** Rule 2. */
export const quoteFindable = eachQuestion(
  {
    name: 'quote-findable',
    about: t('A quote has at least 8 words, or is unique together with what stands around it.'),
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
