import { err, type Failure, type Result } from '../primitives/index.ts';
import type { Fit } from '../schedule/fit/index.ts';
import type { FitProgress } from './fit-journal.ts';
import type { FitMessage, FitRequest } from './fit-worker.ts';
import workerUrl from './fit-worker.ts?worker&url';
import { t } from '../language/index.ts';

/** A fit under way. */
export interface FitRun {
  /** Null when it was broken off. */
  readonly result: Promise<Result<Fit> | null>;
  cancel(): void;
}

export type StartFit = (request: FitRequest, onprogress: (progress: FitProgress) => void) => FitRun;

const NO_WORKER: Failure = {
  code: 'fit-failed',
  message: t(
    'The fit could not be made: the browser broke it off. Your history and your schedule are as they were. Try again after a reload.',
  ),
};

/** Fits in a worker, off the page's own thread. */
export const startFit: StartFit = (request, onprogress) => {
  const worker = new Worker(trusted(workerUrl) as string, { type: 'module' });
  let settle!: (result: Result<Fit> | null) => void;
  const result = new Promise<Result<Fit> | null>((resolve) => {
    settle = (value) => {
      worker.terminate();
      resolve(value);
    };
  });
  worker.onmessage = ({ data }: MessageEvent<FitMessage>) => {
    if (data.kind === 'progress') onprogress(data.progress);
    else settle(data.result);
  };
  worker.onerror = () => settle(err(NO_WORKER));
  worker.postMessage(request);
  return { result, cancel: () => settle(null) };
};

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}
interface Policy {
  createScriptURL(url: string): unknown;
}

/** A policy can be made only once in a page. */
let policy: Policy | undefined;

/** Where the page demands Trusted Types, the one script address that it may be given. */
function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('recite-fit', {
    createScriptURL: (candidate) => {
      if (candidate !== workerUrl) throw new TypeError(`${candidate} is no worker of Recite's`);
      return candidate;
    },
  });
  return policy.createScriptURL(url);
}
