import type { SourceFile } from '../../bank/source/index.ts';
import { trustedWorker } from '../trusted-worker.ts';
import type { Compiled } from './compile.ts';
import workerUrl from './compile.worker.ts?worker&url';

/** Compiles a document’s files, away from the page; null where no worker can be had. */
export function compileAway(files: readonly SourceFile[]): Promise<Compiled | null> {
  return new Promise((resolve) => {
    const worker = new Worker(trustedWorker(workerUrl), { type: 'module' });
    const end = (compiled: Compiled | null) => {
      worker.terminate();
      resolve(compiled);
    };
    worker.onmessage = ({ data }: MessageEvent<Compiled>) => end(data);
    worker.onerror = () => end(null);
    worker.postMessage(files);
  });
}
