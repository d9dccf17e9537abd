import { ok, type Result } from '../primitives/index.ts';
import type { Recite } from './recite.svelte.ts';

/**
 * The tags that the learner has ever given, in alphabetical order: to choose from again. By their
 * events, for these are few where the cards may be a hundred thousand.
 */
export async function usedTags({ store }: Recite): Promise<Result<readonly string[]>> {
  const tagged = await store.eventsOfKind('tag');
  if (!tagged.ok) return tagged;
  return ok([...new Set(tagged.value.flatMap(({ add }) => add))].sort());
}
