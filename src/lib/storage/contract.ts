import { describe } from 'vitest';
import { aheadContract } from './contract/ahead.ts';
import { appendingContract } from './contract/appending.ts';
import { appendingAllContract } from './contract/appending-all.ts';
import { rebuildingContract, settingsContract } from './contract/caches.ts';
import { queueContract } from './contract/queue.ts';
import { readingContract } from './contract/reading.ts';
import type { JournalStore } from './port.ts';

/**
 * What every adapter of the journal keeps.
 *
 * @param open opens the journal of that name, empty at first
 */
export function storeContract(
  name: string,
  open: (journal: string) => Promise<JournalStore>,
): void {
  let count = 0;
  const fresh = () => open(`contract-${name}-${Date.now()}-${count++}`);
  describe(`${name}: appending`, () => appendingContract(fresh));
  describe(`${name}: appending many`, () => appendingAllContract(fresh));
  describe(`${name}: read ahead`, () => aheadContract(fresh));
  describe(`${name}: reading`, () => readingContract(fresh));
  describe(`${name}: the queue`, () => queueContract(fresh));
  describe(`${name}: settings`, () => settingsContract(fresh));
  describe(`${name}: rebuilding`, () => rebuildingContract(fresh));
}
