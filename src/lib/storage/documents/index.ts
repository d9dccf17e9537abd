export { openDocuments } from './indexeddb.ts';
export { memoryDocuments } from './memory.ts';
export type { DocumentHead, DocumentStore } from './port.ts';
