/** Lets a piece of work run when nobody else, in any tab, holds the same turn. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Turns of a name, shared by all tabs of this browser (Web Locks): first come, first served, and a
 * tab that crashes gives its turn back. For what takes several transactions. A single one needs none:
 * the browser runs those that write the same stores one after the other, whichever tab they are of;
 * a lock, shared or not, costs a strict write a quarter of its time again, and is not granted any more
 * to a page that is being left.
 *
 * On plain http over a local network there are no such locks. Then the work runs at once: it has to be
 * right in any order of transactions, and a turn spares only doing it twice.
 */
export function turns(name: string): Turn {
  return (work) => {
    const locks = navigator.locks as LockManager | undefined;
    return locks ? locks.request(name, work) : work();
  };
}
