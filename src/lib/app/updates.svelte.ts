import { trustedWorker } from './trusted-worker.ts';

/** The service worker's address. */
const WORKER = '/sw.js';

/**
 * What is fetched just now is let come first: a browser (Chromium 150) that is to end the old worker
 * while that has a fetch to answer starts it again, and the new one waits on.
 */
const QUIET_MS = 300;
/** After so long without the new version the page is loaded anyway: it may come with that. */
const LOAD_ANYWAY_MS = 1500;
/** A load that the old worker ended over never comes: so often it is begun again. */
const LOAD_AGAIN_MS = 2000;

/** Left for the page that is loaded: the new version was asked for, just now. */
const ASKED_KEY = 'recite-update-asked';
/** For so long that page lets it in by itself. */
const JUST_NOW_MS = 10_000;

/**
 * Registers the service worker and learns of a new version. It never reloads by itself: a new
 * version waits until the person asks for it, and an answer in progress is not interrupted.
 */
export class Updates {
  /** A new version is ready, or another tab has switched to it already. */
  available = $state(false);
  /** It was asked for, and is being let in. */
  applying = $state(false);
  /** Everything is on the device: the app works without a network from now on. */
  offlineReady = $state(false);

  #waiting: ServiceWorker | null = null;
  /** It was asked for on the page before this one, which came by the old version all the same. */
  #askedBefore = false;
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
    this.#askedBefore = takeMark();
    if (this.#askedBefore) setTimeout(() => (this.#askedBefore = false), JUST_NOW_MS);
    workers.addEventListener('controllerchange', () => {
      if (this.applying || this.#askedBefore) this.#reload();
      else if (hadController) this.available = true;
    });
    try {
      const registration = await workers.register(trustedWorker(WORKER), {
        updateViaCache: 'none',
      });
      if (registration.waiting) this.#found(registration.waiting);
      // It took over while this page came: that is of the old version, for all one can tell.
      else if (this.#askedBefore) this.#reload();
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
    // Should it not come now either, the person is asked again.
    if (this.#askedBefore) worker.postMessage({ type: 'SKIP_WAITING' });
    this.available = true;
  }

  /** Switches to the new version. Whoever asked for it is never left with a button that did nothing. */
  apply(): void {
    if (this.applying) return;
    this.applying = true;
    setTimeout(() => this.#letIn(), QUIET_MS);
  }

  #letIn(): void {
    if (!this.applying) return;
    // It waits no longer where another tab has let it in already.
    if (this.#waiting?.state !== 'installed') return this.#reload();
    this.#waiting.postMessage({ type: 'SKIP_WAITING' });
    setTimeout(() => {
      if (!this.applying) return;
      leaveMark();
      this.#reload();
    }, LOAD_ANYWAY_MS);
  }

  /** Who has begun to answer while the new version was on its way is asked again afterwards. */
  #reload(): void {
    this.applying = false;
    this.#askedBefore = false;
    if (this.#isBusy()) {
      this.available = true;
      return;
    }
    // Where the page asks first whether it may be left, and the person stays, that is that.
    const free = dispatchEvent(new Event('beforeunload', { cancelable: true }));
    location.reload();
    if (free) setTimeout(() => location.reload(), LOAD_AGAIN_MS);
  }
}

function leaveMark(): void {
  try {
    sessionStorage.setItem(ASKED_KEY, '1');
  } catch {
    // Then it is asked for twice.
  }
}

/** Whether the new version was asked for: told once, so that no page loads itself over and over. */
function takeMark(): boolean {
  try {
    const left = sessionStorage.getItem(ASKED_KEY) !== null;
    sessionStorage.removeItem(ASKED_KEY);
    return left;
  } catch {
    return false;
  }
}
