import { cameraIds, openCamera, stopCamera } from '../camera.ts';

/** How it stands with the camera. `none`: this address has none, for it is no secure context. */
export type CameraState = 'off' | 'starting' | 'on' | 'refused' | 'none';

/** Milliseconds between two pictures at least: more a second would only warm the phone. */
const BETWEEN_MS = 80;

/** The camera of the teacher’s device, and its pictures one after the other. */
export class Camera {
  state = $state<CameraState>('off');
  /** There are several to choose from. */
  several = $state(false);
  #stream: MediaStream | null = null;
  #device: string | undefined;
  #run = 0;

  /**
   * Shows the camera in the video, and hands over each new picture; the next comes when it was looked at.
   *
   * @param look is not called for a picture that was there before
   */
  async start(video: HTMLVideoElement, look: () => Promise<void>): Promise<void> {
    this.stop();
    const run = ++this.#run;
    this.state = 'starting';
    const camera = await openCamera({ width: 1920, height: 1080 }, this.#device);
    if (run !== this.#run) {
      if ('stream' in camera) stopCamera(camera.stream);
      return;
    }
    if ('failed' in camera) {
      this.state = camera.failed === 'none' ? 'none' : 'refused';
      return;
    }
    this.#stream = camera.stream;
    video.srcObject = camera.stream;
    try {
      await video.play();
      this.state = 'on';
      this.several = (await cameraIds()).length > 1;
    } catch {
      if (run === this.#run) this.state = 'refused';
      return;
    }
    void this.#loop(run, video, look);
  }

  async #loop(run: number, video: HTMLVideoElement, look: () => Promise<void>): Promise<void> {
    let shown = -1;
    while (run === this.#run) {
      const started = performance.now();
      // The same picture twice would count as two.
      if (video.currentTime !== shown && !document.hidden) {
        shown = video.currentTime;
        await look();
      }
      const rest = BETWEEN_MS - (performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, Math.max(10, rest)));
    }
  }

  /** The next of several cameras. */
  async other(video: HTMLVideoElement, look: () => Promise<void>): Promise<void> {
    const ids = await cameraIds();
    const now = this.#stream?.getVideoTracks()[0]?.getSettings().deviceId;
    this.#device = ids[(ids.indexOf(now ?? '') + 1) % ids.length];
    await this.start(video, look);
  }

  stop(): void {
    this.#run++;
    stopCamera(this.#stream);
    this.#stream = null;
    this.state = 'off';
  }
}
