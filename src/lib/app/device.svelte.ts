/** Whether Recite is on this device for the time without a network. */
export class Device {
  /** `never`: this page cannot have a service worker. */
  offline = $state<'ready' | 'not-yet' | 'never' | null>(null);

  async look(): Promise<void> {
    // Over plain http there is none.
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    const registration = await workers?.getRegistration().catch(() => undefined);
    if (!workers) this.offline = 'never';
    else if (registration?.active) this.offline = 'ready';
    else {
      this.offline = 'not-yet';
      void workers.ready.then(() => (this.offline = 'ready'));
    }
  }
}
