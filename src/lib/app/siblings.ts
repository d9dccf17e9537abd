import { ok, type LocalDay, type Result } from '../primitives/index.ts';
import { keptApart, type Bank, type Question } from '../bank/index.ts';
import type { CardSnapshot } from '../journal/index.ts';
import type { Recite } from './recite.svelte.ts';

/** What might come today, by card id, each list in its order. */
interface Candidates {
  readonly learning: readonly string[];
  readonly reviews: readonly string[];
  readonly unseen: readonly string[];
}

/**
 * Keeps siblings, the cards of one question, from meeting on one day. What is left out waits for
 * another.
 *
 * @param read the snapshots at hand; those of siblings that are not among them are read
 * @param apart new cards that give each other away are kept apart too: question → those it tells
 */
export async function keepSiblingsApart(
  recite: Recite,
  day: LocalDay,
  { learning, reviews, unseen }: Candidates,
  read: ReadonlyMap<string, CardSnapshot>,
  apart: NonNullable<Bank['apart']> = {},
): Promise<Result<{ readonly reviews: string[]; readonly fresh: string[] }>> {
  const asked = (cards: readonly string[]) => cards.map((card) => askedBy(recite, card));
  const [learned, reviewed, fresh] = [asked(learning), asked(reviews), asked(unseen)];
  const siblings = await readSiblings(recite, [...reviews, ...unseen], read);
  if (!siblings.ok) return siblings;
  const metToday = siblings.value.filter(({ schedule }) => schedule?.lastDay === day);
  const met = families([...asked(metToday.map(({ card }) => card)), ...learned]);
  const keptReviews = keptApart(reviewed, {}, met);
  const keptFresh = keptApart(fresh, apart, [...met, ...families(keptReviews)]);
  const cardsOf = (kept: readonly Asked[]) => kept.map(({ card }) => card);
  return ok({ reviews: cardsOf(keptReviews), fresh: cardsOf(keptFresh) });
}

/** A card and the names by which its siblings are found. */
interface Asked extends Pick<Question, 'id' | 'family'> {
  readonly card: string;
}

function askedBy(recite: Recite, card: string): Asked {
  const { id, family } = recite.questionOf(card)!;
  return { card, id, ...(family !== undefined && { family }) };
}

function families(cards: readonly Asked[]): string[] {
  return cards.map(({ id, family }) => family ?? id);
}

/** The snapshots of the candidates' siblings that are no candidates themselves. */
async function readSiblings(
  recite: Recite,
  candidates: readonly string[],
  read: ReadonlyMap<string, CardSnapshot>,
): Promise<Result<CardSnapshot[]>> {
  const siblings = new Set(candidates.flatMap((card) => recite.siblingsOf(card)));
  for (const card of candidates) siblings.delete(card);
  const known = [...siblings].flatMap((card) => read.get(card) ?? []);
  const others = await recite.store.cardsOf([...siblings].filter((card) => !read.has(card)));
  return others.ok ? ok([...known, ...others.value]) : others;
}
