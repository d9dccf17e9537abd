/** The browser's offer to install the app: Chromium's, which TypeScript does not know. */
export interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/**
 * Keeps the browser's offer to install Recite for the right time. It is made once, soon after the
 * start, so whoever wants it must have listened from the beginning.
 */
class InstallPrompt {
  offer = $state.raw<InstallEvent | null>(null);

  watch(): void {
    addEventListener('beforeinstallprompt', (event) => {
      // Else Chrome shows a bar of its own over whatever is being done.
      event.preventDefault();
      this.offer = event as InstallEvent;
    });
    addEventListener('appinstalled', () => (this.offer = null));
  }
}

export const installPrompt = new InstallPrompt();
