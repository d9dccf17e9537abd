import type { Failure, Result } from '../../primitives/index.ts';
import {
  assembled,
  gather,
  missingOf,
  NOTHING_GATHERED,
  tagOf,
  type Gathered,
} from '../../handout/index.ts';
import { codeInPhoto, watchCodes } from './camera.ts';
import { signal } from './signal.ts';

/** While a code stays in sight, it is the same reading. Milliseconds. */
const SAME_SIGHT = 2500;

export interface Sighted {
  /** A code that stands for itself. */
  text(text: string): void | Promise<void>;
  /** A loop of codes, put together. */
  whole(bytes: Result<Uint8Array>): void | Promise<void>;
}

/** Codes that come in: by the camera, as a photo, or as pasted text. */
export class CodeWatch {
  watching = $state(false);
  busy = $state(false);
  /** Why the camera shows nothing, or a photo could not be read. */
  failure = $state.raw<Failure | null>(null);
  #gathered = $state.raw<Gathered>(NOTHING_GATHERED);
  #stop: (() => void) | null = null;
  #starting = 0;
  #sight = { text: '', at: 0 };
  /** One after the other: two at once would each miss what the other has done. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #sighted: Sighted;

  constructor(sighted: Sighted) {
    this.#sighted = sighted;
  }

  /** Of a loop of codes: how many were seen, and which are missing (from 1). */
  loop = $derived(
    this.#gathered.count > 0
      ? {
          seen: this.#gathered.pieces.size,
          count: this.#gathered.count,
          missing: missingOf(this.#gathered).map((place) => place + 1),
        }
      : null,
  );

  async watch(video: HTMLVideoElement): Promise<void> {
    const mine = ++this.#starting;
    this.failure = null;
    const watching = await watchCodes(video, (text) => this.#see(text));
    if (!watching.ok) {
      this.failure = watching.error;
      this.watching = false;
    } else if (mine !== this.#starting) {
      // It was stopped while the browser asked for the camera.
      watching.value();
    } else {
      this.#stop = watching.value;
      this.watching = true;
    }
  }

  stop(): void {
    this.#starting++;
    this.#stop?.();
    this.#stop = null;
    this.watching = false;
  }

  async takePhoto(file: Blob): Promise<void> {
    this.busy = true;
    const text = await codeInPhoto(file);
    this.failure = text.ok ? null : text.error;
    if (text.ok) await this.take(text.value);
    this.busy = false;
  }

  /** From the camera, which sees the same code many times. */
  #see(text: string): void {
    const now = Date.now();
    const isSame = this.#sight.text === text && now - this.#sight.at < SAME_SIGHT;
    this.#sight = { text, at: now };
    if (!isSame) void this.take(text);
  }

  /** One code. */
  take(text: string): Promise<void> {
    const turn = this.#turn.then(() => this.#takeOne(text));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #takeOne(text: string): Promise<void> {
    const gathered = tagOf(text) === 'F' ? gather(this.#gathered, text) : null;
    if (!gathered) return this.#sighted.text(text);
    if (gathered === this.#gathered) return;
    this.#gathered = gathered;
    const whole = assembled(gathered);
    if (!whole) return signal('new');
    this.#gathered = NOTHING_GATHERED;
    return this.#sighted.whole(whole);
  }
}
