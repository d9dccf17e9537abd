import { describe, expect, it } from 'vitest';
import type { PackedBank } from '../../bank/index.ts';
import { must } from '../contract/bench.ts';
import type { DocumentStore } from './port.ts';

/** A bank of one section, as long as wanted. */
export function bankOf(id: string, title: string, text = 'Words.'): PackedBank {
  const paragraphs = [{ id: 'a-1', text }];
  const sections = [{ id: 'a', heading: 'A', paragraphs }];
  return { id, document: { id: `hash-${id}`, title, language: 'es', sections }, questions: [{}] };
}

/**
 * What every adapter of the documents keeps.
 *
 * @param open opens the documents of that name, none at first
 */
export function documentsContract(
  name: string,
  open: (documents: string) => Promise<DocumentStore>,
): void {
  let count = 0;
  const fresh = () => open(`documents-${name}-${Date.now()}-${count++}`);

  describe(`${name}: documents`, () => {
    it('are none at first', async () => {
      const store = await fresh();
      expect(await must(store.heads())).toEqual([]);
      expect(await must(store.bank('none'))).toBeNull();
      await must(store.remove('none'));
    });

    it('are listed by their titles, and read whole', async () => {
      const store = await fresh();
      const birds = bankOf('b', 'Aves');
      await must(store.put(bankOf('a', 'Zoo'), 5));
      await must(store.put(birds, 6));
      const counts = { language: 'es', sections: 1, questions: 1 };
      expect(await must(store.heads())).toEqual([
        { id: 'b', title: 'Aves', at: 6, ...counts },
        { id: 'a', title: 'Zoo', at: 5, ...counts },
      ]);
      expect(await must(store.bank('b'))).toEqual(birds);
    });

    it('are replaced by what has the same id, also by something shorter, and removed', async () => {
      const store = await fresh();
      // Not of one letter, so that pieces in the wrong order would show.
      const long = Array.from({ length: 160_000 }, (_, at) => `w${at}`).join(' ');
      const first = bankOf('a', 'Long', long);
      await must(store.put(first, 5));
      expect(await must(store.bank('a'))).toEqual(first);
      await must(store.put(bankOf('aa', 'Other'), 5));
      for (const at of [4, 5, 6]) {
        const next = bankOf('a', `Version ${at}`);
        await must(store.put(next, at));
        expect(await must(store.bank('a'))).toEqual(next);
      }
      await must(store.remove('a'));
      expect(await must(store.bank('a'))).toBeNull();
      expect((await must(store.heads())).map(({ id }) => id)).toEqual(['aa']);
      expect(await must(store.bank('aa'))).not.toBeNull();
    });
  });
}
