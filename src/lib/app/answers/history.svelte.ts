import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { answersOf, type AnswerLog } from '../../journal/index.ts';
import type { Recite } from '../recite.svelte.ts';
import { trustedWorker } from '../trusted-worker.ts';
import type { Said } from './answers.worker.ts';
import workerUrl from './answers.worker.ts?worker&url';
import { readAnswerLog } from './read.ts';

/** The last log that was read, for as long as nothing is written. */
interface Kept {
  readonly recite: Recite;
  readonly key: string;
  readonly log: AnswerLog;
}

let kept: Kept | null = null;

/** All answers that were ever given, read and folded away from the page. */
export class AnswerHistory {
  log = $state.raw<AnswerLog | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** How much of it has been read, 0 to 1, while that takes its time; else null. */
  progress = $state<number | null>(null);
  #stop: (() => void) | null = null;
  #wanted = '';

  async load(recite: Recite): Promise<void> {
    const [newest, days] = await Promise.all([
      recite.store.latest(1),
      recite.store.days(-Infinity, Infinity),
    ]);
    if (!newest.ok) return this.#fail(newest.error);
    if (!days.ok) return this.#fail(days.error);
    // What another tab wrote shows as a newer event, what arrived from elsewhere as other counts.
    const expected = days.value.reduce((sum, counts) => sum + answersOf(counts), 0);
    const key = `${recite.writes} ${expected} ${newest.value[0]?.id}`;
    if (kept?.recite === recite && kept.key === key) {
      this.log = kept.log;
      return;
    }
    if (this.#wanted === key) return;
    this.close();
    this.#wanted = key;
    const tell = (events: number) => {
      // Not all events are answers, so it may be a little more than all.
      if (this.#wanted === key) this.progress = Math.min(1, events / Math.max(1, expected));
    };
    const isOver = () => this.#wanted !== key;
    // A worker sees only what is on disk; and where it cannot be had, we read here, in turns.
    let log = recite.store.durable ? await this.#inWorker(tell) : null;
    if (log === null && !isOver()) log = await readAnswerLog(recite.store, tell);
    if (log === null || isOver()) return;
    this.#wanted = '';
    this.progress = null;
    if (!log.ok) return this.#fail(log.error);
    this.failure = null;
    this.log = log.value;
    kept = { recite, key, log: log.value };
  }

  /** Null where the worker cannot be had, or is wanted no more. */
  #inWorker(tell: (events: number) => void): Promise<Result<AnswerLog> | null> {
    return new Promise((resolve) => {
      const worker = new Worker(trustedWorker(workerUrl), { type: 'module' });
      const end = (result: Result<AnswerLog> | null) => {
        worker.terminate();
        this.#stop = null;
        resolve(result);
      };
      this.#stop = () => end(null);
      worker.onmessage = ({ data }: MessageEvent<Said>) => {
        if (data.kind === 'read') tell(data.events);
        else end(data.kind === 'log' ? ok(data.log) : err(data.failure));
      };
      worker.onerror = () => end(null);
    });
  }

  /** Whoever leaves the screen wants no more of it. */
  close(): void {
    this.#wanted = '';
    this.#stop?.();
    this.progress = null;
  }

  #fail(failure: Failure): void {
    this.failure = failure;
  }
}
