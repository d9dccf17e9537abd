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
    // Absent where the page came by plain http: whatever the type says.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices?.getUserMedia) {
      this.state = 'none';
      return;
    }
    const run = ++this.#run;
    this.state = 'starting';
    const wanted = this.#device ? { deviceId: this.#device } : { facingMode: 'environment' };
    try {
      const stream = await devices.getUserMedia({
        video: { ...wanted, width: { ideal: 1920 }, height: { ideal: 1080 } },
        audio: false,
      });
      if (run !== this.#run) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      this.#stream = stream;
      video.srcObject = stream;
      await video.play();
      this.state = 'on';
      const all = await devices.enumerateDevices();
      this.several = all.filter(({ kind }) => kind === 'videoinput').length > 1;
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
    const all = await navigator.mediaDevices.enumerateDevices();
    const ids = all.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId);
    const now = this.#stream?.getVideoTracks()[0]?.getSettings().deviceId;
    this.#device = ids[(ids.indexOf(now ?? '') + 1) % ids.length];
    await this.start(video, look);
  }

  stop(): void {
    this.#run++;
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.state = 'off';
  }
}
