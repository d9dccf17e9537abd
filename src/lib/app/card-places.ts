import type { Bank } from '../bank/index.ts';
import { cardId } from '../journal/index.ts';
import type { PlacedCard } from '../journal/card-query/index.ts';

/** Every card of a bank, and its rank by the place of its passage in the text. */
export function placedCards({ id, document, questions }: Bank): readonly PlacedCard[] {
  const paragraphs = new Map(
    document.sections
      .flatMap((section) => section.paragraphs)
      .map((paragraph, index) => [paragraph.id, index]),
  );
  const cards = questions.map((question, added) => {
    const { section, paragraph, start } = question.cites[0];
    const at = [paragraphs.get(paragraph) ?? paragraphs.size, start, added] as const;
    return { at, placed: { card: cardId(id, question.id), question, section, added } };
  });
  cards.sort(({ at: a }, { at: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return cards.map(({ placed }, place) => ({ ...placed, place }));
}
