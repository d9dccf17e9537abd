/** What the browser says of the space that Recite may use, and of its being there offline. */
export class Device {
  /** Bytes used, as the browser estimates them; null where it does not say. */
  used = $state<number | null>(null);
  /** Whether the browser promised not to clear it; null where it cannot say. */
  kept = $state<boolean | null>(null);
  /** The browser was asked to keep it, and answered. */
  asked = $state(false);
  /** Whether Recite starts without a network. `never`: this page cannot have a service worker. */
  offline = $state<'ready' | 'not-yet' | 'never' | null>(null);

  async look(): Promise<void> {
    // Over plain http there is neither.
    const storage = navigator.storage as StorageManager | undefined;
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    try {
      this.used = (await storage?.estimate())?.usage ?? null;
      this.kept = (await storage?.persisted()) ?? null;
    } catch {
      // Refused, as in some private windows: then it is not known.
    }
    const registration = await workers?.getRegistration().catch(() => undefined);
    if (!workers) this.offline = 'never';
    else if (registration?.active) this.offline = 'ready';
    else {
      this.offline = 'not-yet';
      void workers.ready.then(() => (this.offline = 'ready'));
    }
  }

  /** Asks the browser not to clear what Recite stores. Some ask the person in turn. */
  async keep(): Promise<void> {
    try {
      this.kept = await navigator.storage.persist();
    } catch {
      this.kept = false;
    }
    this.asked = true;
  }
}
