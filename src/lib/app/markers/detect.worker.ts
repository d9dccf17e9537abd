import { Detector, type Found } from '../../markers/detect/index.ts';

/** What is asked of this worker: the cards in a picture. */
export interface Look {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  /** RGBA; handed over, not copied. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  /** The only picture there is, to be looked at in several ways. */
  readonly still: boolean;
}

export interface Looked {
  readonly id: number;
  readonly looks: readonly (readonly Found[])[];
}

const detector = new Detector();

self.onmessage = ({ data }: MessageEvent<Look>) => {
  const looks = data.still ? detector.detectStill(data) : [detector.detect(data)];
  self.postMessage({ id: data.id, looks } satisfies Looked);
};
