import { cardId } from '../journal/index.ts';
import type { Recite } from './recite.svelte.ts';

/**
 * The cards that an address asks for: `?paragraph=history-6`, `?section=history`, or those of
 * `?card=bank/question`, as often as there are cards.
 *
 * @returns null where it asks for none in particular: then it is what is due today
 */
export function cardsAbout(recite: Recite, query: URLSearchParams): string[] | null {
  const cards = query.getAll('card');
  if (cards.length > 0) return cards;
  const paragraph = query.get('paragraph');
  const section = query.get('section');
  if (paragraph === null && section === null) return null;
  return recite.bank.questions
    .filter(({ cites }) =>
      cites.some((cite) =>
        paragraph === null ? cite.section === section : cite.paragraph === paragraph,
      ),
    )
    .map((question) => cardId(recite.bank.id, question.id));
}
