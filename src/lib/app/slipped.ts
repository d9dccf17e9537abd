import type { Bank, Question } from '../bank/index.ts';
import type { JournalEvent } from '../journal/index.ts';
import type { JournalStore } from '../storage/index.ts';

/** The section from which most of what was forgotten in a session is. */
export interface Slipped {
  readonly section: string;
  readonly heading: string;
  /** Its cards that were forgotten, and that were asked, in this session. */
  readonly missed: number;
  readonly asked: number;
}

/** Events read for each answer: what was undone, and what else was done with the card, lies between. */
const EVENTS_AN_ANSWER = 4;

/**
 * Where a session went worst: what to read before the cards come back. Null where nothing was forgotten,
 * or the journal could not be read: nobody waits for it.
 *
 * @param answers how many the session had, without those taken back
 */
export async function slippedMost(
  store: Pick<JournalStore, 'latest'>,
  bank: Bank,
  questionOf: (card: string) => Question | undefined,
  answers: number,
): Promise<Slipped | null> {
  const latest = await store.latest((answers + 1) * EVENTS_AN_ANSWER);
  if (!latest.ok) return null;
  const cards = cardsOf(latest.value, answers);
  let most: Slipped | null = null;
  for (const { id, heading } of bank.document.sections) {
    const own = [...cards].filter(([card]) => questionOf(card)?.cites[0].section === id);
    const missed = own.filter(([, forgotten]) => forgotten).length;
    if (missed > (most?.missed ?? 0)) most = { section: id, heading, missed, asked: own.length };
  }
  return most;
}

/** The cards of the last answers that stand, and whether each was forgotten. */
function cardsOf(latest: readonly JournalEvent[], answers: number): ReadonlyMap<string, boolean> {
  const undone = new Set(latest.flatMap((event) => (event.kind === 'undo' ? [event.target] : [])));
  const reviews = latest
    .flatMap((event) => (event.kind === 'review' && !undone.has(event.id) ? [event] : []))
    .slice(0, answers);
  const cards = new Map<string, boolean>();
  for (const { card, rating } of reviews)
    cards.set(card, (cards.get(card) ?? false) || rating === 1);
  return cards;
}
