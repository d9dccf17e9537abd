import {
  findParagraph,
  textDirective,
  type Document,
  type TextPlace,
} from '../../document/index.ts';
import { wholeWords } from '../selection-words.ts';
import { t } from '../../language/index.ts';

/** Words of a paragraph that something is done with: some of them, or all. */
export interface Passage extends TextPlace {
  readonly text: string;
  /** It is the whole paragraph. */
  readonly whole: boolean;
}

/**
 * The words chosen in a paragraph, as whole words; the paragraph where none were.
 *
 * @param chosen UTF-16 offsets in the paragraph's text
 */
export function passageOf(
  document: Document,
  block: string,
  chosen: Pick<TextPlace, 'start' | 'end'> | null,
): Passage {
  const text = findParagraph(document, block)?.paragraph.text ?? '';
  const part = chosen && chosen.end - chosen.start < text.length ? chosen : null;
  const words = part && wholeWords(text, part.start, part.end);
  const { start, end } = words ?? { start: 0, end: text.length };
  return { block, start, end, whole: words === null, text: text.slice(start, end) };
}

/** The app's address of a passage: its paragraph, and a text fragment where it is a part of it. */
export function passageAddress(document: Document, passage: Passage, origin: string): string {
  const words = passage.whole ? null : textDirective(document, passage);
  return `${origin}/read#${passage.block}${words ?? ''}`;
}

/** A passage as it is quoted elsewhere: the words, where they stand, and the address. */
export function citedPassage(document: Document, passage: Passage, origin: string): string {
  const placed = findParagraph(document, passage.block);
  const place = placed
    ? t(
        '{0}, “{1}”, paragraph {2}',
        document.title,
        placed.section.heading,
        placed.section.paragraphs.indexOf(placed.paragraph) + 1,
      )
    : document.title;
  return [`“${passage.text}”`, `— ${place}`, passageAddress(document, passage, origin)].join('\n');
}
