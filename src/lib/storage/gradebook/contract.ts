import { describe, expect, it } from 'vitest';
import { err, ok } from '../../primitives/index.ts';
import { withSheets, type ClassRecord, type Sheet } from '../../gradebook/index.ts';
import { must } from '../contract/bench.ts';
import type { GradebookStore } from './port.ts';

const SHEET: Sheet = { source: 'qr', id: 'qr/1', name: 'Ana', at: 5, answers: [null] };

export function sheetOf(id: string, name: string): Sheet {
  return { ...SHEET, id, name };
}

/** A record of one question; what the question is like does not matter here. */
export function recordOf(id: string, sheets: readonly Sheet[] = [], at = 1000): ClassRecord {
  return { id, title: `Class ${id}`, at, plan: [{}] as unknown as ClassRecord['plan'], sheets };
}

/**
 * What every adapter of the gradebook keeps.
 *
 * @param open opens the gradebook of that name, empty at first
 */
export function gradebookContract(
  name: string,
  open: (gradebook: string) => Promise<GradebookStore>,
): void {
  let count = 0;
  const fresh = () => open(`gradebook-${name}-${Date.now()}-${count++}`);
  const put = (store: GradebookStore, record: ClassRecord) =>
    must(store.change(record.id, () => ok(record)));

  describe(`${name}: the gradebook`, () => {
    it('is empty at first', async () => {
      const store = await fresh();
      expect(await must(store.heads())).toEqual([]);
      expect(await must(store.record('none'))).toBeNull();
    });

    it('keeps records whole, with their sheets in order', async () => {
      const store = await fresh();
      const one = recordOf('a', [sheetOf('qr/2', 'Ben'), sheetOf('live/s/1', 'Ana')]);
      await put(store, one);
      await put(store, recordOf('ab', [sheetOf('qr/9', 'Cem')]));
      expect(await must(store.record('a'))).toEqual(one);
    });

    it('lists them, the newest first, with how many students and questions', async () => {
      const store = await fresh();
      await put(store, recordOf('a', [], 1000));
      const namesakes = [sheetOf('qr/1', 'Ana'), sheetOf('qr/2', 'Ben'), sheetOf('qr/3', 'ANA')];
      await put(store, recordOf('b', namesakes, 2000));
      expect(await must(store.heads())).toEqual([
        { id: 'b', title: 'Class b', at: 2000, students: 3, questions: 1 },
        { id: 'a', title: 'Class a', at: 1000, students: 0, questions: 1 },
      ]);
    });

    it('changes a record by what it is: adds, replaces, takes out, renames', async () => {
      const store = await fresh();
      await put(store, recordOf('a', [sheetOf('qr/1', 'Ana'), sheetOf('qr/2', 'Ben')]));
      await must(
        store.change('a', (record) =>
          withSheets({ ...record!, title: 'Other' }, [sheetOf('qr/3', 'Cem')]),
        ),
      );
      await must(
        store.change('a', (record) => ok({ ...record!, sheets: record!.sheets.slice(1) })),
      );
      const changed = await must(store.record('a'));
      expect(changed).toMatchObject({ title: 'Other' });
      expect(changed!.sheets.map(({ name }) => name)).toEqual(['Ben', 'Cem']);
    });

    it('writes nothing where the change fails', async () => {
      const store = await fresh();
      await put(store, recordOf('a'));
      const failure = { code: 'no', message: 'No.' };
      expect(await store.change('a', () => err(failure))).toEqual(err(failure));
      expect(await store.change('b', () => err(failure))).toEqual(err(failure));
      expect(await must(store.heads())).toHaveLength(1);
    });

    it('deletes a record and all that belongs to it; it can be put back', async () => {
      const store = await fresh();
      const one = recordOf('a', [sheetOf('qr/1', 'Ana')]);
      await put(store, one);
      await put(store, recordOf('aa', [sheetOf('qr/1', 'Ben')]));
      expect(await must(store.change('a', () => ok(null)))).toBeNull();
      expect(await must(store.record('a'))).toBeNull();
      expect((await must(store.heads())).map(({ id }) => id)).toEqual(['aa']);
      await put(store, recordOf('a'));
      // Nothing of the old one comes back by itself.
      expect((await must(store.record('a')))!.sheets).toEqual([]);
      await put(store, one);
      expect(await must(store.record('a'))).toEqual(one);
      expect((await must(store.record('aa')))!.sheets).toHaveLength(1);
    });

    it('loses nothing of changes that come at once', async () => {
      const store = await fresh();
      await put(store, recordOf('a'));
      const names = Array.from({ length: 12 }, (_, at) => `qr/${String(at).padStart(2, '0')}`);
      await Promise.all(
        names.map((id) =>
          must(store.change('a', (record) => withSheets(record!, [sheetOf(id, `Ana ${id}`)]))),
        ),
      );
      const all = (await must(store.record('a')))!.sheets.map(({ id }) => id);
      expect(all.toSorted()).toEqual(names);
    });

    it('keeps a record of many sheets', async () => {
      const store = await fresh();
      const long = { kind: 'typed', text: 'x'.repeat(250) } as const;
      const grade = { verdict: 'wrong', credit: 0 } as const;
      const answer = { response: long, grade, confidence: null, elapsed: 1, first: null };
      const sheets = Array.from({ length: 150 }, (_, at) => ({
        ...sheetOf(`qr/${at}`, `Ana ${at}`),
        answers: Array.from({ length: 30 }, () => answer),
      }));
      const large = recordOf('a', sheets);
      await put(store, large);
      expect(await must(store.record('a'))).toEqual(large);
    });
  });
}
