import {
  deviceMemory,
  installWay,
  noteBeginnings,
  offersInstalling,
  readBeginnings,
  type InstallWay,
} from './beginnings.ts';
import { installPrompt } from './install-prompt.svelte.ts';

/** Putting Recite on the home screen. Only where there is a browser: not while pages are prerendered. */
export class Installing {
  /** What became of it, once the person was asked here. */
  outcome = $state<'accepted' | 'dismissed' | null>(null);
  #declined = $state(false);

  get way(): InstallWay {
    return installWay({
      prompts: installPrompt.offer !== null,
      standalone: matchMedia('(display-mode: standalone)').matches,
      iosStandalone: (navigator as { standalone?: boolean }).standalone,
    });
  }

  /** It is time to offer it: sessions were finished, and the person has not declined. */
  get isOffered(): boolean {
    return !this.#declined && offersInstalling(readBeginnings(deviceMemory()), this.way);
  }

  /** Has the browser ask. It does so once for each of its offers. */
  async install(): Promise<void> {
    const { offer } = installPrompt;
    if (!offer) return;
    await offer.prompt();
    this.outcome = (await offer.userChoice).outcome;
    installPrompt.offer = null;
    if (this.outcome === 'dismissed') this.#remember();
  }

  /** Not wanted, here or again. */
  decline(): void {
    this.#declined = true;
    this.#remember();
  }

  #remember(): void {
    noteBeginnings(deviceMemory(), { declined: true });
  }
}
