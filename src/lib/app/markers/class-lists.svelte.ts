import { err, ok, type Result } from '../../primitives/index.ts';
import { t } from '../../language/index.ts';
import { readClassList, type ClassList } from '../../markers/index.ts';
import { keep, kept } from '../kept.ts';

const KEY = 'recite-class-lists';

/** The teacher's classes: who holds which card. Kept on this device, and nowhere else. */
export class ClassLists {
  all = $state.raw<readonly ClassList[]>([]);

  /** As they lie on the disk: another tab may have written. */
  load(): void {
    const value = kept(KEY);
    this.all = Array.isArray(value) ? value.flatMap((one) => readClassList(one) ?? []) : [];
  }

  get(id: string): ClassList | null {
    return this.all.find((one) => one.id === id) ?? null;
  }

  /** Adds a class, or changes the one of its id. */
  save(list: ClassList): Result<void> {
    this.load();
    const isNew = !this.all.some(({ id }) => id === list.id);
    return this.#write(
      isNew ? [...this.all, list] : this.all.map((one) => (one.id === list.id ? list : one)),
    );
  }

  remove(id: string): Result<void> {
    this.load();
    return this.#write(this.all.filter((one) => one.id !== id));
  }

  #write(lists: readonly ClassList[]): Result<void> {
    if (!keep(KEY, lists)) return err(NOT_KEPT);
    this.all = lists;
    return ok(undefined);
  }
}

const NOT_KEPT = {
  code: 'not-kept',
  message: t(
    'This device has no room for the class, or keeps nothing for this site. What you typed is still here: copy it, make room, and save again.',
  ),
};
