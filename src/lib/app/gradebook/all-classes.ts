import { ok, type Result } from '../../primitives/index.ts';
import { writeClasses, type ClassFile } from '../../gradebook/index.ts';
import type { ClassList } from '../../markers/index.ts';
import type { ClassLists } from '../markers/class-lists.svelte.ts';
import { gradebook, keepRecord } from './shelf.svelte.ts';

/** All records and class lists of this device as one file. */
export async function allClasses(
  lists: readonly ClassList[],
): Promise<Result<{ readonly name: string; readonly blob: Blob }>> {
  const store = await gradebook();
  if (!store.ok) return store;
  const heads = await store.value.heads();
  if (!heads.ok) return heads;
  const records = [];
  for (const { id } of heads.value) {
    const read = await store.value.record(id);
    if (!read.ok) return read;
    if (read.value) records.push(read.value);
  }
  const blob = new Blob([writeClasses({ records, lists })], { type: 'application/json' });
  return ok({ name: 'recite-classes.json', blob });
}

/**
 * Takes in what such a file has: answers to the same quiz come together, and a class list that is here
 * stays as it is, for its cards may have been printed anew. Nothing is lost where it breaks off: the
 * same file can be taken again.
 */
export async function takeClasses(
  { records, lists }: ClassFile<ClassList>,
  here: ClassLists,
): Promise<Result<void>> {
  here.load();
  for (const list of lists) {
    if (here.get(list.id)) continue;
    const saved = here.save(list);
    if (!saved.ok) return saved;
  }
  for (const record of records) {
    const kept = await keepRecord(record);
    if (!kept.ok) return kept;
  }
  return ok(undefined);
}
