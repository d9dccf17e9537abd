export type { Appended, DueCount, JournalStore } from './port.ts';
export { memoryStore } from './memory.ts';
export { openIndexedDb } from './indexeddb/open.ts';
export { FAILURES } from './failures.ts';
