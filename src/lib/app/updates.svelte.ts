import { trustedWorker } from './trusted-worker.ts';

/** The service worker's address. */
const WORKER = '/sw.js';

/** How often the new version is asked to take over, and how many times before we reload anyway. */
const ASK_AGAIN_MS = 1000;
const ATTEMPTS = 5;

/**
 * Registers the service worker and learns of a new version. It never reloads by itself: a new
 * version waits until the person asks for it, and an answer in progress is not interrupted.
 */
export class Updates {
  /** A new version is ready, or another tab has switched to it already. */
  available = $state(false);
  /** Everything is on the device: the app works without a network from now on. */
  offlineReady = $state(false);

  #waiting: ServiceWorker | null = null;
  #asked = false;
  readonly #isBusy: () => boolean;

  /** @param isBusy whether the person is in the middle of something that a reload would break off */
  constructor(isBusy: () => boolean) {
    this.#isBusy = isBusy;
  }

  async watch(): Promise<void> {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    // On plain http over a local network there is none.
    if (!workers) return;
    const hadController = workers.controller !== null;
    workers.addEventListener('controllerchange', () => {
      if (this.#asked) this.#reload();
      else if (hadController) this.available = true;
    });
    try {
      const registration = await workers.register(trustedWorker(WORKER), {
        updateViaCache: 'none',
      });
      if (registration.waiting) this.#found(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed' && workers.controller) this.#found(worker);
        });
      });
      await workers.ready;
      this.offlineReady = true;
    } catch {
      // Refused (private mode, full disk): the app works, with a network.
    }
  }

  #found(worker: ServiceWorker): void {
    this.#waiting = worker;
    this.available = true;
  }

  /** Switches to the new version. Whoever asked for it is never left with a button that did nothing. */
  apply(): void {
    this.#asked = true;
    this.#letIn(ATTEMPTS);
  }

  #letIn(attempts: number): void {
    if (!this.#asked) return;
    // It waits no longer where another tab has let it in already.
    if (this.#waiting?.state !== 'installed' || attempts === 0) return this.#reload();
    this.#waiting.postMessage({ type: 'SKIP_WAITING' });
    // A browser may put it off as long as the old version is at work.
    setTimeout(() => this.#letIn(attempts - 1), ASK_AGAIN_MS);
  }

  /** Who has begun to answer while the new version was on its way is asked again afterwards. */
  #reload(): void {
    this.#asked = false;
    if (this.#isBusy()) this.available = true;
    else location.reload();
  }
}
