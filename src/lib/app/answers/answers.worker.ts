import type { Failure } from '../../primitives/index.ts';
import { buffersOf, type AnswerLog } from '../../journal/index.ts';
import { openIndexedDb } from '../../storage/index.ts';
import { readAnswerLog } from './read.ts';

/** What this worker says: how far it is, and in the end the log or why there is none. */
export type Said =
  | { readonly kind: 'read'; readonly events: number }
  | { readonly kind: 'log'; readonly log: AnswerLog }
  | { readonly kind: 'failed'; readonly failure: Failure };

// `self` has the types of a window here; only this much of a worker is needed.
const say = (said: Said, transfer: ArrayBufferLike[] = []) =>
  self.postMessage(said, { transfer: transfer as ArrayBuffer[] });

async function run(): Promise<void> {
  const store = await openIndexedDb();
  if (!store.ok) return say({ kind: 'failed', failure: store.error });
  const log = await readAnswerLog(store.value, (events) => say({ kind: 'read', events }));
  store.value.close();
  if (!log.ok) return say({ kind: 'failed', failure: log.error });
  say({ kind: 'log', log: log.value }, buffersOf(log.value));
}

void run();
