import { eachQuestion, type CheckContext, type Item, type Passage } from '../types.ts';
import { contentWords, holds, jaccard, phrase } from '../words.ts';

/** From this overlap on a sentence says nearly what the stem says. */
const SIMILAR = 0.2;

/** From this many content words on, a distractor also stands in a sentence that has them in another order. */
const PROSE_WORDS = 3;

/**
 * Rule 5. The sentences meant are those that hold no word the question itself cites. The one that the
 * distractor cites counts: “true of something else” must be something that the stem does not ask.
 */
export const distractorElsewhere = eachQuestion(
  {
    name: 'distractor-elsewhere',
    about:
      'No distractor stands in another sentence of the document that says nearly the same as the stem.',
  },
  (item: Item, { passages }: CheckContext) => {
    if (item.distractors.length === 0) return [];
    const others = passages.filter(
      (passage) => !cites(item, passage) && jaccard(item.stemWords, passage.words) > SIMILAR,
    );
    if (others.length === 0) return [];
    return item.distractors.flatMap((distractor) => {
      const found = others.find((passage) => stands(distractor, passage));
      return found
        ? [
            `The distractor “${distractor}” may be right too: ${found.paragraph} has it in a sentence much like the stem. Take another, or ask so that only the key fits.`,
          ]
        : [];
    });
  },
);

function cites({ question }: Item, passage: Passage): boolean {
  return question.cites.some(
    (cite) =>
      cite.paragraph === passage.paragraph && cite.start < passage.end && passage.start < cite.end,
  );
}

function stands(distractor: string, passage: Passage): boolean {
  if (holds(passage.phrase, phrase(distractor))) return true;
  const content = contentWords(distractor);
  return content.length >= PROSE_WORDS && content.every((word) => passage.words.has(word));
}
