import { ok, type Result } from '../primitives/index.ts';
import { documentMemory, type DocumentMemory } from '../journal/index.ts';
import type { Recite } from './recite.svelte.ts';

/** What the learner knows of the document today: the memory map in small. */
export async function readMemory(recite: Recite): Promise<Result<DocumentMemory>> {
  const cards = await recite.store.cards();
  if (!cards.ok) return cards;
  return ok(documentMemory(recite.bank, cards.value, recite.moment().day, recite.settings));
}
