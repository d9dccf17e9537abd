import { ok, type LocalDay, type Result } from '../primitives/index.ts';
import { earliestFor, movedOn } from '../schedule/index.ts';
import type { DueCount } from '../storage/index.ts';
import type { Recite } from './recite.svelte.ts';

/** How many cards come on each day of the range; what falls on days off comes later. */
export async function readComing(
  recite: Recite,
  from: LocalDay,
  to: LocalDay,
): Promise<Result<readonly DueCount[]>> {
  const { settings } = recite;
  const counts = await recite.dueCounts(earliestFor(from, settings), to);
  return counts.ok ? ok(movedOn(counts.value, settings, from, to)) : counts;
}

/** How many cards come tomorrow; 0 where that cannot be read. */
export async function cardsTomorrow(recite: Recite): Promise<number> {
  const tomorrow = recite.moment().day + 1;
  const counts = await readComing(recite, tomorrow, tomorrow);
  return (counts.ok && counts.value[0]?.count) || 0;
}
