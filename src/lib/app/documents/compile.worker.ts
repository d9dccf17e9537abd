import type { SourceFile } from '../../bank/source/index.ts';
import { compileFiles } from './compile.ts';

// `self` has the types of a window here; only this much of a worker is needed.
self.onmessage = ({ data }: MessageEvent<readonly SourceFile[]>) => {
  self.postMessage(compileFiles(data));
};
