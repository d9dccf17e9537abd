import { trustedWorker } from '../trusted-worker.ts';
import type { Look, Looked } from './detect.worker.ts';
import workerUrl from './detect.worker.ts?worker&url';

/** Longest side of a picture of the camera, and of a photo, in pixels: more takes long and shows little. */
const MOST_MOVING = 1920;
const MOST_STILL = 3200;

/** What was seen in a picture, in its pixels. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly looks: Looked['looks'];
}

/** Finds cards in pictures, in a worker: a picture at a time. */
export class Eye {
  #worker: Worker | null = null;
  #canvas: HTMLCanvasElement | null = null;
  #ids = 0;
  #waiting: ((looked: Looked | null) => void) | null = null;

  /** A picture is being looked at. */
  get busy(): boolean {
    return this.#waiting !== null;
  }

  /** @returns null where nothing can be seen: no picture yet, or the worker does not run */
  see(video: HTMLVideoElement): Promise<Seen | null> {
    return this.#look(video, video.videoWidth, video.videoHeight, false);
  }

  /** Looks at a photo; null where the file is no picture. */
  async seePhoto(file: Blob): Promise<Seen | null> {
    try {
      const bitmap = await createImageBitmap(file);
      const seen = await this.#look(bitmap, bitmap.width, bitmap.height, true);
      bitmap.close();
      return seen;
    } catch {
      return null;
    }
  }

  async #look(
    image: CanvasImageSource,
    fullWidth: number,
    fullHeight: number,
    still: boolean,
  ): Promise<Seen | null> {
    const scale = Math.min(1, (still ? MOST_STILL : MOST_MOVING) / Math.max(fullWidth, fullHeight));
    const [width, height] = [Math.round(fullWidth * scale), Math.round(fullHeight * scale)];
    if (width === 0 || height === 0) return null;
    this.#canvas ??= document.createElement('canvas');
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      [this.#canvas.width, this.#canvas.height] = [width, height];
    }
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    context.drawImage(image, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const looked = await this.#ask({ id: ++this.#ids, width, height, data, still });
    return looked && { width, height, looks: looked.looks };
  }

  #ask(look: Look): Promise<Looked | null> {
    this.#waiting?.(null);
    this.#worker ??= this.#begin();
    return new Promise((resolve) => {
      this.#waiting = (looked) => {
        this.#waiting = null;
        resolve(looked);
      };
      this.#worker!.postMessage(look, [look.data.buffer]);
    });
  }

  #begin(): Worker {
    const worker = new Worker(trustedWorker(workerUrl), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Looked>) => {
      if (data.id === this.#ids) this.#waiting?.(data);
    };
    worker.onerror = () => this.#waiting?.(null);
    return worker;
  }

  close(): void {
    this.#waiting?.(null);
    this.#worker?.terminate();
    this.#worker = null;
  }
}
