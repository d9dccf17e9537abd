import type { LocalDay } from '../primitives/index.ts';
import type { Bank } from '../bank/index.ts';
import { cardId } from '../journal/index.ts';
import { catchUpShare, isCatchingUp, mixed, prerequisitesFirst } from '../schedule/index.ts';
import type { ExamDay } from './exam-today.ts';
import type { Recite } from './recite.svelte.ts';

/**
 * The new cards in the order in which they are to come: as the text has them or mixed, those that an
 * exam asks about before others, and each after what it builds on.
 */
export function orderNew(
  recite: Recite,
  day: LocalDay,
  unseen: readonly string[],
  exam: ExamDay | null,
): string[] {
  const { newOrder } = recite.settings;
  const order = newOrder === 'text' ? unseen : mixed(unseen, (card) => card, `new ${day}`);
  const inTurn = exam ? inScopeFirst(order, exam) : order;
  const required = requiredBy(recite);
  return required ? prerequisitesFirst(inTurn, required) : [...inTurn];
}

/** Without those that build on a new card which does not come before them. */
export function withFoundations(
  recite: Recite,
  fresh: readonly string[],
  unseen: readonly string[],
): string[] {
  const required = requiredBy(recite);
  if (!required) return [...fresh];
  const waiting = new Set(unseen);
  return fresh.filter((card) => {
    if (required(card).some((foundation) => waiting.has(foundation))) return false;
    waiting.delete(card);
    return true;
  });
}

const known = new WeakMap<Bank, boolean>();

/** What each card builds on; null where no card of the bank builds on another. */
function requiredBy(recite: Recite): ((card: string) => string[]) | null {
  const { bank } = recite;
  let builds = known.get(bank);
  // A bank may hold a hundred thousand cards: they are looked through once.
  if (builds === undefined)
    known.set(bank, (builds = bank.questions.some(({ requires }) => requires.length > 0)));
  if (!builds) return null;
  return (card) => (recite.questionOf(card)?.requires ?? []).map((id) => cardId(bank.id, id));
}

/** What is known of the cards that wait. */
interface Waiting {
  /** Reviews, the likelier forgotten first. */
  readonly cards: readonly string[];
  /** Left in the middle of being learned on an earlier day. */
  readonly leftOver: readonly string[];
  /** The day on which a card became due. */
  readonly came: (card: string) => LocalDay;
  /** How many reviews the day's limit still allows. */
  readonly room: number;
}

/** What a day takes of the cards that wait. */
interface Taken {
  /** In their order. */
  readonly reviews: readonly string[];
  readonly leftOver: readonly string[];
}

/**
 * What a day takes. While the learner catches up these are the day's own cards and its share of what
 * was overdue; of that, what was left in the middle of being learned comes first, for it is likeliest
 * to be forgotten. Else all that was left so, and as many reviews as the limit allows: those that an
 * exam asks about before others, and the likelier forgotten before the rest.
 */
export function takeWaiting(
  recite: Recite,
  day: LocalDay,
  { cards, leftOver, came, room }: Waiting,
  exam: ExamDay | null,
): Taken {
  const { catchUp } = recite.settings;
  const taken = new Set([...leftOver, ...cards]);
  if (isCatchingUp(catchUp, day)) {
    // An exam that comes before it is done cannot wait.
    const exempt = exam && exam.day < catchUp.from + catchUp.days ? exam.inScope : () => false;
    const overdue = [...taken].filter((card) => came(card) < catchUp.from && !exempt(card));
    const share = catchUpShare(catchUp, day, overdue.length);
    for (const card of overdue.slice(share)) taken.delete(card);
  } else {
    const inTurn = exam ? inScopeFirst(cards, exam) : cards;
    for (const card of inTurn.slice(room)) taken.delete(card);
  }
  const isTaken = (card: string) => taken.has(card);
  return {
    reviews: inOrder(recite, day, cards.filter(isTaken)),
    leftOver: leftOver.filter(isTaken),
  };
}

function inOrder(recite: Recite, day: LocalDay, reviews: readonly string[]): readonly string[] {
  switch (recite.settings.reviewOrder) {
    case 'risk':
      return reviews;
    case 'random':
      return mixed(reviews, (card) => card, `reviews ${day}`);
    case 'section': {
      const place = new Map(recite.bank.document.sections.map(({ id }, at) => [id, at]));
      const placeOf = (card: string) => place.get(recite.questionOf(card)!.cites[0].section) ?? 0;
      return [...reviews].sort((a, b) => placeOf(a) - placeOf(b));
    }
  }
}

function inScopeFirst(cards: readonly string[], { inScope }: ExamDay): string[] {
  return [...cards.filter(inScope), ...cards.filter((card) => !inScope(card))];
}
