export type { Appended, DueCount, JournalStore, Rebuilt } from './port.ts';
export type { Change } from './changes.ts';
export { openIndexedDb } from './indexeddb/open.ts';
export { FAILURES } from './failures.ts';
