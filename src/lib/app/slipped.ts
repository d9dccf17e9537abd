import type { Bank, Question } from '../bank/index.ts';
import type { JournalEvent } from '../journal/index.ts';
import type { JournalStore } from '../storage/index.ts';

/** A card that was forgotten in a session. */
export interface SlippedCard {
  readonly id: string;
  readonly question: Question;
  readonly heading: string;
}

/** What was forgotten in a session. */
export interface Slipped {
  /** Each once, those forgotten most often first, then the latest. */
  readonly cards: readonly SlippedCard[];
  /** The section from which most of them are. */
  readonly section: string;
  readonly heading: string;
  /** Its cards that were forgotten, and that were asked, in this session. */
  readonly missed: number;
  readonly asked: number;
}

/** Events read for each answer: what was undone, and what else was done with the card, lies between. */
const EVENTS_AN_ANSWER = 4;

/**
 * What a session has shown to be weak: what to read before the cards come back. Null where nothing was
 * forgotten, or the journal could not be read: nobody waits for it.
 *
 * @param answers how many the session had, without those taken back
 */
export async function slippedIn(
  store: Pick<JournalStore, 'latest'>,
  bank: Bank,
  questionOf: (card: string) => Question | undefined,
  answers: number,
): Promise<Slipped | null> {
  const latest = await store.latest((answers + 1) * EVENTS_AN_ANSWER);
  if (!latest.ok) return null;
  const times = timesForgotten(latest.value, answers);
  const sections = new Map(bank.document.sections.map((section) => [section.id, section]));
  const asked = [...times].flatMap(([id, forgotten]) => {
    const question = questionOf(id);
    const section = question && sections.get(question.cites[0].section);
    return section ? [{ id, question, heading: section.heading, section, forgotten }] : [];
  });
  const missed = asked
    .filter(({ forgotten }) => forgotten > 0)
    .sort((a, b) => b.forgotten - a.forgotten);
  let most: Omit<Slipped, 'cards'> | null = null;
  for (const { id, heading } of bank.document.sections) {
    const own = missed.filter(({ section }) => section.id === id).length;
    if (own <= (most?.missed ?? 0)) continue;
    const all = asked.filter(({ section }) => section.id === id).length;
    most = { section: id, heading, missed: own, asked: all };
  }
  const cards = missed.map(({ id, question, heading }) => ({ id, question, heading }));
  return most && { cards, ...most };
}

/** The cards of the last answers that stand, the latest first, and how often each was forgotten. */
function timesForgotten(
  latest: readonly JournalEvent[],
  answers: number,
): ReadonlyMap<string, number> {
  const undone = new Set(latest.flatMap((event) => (event.kind === 'undo' ? [event.target] : [])));
  const reviews = latest
    .flatMap((event) => (event.kind === 'review' && !undone.has(event.id) ? [event] : []))
    .slice(0, answers);
  const cards = new Map<string, number>();
  for (const { card, rating } of reviews)
    cards.set(card, (cards.get(card) ?? 0) + (rating === 1 ? 1 : 0));
  return cards;
}
