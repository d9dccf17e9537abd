export { openGradebook } from './indexeddb.ts';
export { memoryGradebook } from './memory.ts';
export type { GradebookStore, RecordHead } from './port.ts';
