import { ok } from '../../primitives/index.ts';
import type { ClassRecord } from '../../gradebook/index.ts';
import type { GradebookStore } from './port.ts';
import { headOf, newestFirst } from './schema.ts';

/** Records that are gone when the page is: for browsers without storage, and for tests. */
export function memoryGradebook(): GradebookStore {
  const records = new Map<string, ClassRecord>();
  return {
    durable: false,
    heads: async () => ok(newestFirst([...records.values()].map(headOf))),
    record: async (id) => ok(records.get(id) ?? null),
    async change(id, work) {
      const changed = work(records.get(id) ?? null);
      if (!changed.ok) return changed;
      if (changed.value === null) records.delete(id);
      else records.set(id, structuredClone(changed.value));
      return changed;
    },
    onchanged: () => undefined,
    close: () => undefined,
  };
}
