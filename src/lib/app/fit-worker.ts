import type { Result } from '../primitives/index.ts';
import type { Fit } from '../schedule/fit/index.ts';
import { openIndexedDb } from '../storage/index.ts';
import { fitJournal, type FitProgress } from './fit-journal.ts';

/** What the worker is asked: once, then it is done with. */
export interface FitRequest {
  readonly inUse: readonly number[] | null;
  readonly now: number;
}

/** What it answers: progress any number of times, then a result. */
export type FitMessage =
  | { readonly kind: 'progress'; readonly progress: FitProgress }
  | { readonly kind: 'done'; readonly result: Result<Fit> };

/** It reads the journal by itself, so that the page has nothing to do with it. */
async function answer({ inUse, now }: FitRequest): Promise<Result<Fit>> {
  const store = await openIndexedDb();
  if (!store.ok) return store;
  try {
    return await fitJournal(store.value, inUse, now, (progress) =>
      tell({ kind: 'progress', progress }),
    );
  } finally {
    store.value.close();
  }
}

function tell(message: FitMessage): void {
  postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<FitRequest>) => {
  void answer(data).then((result) => tell({ kind: 'done', result }));
});
