/** The service worker's address. */
const WORKER = '/sw.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

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

  async watch(): Promise<void> {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    // On plain http over a local network there is none.
    if (!workers) return;
    const hadController = workers.controller !== null;
    workers.addEventListener('controllerchange', () => {
      if (this.#asked) location.reload();
      else if (hadController) this.available = true;
    });
    try {
      const registration = await workers.register(trusted(WORKER) as string, {
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

  /** Switches to the new version. */
  apply(): void {
    this.#asked = true;
    // It waits no longer where another tab has let it in already.
    if (this.#waiting?.state === 'installed') this.#waiting.postMessage({ type: 'SKIP_WAITING' });
    else location.reload();
  }
}

/** Where the page demands Trusted Types, the one script address that it may be given. */
function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  const policy = trustedTypes.createPolicy('recite-worker', {
    createScriptURL: (candidate) => {
      if (candidate !== WORKER) throw new TypeError(`${candidate} is no worker of Recite's`);
      return candidate;
    },
  });
  return policy.createScriptURL(url);
}
