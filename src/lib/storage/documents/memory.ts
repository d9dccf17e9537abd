import { ok, type Instant } from '../../primitives/index.ts';
import type { PackedBank } from '../../bank/index.ts';
import type { DocumentStore } from './port.ts';
import { byTitle, headOf } from './schema.ts';

/** Documents that are gone when the page is: for browsers without storage, and for tests. */
export function memoryDocuments(): DocumentStore {
  const banks = new Map<string, { bank: PackedBank; at: Instant }>();
  return {
    durable: false,
    heads: async () => ok(byTitle([...banks.values()].map(({ bank, at }) => headOf(bank, at)))),
    bank: async (id) => ok(banks.get(id)?.bank ?? null),
    async put(bank, at) {
      banks.set(bank.id, { bank: structuredClone(bank), at });
      return ok(undefined);
    },
    async remove(id) {
      banks.delete(id);
      return ok(undefined);
    },
    close: () => undefined,
  };
}
